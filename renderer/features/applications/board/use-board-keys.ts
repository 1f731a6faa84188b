import type { KeyboardEvent, RefObject } from 'react';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { useEscape } from '#renderer/components/use-layer.ts';
import { onKeys } from '#renderer/components/use-shortcuts.ts';
import { cardBeside, cardInItsPlace } from './card-grid.ts';
import type { CardMove } from './card-grid.ts';
import type { CardFocus } from './use-card-focus.ts';
import type { Lift } from './use-lift.ts';

interface BoardKeysProps {
  readonly board: RefObject<HTMLElement | null>;
  readonly lift: Lift;
  readonly focus: CardFocus;
  /** The card that has the keyboard. */
  readonly held: () => { readonly row: ApplicationRow; readonly column: BoardColumn } | null;
}

interface BoardKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly drop: (column: BoardColumn) => Promise<void>;
}

/** The keys of the board: from card to card, and with a card that was lifted from column to column. */
export function useBoardKeys({ board, lift, focus, held }: BoardKeysProps): BoardKeys {
  const { lifted } = lift;
  const isCarried = lifted?.by === 'keys';
  useEscape(isCarried, lift.putBack);
  const drop = async (column: BoardColumn): Promise<void> => {
    const id = lifted?.row.id;
    if (id === undefined) return;
    const instead = cardInItsPlace(focus.grid(), id);
    if ((await lift.drop(column)) === 'moved') focus.follow(id, instead);
  };
  const carry = (step: 1 | -1): void => {
    const over = lift.goBeside(step);
    const column = board.current?.querySelector(`[data-column="${over}"]`);
    column?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const go = (move: CardMove) => (): void => {
    if (!isCarried) focus.focus(cardBeside(focus.grid(), held()?.row.id ?? '', move));
    else if (move === 'left' || move === 'right') carry(move === 'left' ? -1 : 1);
  };
  const onCardKeys = onKeys({
    arrowup: go('up'),
    arrowdown: go('down'),
    arrowleft: go('left'),
    arrowright: go('right'),
    home: go('first'),
    end: go('last'),
    space: () => {
      const card = held();
      if (lifted?.by === 'keys') void drop(lifted.over);
      else if (card !== null && card.column !== 'result') lift.lift(card.row, card.column, 'keys');
    },
    // While it is carried Enter opens nothing.
    ...(isCarried && { enter: () => void drop(lifted.over) }),
  });
  return {
    drop,
    onKeyDown: (event) => {
      if (event.target instanceof Element && event.target.closest('[data-card]') !== null) onCardKeys(event);
    },
  };
}
