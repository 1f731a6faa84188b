import { Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

/** So long after the last key the remark is saved by itself. */
const idleMs = 1200;

/** The firm's remark on the order; it is printed on the checklist. Saved by itself, and when the field is left. */
export function Remark() {
  const t = useT();
  const { backend } = useApi();
  const act = useAction();
  const { details } = useCase();
  const { id, remark } = details.application;
  const stored = remark ?? '';
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? stored;
  const save = async (): Promise<void> => {
    if (draft === null || draft.trim() === stored) return;
    const written = draft.trim();
    const done = await act(() =>
      backend.applications.setRemark({ id, remark: written === '' ? null : written }),
    );
    // What was typed while it was being saved stays.
    if (done !== undefined) setDraft((now) => (now === draft ? null : now));
  };
  const saveWhenIdle = useEffectEvent(() => void save());
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => saveWhenIdle(), idleMs);
    return () => clearTimeout(timer);
  }, [draft]);
  const isSaved = draft === null || draft.trim() === stored;
  return (
    <section>
      <PartHead id="remark-head" title={t('application.remark.title')}>
        {t(isSaved ? 'application.remark.hint' : 'application.remark.saving')}
      </PartHead>
      <Textarea
        aria-labelledby="remark-head"
        value={text}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => void save()}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
      />
    </section>
  );
}
