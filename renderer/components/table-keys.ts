import type { KeyboardEvent } from 'react';
import { isComposing } from './composing.ts';
import { keyOf } from './key-bindings.ts';
import { nextColumn, nextIndex } from './table-moves.ts';
import type { VerticalKey } from './table-moves.ts';
import type { TablePlace } from './use-table-place.ts';
import type { TableSelection } from './use-table-selection.ts';

type TableKeysOptions<Row> = {
  readonly place: TablePlace<Row>;
  readonly selection: TableSelection;
  readonly count: number;
  readonly idOf: (row: Row) => string;
  /** Rows in sight. */
  readonly page: () => number;
  readonly onOpen?: (row: Row) => void;
};

const vertical = ['arrowup', 'arrowdown', 'home', 'end', 'pageup', 'pagedown'] as const;
const isVertical = (key: string): key is VerticalKey => vertical.some((other) => other === key);

/** Handles the keys of a table; true when it had a use for the key. */
export function handleTableKey<Row>(event: KeyboardEvent, options: TableKeysOptions<Row>): boolean {
  // The keys of a control inside a cell are its own.
  if (isComposing(event) || options.place.editing !== null || event.target !== event.currentTarget)
    return false;
  const key = keyOf(event);
  const used = moveVertically(key, options) || moveSideways(key, options) || act(key, options);
  if (used) {
    event.preventDefault();
    event.stopPropagation();
  }
  return used;
}

function moveVertically<Row>(key: string, options: TableKeysOptions<Row>): boolean {
  const { place, selection, count, page } = options;
  const plain = key.replace(/^(mod|shift)\+/, '');
  if (!isVertical(plain)) return false;
  const to = nextIndex(plain, place.index, count, page());
  if (key.startsWith('shift+')) selection.extend(Math.max(0, place.index), to);
  place.go(to, place.column);
  return true;
}

function moveSideways<Row>(key: string, { place }: TableKeysOptions<Row>): boolean {
  if (place.editable.length === 0 || (key !== 'arrowleft' && key !== 'arrowright')) return false;
  const direction = key === 'arrowleft' ? 'left' : 'right';
  place.go(place.index, nextColumn(direction, place.column, place.editable));
  return true;
}

function act<Row>(key: string, { place, selection, idOf, onOpen }: TableKeysOptions<Row>): boolean {
  if (key === 'mod+a') return selection.all();
  if (key === 'escape') return selection.none();
  if (place.row === undefined) return false;
  switch (key) {
    case 'enter':
      if (!place.edit(place.column)) onOpen?.(place.row);
      return true;
    case 'f2':
      return place.edit(place.column ?? place.editable[0]);
    case 'space':
      selection.choose(idOf(place.row), false);
      return true;
    default:
      return false;
  }
}
