import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { useSave } from '#renderer/api/use-save.ts';

interface Draft {
  readonly text: string;
  /** The remark that stood there when the first key was typed, or that was saved since. */
  readonly base: string | null;
}

interface RemarkFields {
  readonly remark: string | null;
}

/** So long after the last key the remark is saved by itself. */
const idleMs = 1200;

const remarkOf = ({ text }: Draft): string | null => (text.trim() === '' ? null : text.trim());

/** What is typed into the remark of an application, saved by itself and when `save` is called. */
export function useRemarkDraft(id: string, stored: string | null) {
  const { backend } = useApi();
  const write = useSave();
  const [draft, setDraft] = useState<Draft | null>(null);
  const latest = useRef<Draft | null>(null);
  const isSaving = useRef(false);
  const put = (next: Draft | null): void => {
    latest.current = next;
    setDraft(next);
  };

  /** What is typed while it is being saved is saved after it, also when the page is left meanwhile. */
  const saveAll = async (): Promise<void> => {
    for (let typed = latest.current; typed !== null; typed = latest.current) {
      const remark = remarkOf(typed);
      if (remark === typed.base) {
        put(null);
        return;
      }
      const saved = await write<RemarkFields>({
        ...{ rowId: id, base: { remark: typed.base }, changes: { remark } },
        write: ({ base, changes }) =>
          backend.applications.setRemark({ id, base: base.remark, remark: changes.remark ?? null }),
      });
      // Refused or put off: what was typed stays in the field.
      if (saved === undefined) return;
      const now = latest.current;
      if (now === typed) {
        // Until the saved one has come back, it is what stands there.
        put({ text: typed.text, base: remark });
        return;
      }
      if (now !== null) put({ ...now, base: remark });
    }
  };
  const save = async (): Promise<void> => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      await saveAll();
    } finally {
      isSaving.current = false;
    }
  };
  const saveWhenIdle = useEffectEvent(() => void save());
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(() => saveWhenIdle(), idleMs);
    return () => clearTimeout(timer);
  }, [draft]);
  return {
    text: draft?.text ?? stored ?? '',
    isSaved: draft === null || remarkOf(draft) === draft.base,
    type: (text: string) => put({ text, base: draft === null ? stored : draft.base }),
    save: () => void save(),
  };
}
