/** How somebody has arranged the columns of a table: which stand, in which order and how wide. Pure. */
import { maxColumnWidth, minColumnWidth } from '#shared/contract/column-layout.ts';
import type { ColumnLayout } from '#shared/contract/column-layout.ts';
import type { Column } from './table-column.ts';

/** Nothing was arranged by hand. */
export const ownLayout: ColumnLayout = { order: [], shown: {}, widths: {} };

/** Whether nothing was, or all of it was put back. */
export const isOwnLayout = ({ order, shown, widths }: ColumnLayout): boolean =>
  order.length === 0 && Object.keys(shown).length === 0 && Object.keys(widths).length === 0;

/** A layout and who is told of another one. */
export type ColumnArrangement = {
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
};

/** How much room the window has: see `wideOnly` and `roomyOnly`. */
export type TableRoom = { readonly narrow: boolean; readonly roomy: boolean };

type Columns<Row> = readonly Column<Row>[];
type ArrangedColumn = Pick<
  Column<never>,
  'id' | 'width' | 'always' | 'wideOnly' | 'roomyOnly' | 'hiddenAtFirst'
>;

/**
 * All columns in the order of the layout. An id that the table no longer has is passed over; a column that the layout
 * does not know stands after the one that it follows in the table's own order.
 */
export function inOrder<Row>(columns: Columns<Row>, { order }: ColumnLayout): Columns<Row> {
  const known = [...new Set(order)].flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const all = [...known];
  for (const [index, column] of columns.entries()) {
    if (all.includes(column)) continue;
    const before = columns[index - 1];
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, column);
  }
  return all;
}

/** What was ticked or cleared by hand counts for more than the room. */
export function isShown(column: ArrangedColumn, { shown }: ColumnLayout, room: TableRoom): boolean {
  if (column.always === true) return true;
  const fits = (!room.narrow || column.wideOnly !== true) && (room.roomy || column.roomyOnly !== true);
  return shown[column.id] ?? (fits && column.hiddenAtFirst !== true);
}

/** The columns that stand, in their order. */
export const laidOut = <Row>(columns: Columns<Row>, layout: ColumnLayout, room: TableRoom): Columns<Row> =>
  inOrder(columns, layout).filter((column) => isShown(column, layout, room));

/** The CSS grid tracks of the columns, those set by hand in px. */
export const tracksOf = (columns: readonly ArrangedColumn[], { widths }: ColumnLayout): readonly string[] =>
  columns.map(({ id, width }) => (widths[id] === undefined ? width : `${widths[id]}px`));

/** Shows the column, or no longer; one that always stands is left as it is. */
export function withToggled(layout: ColumnLayout, column: ArrangedColumn, room: TableRoom): ColumnLayout {
  if (column.always === true) return layout;
  return { ...layout, shown: { ...layout.shown, [column.id]: !isShown(column, layout, room) } };
}

/** Puts a column before or after another one. */
export function withMoved<Row>(
  columns: Columns<Row>,
  layout: ColumnLayout,
  id: string,
  to: { readonly beside: string; readonly after: boolean },
): ColumnLayout {
  const ids = inOrder(columns, layout).map((column) => column.id);
  const rest = ids.filter((other) => other !== id);
  const beside = rest.indexOf(to.beside);
  if (beside < 0 || rest.length === ids.length) return layout;
  const order = rest.toSpliced(to.after ? beside + 1 : beside, 0, id);
  const isOwn = order.every((other, index) => other === columns[index]?.id);
  return { ...layout, order: isOwn ? [] : order };
}

/** Moves a column by one place, those that do not stand counted as well. */
export function withStep<Row>(
  columns: Columns<Row>,
  layout: ColumnLayout,
  id: string,
  step: -1 | 1,
): ColumnLayout {
  const ids = inOrder(columns, layout).map((column) => column.id);
  const beside = ids[ids.indexOf(id) + step];
  return beside === undefined ? layout : withMoved(columns, layout, id, { beside, after: step > 0 });
}

/** Sets the width of one column, in px, or with null gives it back to the table. */
export function withWidth(layout: ColumnLayout, id: string, width: number | null): ColumnLayout {
  const others = Object.entries(layout.widths).filter(([other]) => other !== id);
  if (width === null) return { ...layout, widths: Object.fromEntries(others) };
  const px = Math.round(Math.min(maxColumnWidth, Math.max(minColumnWidth, width)));
  return { ...layout, widths: { ...Object.fromEntries(others), [id]: px } };
}

/**
 * The layout in which the edge of a column can be drawn: columns before it that share what room is left keep the width
 * that they have, or the edge would not follow the pointer. `measured` is in px.
 */
export function heldBefore(
  shown: readonly ArrangedColumn[],
  layout: ColumnLayout,
  id: string,
  measured: Readonly<Record<string, number>>,
): ColumnLayout {
  const end = shown.findIndex((column) => column.id === id);
  return shown
    .slice(0, Math.max(0, end))
    .filter((column) => column.width.includes('fr') && layout.widths[column.id] === undefined)
    .reduce((held, column) => withWidth(held, column.id, measured[column.id] ?? null), layout);
}
