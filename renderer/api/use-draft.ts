import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { z } from 'zod';
import { useApi } from './api.tsx';

/** So long after the last key what was typed is on the disk. */
const restMs = 300;

interface DraftOptions<Values> {
  /** Names the form and what it is about. */
  readonly form: string;
  readonly schema: z.ZodType<Values>;
  /** What the form holds now; null while it holds nothing worth keeping. */
  readonly values: Values | null;
  /** Puts a kept draft into the form; called once, and only while it holds nothing. */
  readonly restore: (values: Values) => void;
}

export interface Draft {
  /** What the form holds was restored from an earlier time. */
  readonly isRestored: boolean;
  /** It was saved or given up: nothing is kept of it any more. */
  readonly forget: () => void;
}

/** Keeps what is typed into a form on this computer, so that it outlives the end of the program, however that comes. */
export function useDraft<Values>({ form, schema, values, restore }: DraftOptions<Values>): Draft {
  const { backend } = useApi();
  const [isRestored, setRestored] = useState(false);
  const text = values === null ? null : JSON.stringify(values);
  // What the disk holds, as far as is known here; undefined until it was looked up.
  const kept = useRef<string | null | undefined>(undefined);
  const forgotten = useRef<string | null>(null);
  const write = (next: string | null): void => {
    // Until it was looked up, what the disk holds is left alone, unless something newer is typed.
    if (next === kept.current || (kept.current === undefined && next === null)) return;
    kept.current = next;
    // A draft that can't be kept is no reason to stop anybody who types.
    void backend.drafts.keep({ form, text: next }).catch(() => undefined);
  };
  const arrive = useEffectEvent((found: string | null): void => {
    if (kept.current !== undefined) return;
    kept.current = found;
    const read = found === null ? undefined : schema.safeParse(parsed(found));
    if (text !== null) write(text);
    else if (read?.success === true) {
      setRestored(true);
      restore(read.data);
    }
  });
  useEffect(() => {
    let isGone = false;
    void backend.drafts.get({ form }).then(
      (found) => isGone || arrive(found.text),
      () => undefined,
    );
    return () => void (isGone = true);
  }, [backend, form]);
  const settle = useEffectEvent(() => {
    // A key that was pressed just before the end is not another draft.
    if (text !== forgotten.current) write(text);
  });
  useEffect(() => {
    const timer = setTimeout(settle, restMs);
    return () => clearTimeout(timer);
  }, [text]);
  // Who leaves the form in the middle of a word finds it again as well.
  useEffect(() => () => settle(), []);
  return {
    isRestored: isRestored && text !== null,
    forget: () => {
      setRestored(false);
      forgotten.current = text;
      if (kept.current === undefined) kept.current = '';
      write(null);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
