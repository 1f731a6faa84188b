import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { CardGrid } from './card-grid.ts';

export interface CardFocus {
  /** The card that Tab leads to. */
  readonly activeId: string | null;
  readonly setActive: (id: string) => void;
  readonly focus: (id: string) => void;
  /** Once its card has gone from where it stands: the keyboard follows it, or goes to the one that took its place. */
  readonly follow: (id: string, instead: string | undefined) => void;
  readonly grid: () => CardGrid;
}

const cardOf = (board: HTMLElement | null, id: string): HTMLElement | null =>
  board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null;

function bringUp(card: HTMLElement): void {
  card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  card.focus({ preventScroll: true });
}

/** Which card has the keyboard; `initialId` gets it as soon as it is there. */
export function useCardFocus(board: RefObject<HTMLElement | null>, initialId: string | null): CardFocus {
  const [activeId, setActive] = useState(initialId);
  const wanted = useRef<{ readonly id: string; readonly instead: string | undefined } | null>(
    initialId === null ? null : { id: initialId, instead: undefined },
  );
  const grid = (): CardGrid =>
    [...(board.current?.querySelectorAll('[data-column]') ?? [])].map((column) =>
      [...column.querySelectorAll<HTMLElement>('[data-card]')].map(({ dataset }) => dataset.card ?? ''),
    );
  const settle = useEffectEvent((): void => {
    const isFree = document.activeElement === document.body || document.activeElement === null;
    if (wanted.current !== null && isFree) {
      const { id, instead } = wanted.current;
      const card =
        cardOf(board.current, id) ?? (instead === undefined ? null : cardOf(board.current, instead));
      if (card !== null) {
        wanted.current = null;
        bringUp(card);
      }
    }
    if (activeId !== null && cardOf(board.current, activeId) !== null) return;
    const first = grid().flat()[0];
    if (first !== undefined) setActive(first);
  });
  // Cards come, go and change their column with each answer.
  useEffect(() => {
    if (board.current === null) return;
    settle();
    const watch = new MutationObserver(() => settle());
    watch.observe(board.current, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [board]);
  return {
    activeId,
    setActive,
    grid,
    focus: (id) => {
      const card = cardOf(board.current, id);
      if (card !== null) bringUp(card);
    },
    follow: (id, instead) => {
      wanted.current = { id, instead };
    },
  };
}
