import { useEffect, useMemo, useRef, useState } from 'react';
import type { TrayPaper } from '#shared/contract/intake.ts';
import type { Tray } from './tray-shape.ts';

/** What is said of a piece, with the client's name for the window. */
export type Said = Partial<
  Pick<
    TrayPaper,
    'clientId' | 'clientName' | 'documentId' | 'itemId' | 'kind' | 'title' | 'validUntil' | 'isSeen'
  >
>;

/**
 * What was said of pieces and is not read back yet stands in the window at once, so that the next key is about what is
 * seen. It goes when the tray tells the same, or when it could not be written.
 */
export function useSaid(tray: Tray | undefined) {
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map());
  // Two keys may come before the window is drawn anew: the second is about what the first has said.
  const now = useRef(said);
  const set = (next: ReadonlyMap<string, Said>): void => {
    now.current = next;
    setSaid(next);
  };
  /** Pieces whose words are written: what is read next is true, whatever it says. */
  const written = useRef(new Set<string>());
  useEffect(() => {
    const left = [...stillUnread(tray, now.current)].filter(([id]) => !written.current.has(id));
    written.current.clear();
    set(new Map(left));
  }, [tray]);
  const shown = useMemo(
    () => tray && { ...tray, papers: tray.papers.map((paper) => ({ ...paper, ...said.get(paper.id) })) },
    [tray, said],
  );
  return {
    shown,
    /** A piece as it was said last, also where the window does not show it yet. */
    current: (paper: TrayPaper): TrayPaper => ({ ...paper, ...now.current.get(paper.id) }),
    say: (paperId: string, more: Said): void =>
      set(new Map(now.current).set(paperId, { ...now.current.get(paperId), ...more })),
    settle: (paperId: string): void => void written.current.add(paperId),
    takeBack: (paperId: string): void => set(new Map([...now.current].filter(([id]) => id !== paperId))),
  };
}

function stillUnread(tray: Tray | undefined, said: ReadonlyMap<string, Said>): ReadonlyMap<string, Said> {
  const left = [...said].flatMap(([id, words]): [string, Said][] => {
    const paper = tray?.papers.find((each) => each.id === id);
    if (paper === undefined) return [];
    const fields = Object.entries(words).filter(([field, value]) => paper[field as keyof Said] !== value);
    return fields.length === 0 ? [] : [[id, Object.fromEntries(fields)]];
  });
  return new Map(left);
}
