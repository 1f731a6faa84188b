import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { RowChoice } from '#shared/contract/values.ts';
import { chosenCount, chosenOf, keptNext, noRows, withoutRows } from '#renderer/components/chosen-rows.ts';
import type { ChosenRows, KeptRows, NextChosen } from '#renderer/components/chosen-rows.ts';

/** The rows of a list that are chosen, and how the backend is told. */
export interface ListChoice {
  readonly chosen: ChosenRows;
  readonly choose: (next: NextChosen) => void;
  readonly drop: () => void;
  /** As far as the rows that have come tell; the backend's own look is surer. */
  readonly count: number;
  readonly rows: RowChoice;
  readonly filterKey: string;
}

/**
 * Keeps what is chosen of a list of `total` rows. "All" is all of the filter that it was said of: with another one, by
 * `filterKey`, it is dropped, while rows that were named stay as long as the list holds them.
 */
export function useChosenRows(filterKey: string, total: number): ListChoice {
  const [kept, setKept] = useState<KeptRows>({ filterKey, chosen: noRows });
  const chosen = chosenOf(kept, filterKey);
  const choose = (next: NextChosen): void => setKept((now) => keptNext(now, filterKey, next));
  const rows = useMemo(
    (): RowChoice =>
      chosen.kind === 'some'
        ? { ids: [...chosen.ids], except: [] }
        : { ids: null, except: [...chosen.except] },
    [chosen],
  );
  return { chosen, choose, drop: () => choose(noRows), count: chosenCount(chosen, total), rows, filterKey };
}

/** Rows that the list no longer holds are chosen no longer. */
export function useLeaving({ choose }: ListChoice, gone: readonly string[] | undefined): void {
  const leave = useEffectEvent((ids: readonly string[]) => choose((now) => withoutRows(now, ids)));
  useEffect(() => {
    if (gone !== undefined && gone.length > 0) leave(gone);
  }, [gone]);
}
