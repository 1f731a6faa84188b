import { useState } from 'react';
import { allCome, between, placeOf, toggled, withRange } from './table-moves.ts';
import type { RowIds, RowPlace } from './table-moves.ts';

type SelectionProps = {
  readonly ids: RowIds;
  readonly selection?: ReadonlySet<string>;
  readonly onSelect?: (selection: ReadonlySet<string>) => void;
  /** The ids of the whole list in its order, also of rows that have not come yet; undefined when they can't be had. */
  readonly allIds?: () => Promise<readonly string[] | undefined>;
};

export type TableSelection = {
  readonly share: 'none' | 'some' | 'all';
  /** One row, or with `range` everything from the row that was chosen last. */
  readonly choose: (id: string, range: boolean) => void;
  /** Grows the selection from where it began, else from `from`, to the row at `to`. */
  readonly extend: (from: number, to: number) => void;
  readonly all: () => boolean;
  readonly none: () => boolean;
};

/** Which rows are selected, and from where a range grows. */
export function useTableSelection({ ids, selection, onSelect, allIds }: SelectionProps): TableSelection {
  const [anchor, setAnchor] = useState<RowPlace | null>(null);
  const whole = async (act: (all: readonly string[]) => void): Promise<void> => {
    const all = allCome(ids) ? ids : await allIds?.();
    if (all !== undefined) act(all);
  };
  const addRange = (chosen: ReadonlySet<string>, from: number, to: number): void => {
    const range = between(ids, from, to);
    if (allCome(range)) onSelect?.(new Set([...chosen, ...range]));
    else void whole((all) => onSelect?.(withRange(chosen, all, from, to)));
  };
  const anchorIndex = placeOf(anchor, ids);
  return {
    share: shareOf(ids.length, selection?.size ?? 0),
    choose: (id, range) => {
      if (!selection) return;
      const index = ids.indexOf(id);
      if (range && anchorIndex >= 0) {
        addRange(selection, anchorIndex, index);
        return;
      }
      setAnchor({ id, index });
      onSelect?.(toggled(selection, id));
    },
    extend: (from, to) => {
      if (!selection) return;
      if (anchorIndex < 0) setAnchor({ id: ids[from], index: from });
      addRange(selection, anchorIndex < 0 ? from : anchorIndex, to);
    },
    all: () => {
      if (!selection) return false;
      void whole((all) => onSelect?.(new Set(all)));
      return true;
    },
    none: () => {
      if (!selection || selection.size === 0) return false;
      setAnchor(null);
      onSelect?.(new Set());
      return true;
    },
  };
}

function shareOf(count: number, selected: number): TableSelection['share'] {
  if (selected === 0) return 'none';
  return selected >= count ? 'all' : 'some';
}
