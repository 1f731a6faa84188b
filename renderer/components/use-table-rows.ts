import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { RefObject } from 'react';
import { groupedLayout, plainLayout } from './group-rows.ts';
import type { TableLayout } from './group-rows.ts';
import type { TableGroups } from './table-groups.ts';
import { unhurriedScroller } from './unhurried-scroller.ts';
import { useRowHeight } from './use-row-height.ts';

type RowsProps = {
  readonly rows: { readonly length: number };
  readonly groups?: TableGroups | undefined;
  readonly probe: RefObject<HTMLElement | null>;
  readonly tall?: boolean;
  readonly viewKey?: string;
  readonly roomBelow?: boolean;
  readonly onShow?: (first: number, last: number) => void;
};

export type TableRows = {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** Where the rows stand among the headings. */
  readonly layout: TableLayout;
  /** The heading of the group whose rows are at the top, once it was scrolled past: it stays in sight. */
  readonly stuck: number | undefined;
};

/** The theme's --cf-thead-h. */
export const headHeight = 28;
const overscan = 6;
/** The height of a floating bar and the gaps around it. */
export const barRoom = 76;

/** The rows of a table and the headings among them, of which those in sight are drawn. */
export function useTableRows(props: RowsProps, scroller: RefObject<HTMLDivElement | null>): TableRows {
  const { rows, groups, probe, tall = false, viewKey, roomBelow = false } = props;
  const rowHeight = useRowHeight(probe, tall ? 44 : 32);
  const list = groups?.list;
  const isGrouped = list !== undefined && list.length > 0;
  const layout = useMemo(
    () => (list !== undefined && list.length > 0 ? groupedLayout(list) : plainLayout(rows.length)),
    [list, rows.length],
  );
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    ...unhurriedScroller,
    count: layout.itemCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + (isGrouped ? rowHeight : 0),
    paddingEnd: roomBelow ? barRoom : 0,
    scrollPaddingEnd: roomBelow ? barRoom : 0,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  useEffect(() => {
    // To set it where it is would have the browser lay everything out on the spot.
    if (scroller.current && (virtualizer.scrollOffset ?? 0) > 0) scroller.current.scrollTop = 0;
  }, [scroller, virtualizer, viewKey]);
  useShownRows(virtualizer, layout, props.onShow);
  // The place under the head of the columns: it moves on with the range that the virtualizer draws anew.
  const top = Math.floor(((virtualizer.scrollOffset ?? 0) + rowHeight - headHeight) / rowHeight);
  return { virtualizer, layout, stuck: isGrouped ? stuckHeading(layout, top) : undefined };
}

/** Whether a row is among those that are drawn: another order may have moved it far away. */
export function isRowDrawn({ virtualizer, layout }: TableRows, row: number): boolean {
  if (row < 0 || row >= layout.rowCount) return false;
  const item = layout.itemOfRow(row);
  const drawn = virtualizer.getVirtualItems();
  return item >= (drawn[0]?.index ?? Infinity) && item <= (drawn.at(-1)?.index ?? -Infinity);
}

export const rowsInSight = ({ scrollRect, options }: TableRows['virtualizer']): number =>
  Math.floor(((scrollRect?.height ?? 0) - headHeight) / options.estimateSize(0));

function stuckHeading({ itemAt, groupOfRow, itemCount }: TableLayout, top: number): number | undefined {
  if (top >= itemCount) return undefined;
  const item = itemAt(top);
  return item.kind === 'row' ? groupOfRow(item.row) : undefined;
}

function useShownRows(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  { rowsBefore, rowCount }: TableLayout,
  onShow: RowsProps['onShow'],
): void {
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index;
  const to = items.at(-1)?.index;
  const first = from === undefined ? -1 : Math.min(rowsBefore(from), rowCount - 1);
  const last = to === undefined ? -1 : Math.min(rowsBefore(to), rowCount - 1);
  const show = useEffectEvent(() => onShow?.(first, last));
  useEffect(() => {
    if (last >= 0) show();
  }, [first, last, rowCount]);
}
