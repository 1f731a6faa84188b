import { NotesPart } from '#renderer/api/notes-part.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

/** What was noted about the order, the latest first. */
export function Notes() {
  const t = useT();
  const { details, nowMs } = useCase();
  const { id, clientId } = details.application;
  return (
    <section aria-labelledby="notes-head">
      <PartHead id="notes-head" title={t('application.notes.title')} />
      <NotesPart key={id} clientId={clientId} applicationId={id} nowMs={nowMs} isReadOnly={false} />
    </section>
  );
}
