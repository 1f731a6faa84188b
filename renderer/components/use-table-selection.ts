import { useLayoutEffect, useRef, useState } from 'react';
import {
  allRows,
  chosenCount,
  noRows,
  shareOf,
  withAllToggled,
  withRows,
  withToggled,
} from './chosen-rows.ts';
import type { ChosenRows, NextChosen, Share } from './chosen-rows.ts';
import type { GroupChoice } from './table-groups.ts';
import { allCome, between, placeOf } from './table-moves.ts';
import type { RowIds, RowPlace } from './table-moves.ts';

type SelectionProps = {
  readonly ids: RowIds;
  /** All rows of the list, those of collapsed groups as well. */
  readonly total: number;
  readonly selection?: ChosenRows;
  readonly onSelect?: (next: NextChosen) => void;
  /** The ids of the rows from one place to another, also of rows that have not come yet; undefined when they can't be had. */
  readonly idsBetween?: (first: number, last: number) => Promise<readonly string[] | undefined>;
  readonly groupChoice?: GroupChoice | undefined;
};

export type TableSelection = {
  readonly share: Share;
  /** One row, or with `range` everything from the row that was chosen last. */
  readonly choose: (id: string, range: boolean) => void;
  /** The row at a place, once it has come. */
  readonly chooseAt: (index: number) => void;
  /** Spans the selection from where it began, else from `from`, to the row at `to`. */
  readonly extend: (from: number, to: number) => void;
  /** Every row of a group; where all of them are chosen, none of them. */
  readonly chooseGroup: (key: string) => void;
  readonly all: () => boolean;
  readonly none: () => boolean;
};

/** Where a range begins, and what was chosen apart from it. */
type Anchor = RowPlace & { readonly chosen: ChosenRows };

/** Which rows are selected, and from where a range grows. */
export function useTableSelection(props: SelectionProps): TableSelection {
  const { ids, total, selection, onSelect, idsBetween, groupChoice } = props;
  // What a group consists of is asked for. Until it is told more may be chosen, or another filter set; the ids are not of
  // that list, and are not taken then.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const count = selection === undefined ? 0 : chosenCount(selection, total);
  const span = (chosen: ChosenRows, from: number, to: number): void => {
    const [first, last] = [Math.max(0, Math.min(from, to)), Math.max(from, to)];
    const range = between(ids, first, last);
    const take = (some: readonly string[] | undefined): void => {
      if (some !== undefined) onSelect?.(withRows(chosen, some));
    };
    if (allCome(range)) take(range);
    else void idsBetween?.(first, last).then(take);
  };
  const anchorIndex = placeOf(anchor, ids);
  // What was dropped meanwhile does not come back with the next range.
  const apart = anchor === null || count === 0 ? noRows : anchor.chosen;
  return {
    share: shareOf(total, count),
    choose: (id, range) => {
      if (!selection) return;
      const index = ids.indexOf(id);
      if (range && anchorIndex >= 0) {
        span(apart, anchorIndex, index);
        return;
      }
      const chosen = withToggled(selection, id);
      setAnchor({ id, index, chosen });
      onSelect?.(chosen);
    },
    chooseAt: (index) => {
      void idsBetween?.(index, index).then((some) => {
        const { selection: now, onSelect: select } = latest.current;
        const id = some?.[0];
        if (id === undefined || now === undefined) return;
        setAnchor({ id, index, chosen: withToggled(now, id) });
        select?.((chosen) => withToggled(chosen, id));
      });
    },
    extend: (from, to) => {
      if (!selection) return;
      if (anchorIndex >= 0 && count > 0) {
        span(apart, anchorIndex, to);
        return;
      }
      setAnchor({ id: ids[from], index: from, chosen: selection });
      span(selection, from, to);
    },
    chooseGroup: (key) => {
      if (groupChoice === undefined) return;
      void groupChoice.idsOf(key).then((some) => {
        const { selection: now, onSelect: select, groupChoice: choice } = latest.current;
        if (some === undefined || now === undefined || choice?.filterKey !== groupChoice.filterKey) return;
        // A range that grows on would begin anew with what was chosen before the group.
        setAnchor(null);
        select?.((chosen) => withAllToggled(chosen, some));
      });
    },
    all: () => {
      if (!selection) return false;
      onSelect?.(allRows);
      return true;
    },
    none: () => {
      if (!selection || count === 0) return false;
      setAnchor(null);
      onSelect?.(noRows);
      return true;
    },
  };
}
