import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { barRoom, headHeight } from './use-table-rows.ts';
import type { TableRows } from './use-table-rows.ts';

interface RowAboveBar {
  /** A bar floats over the end of the table. */
  readonly roomBelow: boolean;
  readonly rows: TableRows;
  /** The active row. */
  readonly index: number;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The row that was just chosen is not left under the bar that its choice brought up. */
export function useRowAboveBar({ roomBelow, rows, index, scroller }: RowAboveBar): void {
  const rise = useEffectEvent(() => {
    const frame = scroller.current;
    if (frame === null || index < 0) return;
    const { virtualizer, layout } = rows;
    const height = virtualizer.options.estimateSize(0);
    const end = headHeight + (layout.itemOfRow(index) + 1) * height - frame.scrollTop;
    const isInSight = end - height < frame.clientHeight;
    const hidden = end - (frame.clientHeight - barRoom);
    if (isInSight && hidden > 0) frame.scrollTop += hidden;
  });
  useEffect(() => {
    if (roomBelow) rise();
  }, [roomBelow]);
}
