import { NotesPart } from '#renderer/api/notes-part.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useClient } from './client-context.tsx';
import { Section } from './section.tsx';

/** What was noted about the client and its applications, the latest first. */
export function NotesSection({ place }: { readonly place: string | undefined }) {
  const t = useT();
  const { details, nowMs } = useClient();
  const { client, noteCount } = details;
  return (
    <Section
      id="notes"
      title={t('client.notes.title')}
      count={noteCount > 0 ? t('client.notes.count', { n: noteCount }) : undefined}
    >
      <NotesPart
        key={client.id}
        clientId={client.id}
        applicationId={null}
        nowMs={nowMs}
        isReadOnly={client.deletedAtMs !== null}
        place={place}
      />
    </Section>
  );
}
