import { Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCase } from './case-context.tsx';

/** So long after the last key the remark is saved by itself. */
const idleMs = 1200;

interface RemarkFields {
  readonly remark: string | null;
}

interface Draft {
  readonly text: string;
  /** The remark that stood there when the first key was typed. */
  readonly base: string | null;
}

/** The firm's remark on the order; it is printed on the checklist. Saved by itself, and when the field is left. */
export function Remark() {
  const t = useT();
  const { backend } = useApi();
  const write = useSave();
  const { details } = useCase();
  const { id, remark } = details.application;
  const stored = remark ?? '';
  const [draft, setDraft] = useState<Draft | null>(null);
  const text = draft?.text ?? stored;
  const isSaving = useRef(false);
  const save = async (): Promise<void> => {
    if (draft === null || draft.text.trim() === stored || isSaving.current) return;
    const next = draft.text.trim() === '' ? null : draft.text.trim();
    isSaving.current = true;
    const done = await write<RemarkFields>({
      rowId: id,
      base: { remark: draft.base },
      changes: { remark: next },
      write: ({ base, changes }) =>
        backend.applications.setRemark({ id, base: base.remark, remark: changes.remark ?? null }),
    });
    isSaving.current = false;
    // What was typed while it was being saved stays.
    if (done !== undefined)
      setDraft((now) => (now === draft || now === null ? null : { ...now, base: next }));
  };
  const saveWhenIdle = useEffectEvent(() => void save());
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => saveWhenIdle(), idleMs);
    return () => clearTimeout(timer);
  }, [draft]);
  const isSaved = draft === null || draft.text.trim() === stored;
  return (
    <section>
      <PartHead id="remark-head" title={t('application.remark.title')}>
        {t(isSaved ? 'application.remark.hint' : 'application.remark.saving')}
      </PartHead>
      <Textarea
        aria-labelledby="remark-head"
        value={text}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setDraft({ text: value, base: draft?.base ?? remark });
        }}
        onBlur={() => void save()}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={20_000}
      />
    </section>
  );
}
