import { Textarea } from '@mantine/core';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';
import { useRemarkDraft } from './use-remark-draft.ts';

/** The firm's remark on the order; it is printed on the checklist. Saved by itself, and when the field is left. */
export function Remark() {
  const t = useT();
  const { id, remark } = useCase().details.application;
  const draft = useRemarkDraft(id, remark);
  return (
    <section>
      <PartHead id="remark-head" title={t('application.remark.title')}>
        {t(draft.isSaved ? 'application.remark.hint' : 'application.remark.saving')}
      </PartHead>
      <Textarea
        aria-labelledby="remark-head"
        value={draft.text}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={draft.save}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
      />
    </section>
  );
}
