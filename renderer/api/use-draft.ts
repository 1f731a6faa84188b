import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useApi } from './api.tsx';
import { createKeptDraft } from './kept-draft.ts';

/** So long after the last key what was typed is on the disk. */
const restMs = 300;

interface DraftOptions<Values> {
  /** Names the form and what it is about. */
  readonly form: string;
  /** The same as long as the form stands. */
  readonly schema: z.ZodType<Values>;
  /** What the form holds now; null while it holds nothing worth keeping. */
  readonly values: Values | null;
  /** Puts a kept draft into the form, while it holds nothing. */
  readonly restore: (values: Values) => void;
}

export interface Draft {
  /** What the form holds was restored from an earlier time. */
  readonly isRestored: boolean;
  /** It was saved or given up, and the form is empty again: nothing is kept of it any more. */
  readonly forget: () => void;
}

/** Keeps what is typed into a form on this computer, so that it outlives the end of the program, however that comes. */
export function useDraft<Values>({ form, schema, values, restore }: DraftOptions<Values>): Draft {
  const { backend } = useApi();
  const [isRestored, setRestored] = useState(false);
  const text = values === null ? null : JSON.stringify(values);
  const latest = useRef(restore);
  useLayoutEffect(() => {
    latest.current = restore;
  });
  const [kept] = useState(() => {
    const read = (draft: string) => schema.safeParse(parsed(draft));
    return createKeptDraft({
      // A draft that can't be kept is no reason to stop anybody who types.
      keep: (next) => void backend.drafts.keep({ form, text: next }).catch(() => undefined),
      isSound: (draft) => read(draft).success,
      restore: (draft) => {
        const { data } = read(draft);
        if (data === undefined) return;
        setRestored(true);
        latest.current(data);
      },
    });
  });
  const arrive = useEffectEvent((found: string | null) => kept.arrive(found, text));
  useEffect(() => {
    let isGone = false;
    const tell = (found: string | null): void => {
      if (!isGone) arrive(found);
    };
    void backend.drafts.get({ form }).then(
      (found) => tell(found.text),
      () => tell(null),
    );
    return () => void (isGone = true);
  }, [backend, form]);
  const settle = useEffectEvent(() => kept.settle(text));
  useEffect(() => {
    const timer = setTimeout(settle, restMs);
    return () => clearTimeout(timer);
  }, [text]);
  // Who leaves the form in the middle of a word finds it again as well.
  const leave = useEffectEvent(() => kept.leave(text));
  useEffect(() => () => leave(), []);
  return {
    isRestored: isRestored && text !== null,
    forget: () => {
      setRestored(false);
      kept.forget(text);
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
