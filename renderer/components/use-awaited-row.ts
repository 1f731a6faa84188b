import { useEffect, useEffectEvent, useRef } from 'react';
import type { TablePlace } from './use-table-place.ts';

interface AwaitedRow {
  /** Enter was pressed on the active row before it has come. */
  readonly wait: () => void;
  readonly drop: () => void;
}

/**
 * Does what Enter does once the active row has come, unless another row is active by then, another key was pressed, or
 * the focus went elsewhere.
 */
export function useAwaitedRow<Row>(
  { row, index }: Pick<TablePlace<Row>, 'row' | 'index'>,
  hasFocus: () => boolean,
  enter: (row: Row) => void,
): AwaitedRow {
  const awaited = useRef<number | null>(null);
  const arrive = useEffectEvent((): void => {
    if (awaited.current === null) return;
    const isOver = awaited.current !== index || !hasFocus();
    if (isOver || row !== undefined) awaited.current = null;
    if (!isOver && row !== undefined) enter(row);
  });
  useEffect(() => arrive(), [row, index]);
  return {
    wait: () => {
      awaited.current = index;
    },
    drop: () => {
      awaited.current = null;
    },
  };
}
