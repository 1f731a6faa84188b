import { useEffect, useEffectEvent, useRef } from 'react';
import type { TablePlace } from './use-table-place.ts';

/** Once its rows are there, the table shows a row of its list as the active one; then it is left alone. */
export function useArriveAt<Row>(
  index: number | undefined,
  count: number,
  place: TablePlace<Row>,
  focus: () => void,
): void {
  const isOver = useRef(index === undefined);
  const arrive = useEffectEvent((): void => {
    if (isOver.current || index === undefined || count === 0) return;
    isOver.current = true;
    // A table that gets the focus takes its first row, so that comes before.
    focus();
    place.go(Math.min(index, count - 1), null);
  });
  useEffect(() => arrive(), [count]);
}
