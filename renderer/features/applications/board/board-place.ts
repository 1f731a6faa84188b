import type { BoardColumn } from '#shared/domain/board.ts';

interface BoardPlace {
  /** The card that was opened last. */
  readonly cardId: string | null;
  /** The columns of which more than the first cards were read. */
  readonly longer: ReadonlySet<BoardColumn>;
  readonly isUnfolded: boolean;
}

const beginning: BoardPlace = { cardId: null, longer: new Set(), isUnfolded: false };
const places = new Map<string, BoardPlace>();

/** Where the board was left under a filter, for the way back from a card, as long as the window stands. */
export const placeLeft = (list: string): BoardPlace => places.get(list) ?? beginning;

export function keepPlace(list: string, changes: Partial<BoardPlace>): void {
  places.set(list, { ...placeLeft(list), ...changes });
}
