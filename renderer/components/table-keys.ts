import type { KeyboardEvent } from 'react';
import { beginsText } from './begins-text.ts';
import { isComposing } from './composing.ts';
import { keyOf } from './key-bindings.ts';
import { nextColumn, nextIndex } from './table-moves.ts';
import type { Column } from './table-column.ts';
import type { VerticalKey } from './table-moves.ts';
import type { CellKeys } from './use-table-cells.ts';
import type { TablePlace } from './use-table-place.ts';
import type { TableSelection } from './use-table-selection.ts';

type TableKeysOptions<Row> = {
  readonly place: TablePlace<Row>;
  readonly selection: TableSelection;
  readonly count: number;
  readonly idOf: (row: Row) => string;
  /** Rows in sight. */
  readonly page: () => number;
  /** Enter: the cell is edited, or the row opened. */
  readonly onEnter: (row: Row) => void;
  /** The same for the active row once it has come. */
  readonly onEnterLater: () => void;
  readonly columns: readonly Column<Row>[];
  /** Of a table whose cells can be edited. */
  readonly cells: CellKeys | undefined;
  /** Collapses or opens the group of the active row; undefined in a list without groups. */
  readonly onFold: ((isOpen: boolean) => boolean) | undefined;
};

const vertical = ['arrowup', 'arrowdown', 'home', 'end', 'pageup', 'pagedown'] as const;
const isVertical = (key: string): key is VerticalKey => vertical.some((other) => other === key);

/** Handles the keys of a table; true when it had a use for the key. */
export function handleTableKey<Row>(event: KeyboardEvent, options: TableKeysOptions<Row>): boolean {
  // The keys of a control inside a cell are its own.
  if (event.defaultPrevented || isComposing(event)) return false;
  if (options.place.editing !== null || event.target !== event.currentTarget) return false;
  const key = keyOf(event);
  const used =
    actOnCells(key, event.key, options) ||
    moveVertically(key, options) ||
    moveSideways(key, options) ||
    foldGroup(key, options) ||
    act(key, options);
  if (used) {
    event.preventDefault();
    event.stopPropagation();
  }
  return used;
}

/** Keys that mean something else, or only something, where a cell is active. */
function actOnCells<Row>(key: string, typed: string, options: TableKeysOptions<Row>): boolean {
  const { place, columns, cells } = options;
  if (cells === undefined || place.column === null) return false;
  if (extendBlock(key, cells, options)) return true;
  switch (key) {
    case 'tab':
    case 'shift+tab':
      return moveByTab(key, options);
    case 'escape':
      cells.seen();
      if (cells.hold.isDrawn) cells.hold.drop();
      else place.go(place.index, null);
      return true;
    case 'mod+d':
      cells.fillDown();
      return true;
    case 'delete':
    case 'backspace':
      if (!cells.takesLetters) return false;
      cells.empty();
      return true;
    default:
      return (
        cells.takesLetters &&
        isTyped(key, typed) &&
        columns.some(({ id, cell }) => id === place.column && cell !== undefined) &&
        place.edit(place.column, typed)
      );
  }
}

/** A letter, digit or sign; the names of other keys are longer. */
const isTyped = (key: string, typed: string): boolean =>
  [...typed].length === 1 && !/^(mod|alt)\+/u.test(key) && beginsText(typed);

function extendBlock<Row>(key: string, { hold }: CellKeys, options: TableKeysOptions<Row>): boolean {
  if (!key.startsWith('shift+')) return false;
  const plain = key.slice('shift+'.length);
  const { place, columns, count, page } = options;
  const { row, column } = hold.head;
  const to = isVertical(plain)
    ? { row: nextIndex(plain, row, count, page()), column }
    : {
        row,
        column: plain === 'arrowright' ? Math.min(columns.length - 1, column + 1) : Math.max(0, column - 1),
      };
  if (!isVertical(plain) && plain !== 'arrowleft' && plain !== 'arrowright') return false;
  hold.drawTo(to.row, to.column);
  place.show(to.row, columns[to.column]?.id ?? null);
  return true;
}

/** At the last cell Tab leaves the table. */
function moveByTab<Row>(key: 'tab' | 'shift+tab', { place, columns }: TableKeysOptions<Row>): boolean {
  const to = nextColumn(key === 'tab' ? 'right' : 'left', place.column, columns);
  if (to === place.column) return false;
  place.go(place.index, to);
  return true;
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

function moveSideways<Row>(key: string, { place, columns }: TableKeysOptions<Row>): boolean {
  if (place.editable.length === 0 || (key !== 'arrowleft' && key !== 'arrowright')) return false;
  const direction = key === 'arrowleft' ? 'left' : 'right';
  place.go(place.index, nextColumn(direction, place.column, columns));
  return true;
}

function foldGroup<Row>(key: string, { onFold }: TableKeysOptions<Row>): boolean {
  if (onFold === undefined || (key !== 'mod+arrowleft' && key !== 'mod+arrowright')) return false;
  return onFold(key === 'mod+arrowright');
}

function act<Row>(key: string, options: TableKeysOptions<Row>): boolean {
  const { place, selection, idOf, onEnter } = options;
  if (key === 'mod+a') return selection.all();
  if (key === 'escape') return selection.none();
  if (place.row === undefined) return actLater(key, options);
  switch (key) {
    case 'enter':
      onEnter(place.row);
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

/** A key may come before the row that it is meant for. */
function actLater<Row>(key: string, { place, selection, onEnterLater }: TableKeysOptions<Row>): boolean {
  if (place.index < 0) return false;
  switch (key) {
    case 'space':
      selection.chooseAt(place.index);
      return true;
    case 'enter':
      onEnterLater();
      return true;
    default:
      return false;
  }
}

/** Held for the key that is to come: it asks for nothing itself. */
export const isModifier = ({ key }: Pick<KeyboardEvent, 'key'>): boolean =>
  ['Shift', 'Control', 'Alt', 'Meta'].includes(key);
