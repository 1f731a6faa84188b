import { useEffect, useEffectEvent, useState } from 'react';

/** The row that Enter opens: the first one again after each change of the query. */
export function useCurrentRow(rows: readonly unknown[], query: string) {
  const [state, setState] = useState({ query, index: 0 });
  const index = state.query === query ? Math.min(state.index, Math.max(0, rows.length - 1)) : 0;
  const move = (to: number): void => {
    if (rows.length > 0) setState({ query, index: (to + rows.length) % rows.length });
  };
  return [index, move] as const;
}

interface PickOptions<Row> {
  readonly query: string;
  /** The rows are not yet those of the query. */
  readonly busy: boolean;
  readonly currentRow: Row | undefined;
  readonly onPick: (row: Row, how: { readonly newWindow: boolean }) => void;
}

/** Enter that is faster than the search waits for it, so that it never opens a row of the query before. */
export function usePick<Row>({ query, busy, currentRow, onPick }: PickOptions<Row>) {
  const [awaited, setAwaited] = useState<{ readonly query: string; readonly newWindow: boolean } | null>(
    null,
  );
  const pick = (newWindow: boolean): void => {
    if (currentRow !== undefined) onPick(currentRow, { newWindow });
  };
  const onSettled = useEffectEvent((): void => {
    if (awaited?.query === query) pick(awaited.newWindow);
    setAwaited(null);
  });
  useEffect(() => {
    if (!busy) onSettled();
  }, [busy]);
  return (newWindow: boolean): void => {
    if (busy) setAwaited({ query, newWindow });
    else pick(newWindow);
  };
}
