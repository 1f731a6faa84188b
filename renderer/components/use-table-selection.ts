import { useState } from 'react';
import { toggled, withRange } from './table-moves.ts';

type SelectionProps = {
  readonly ids: readonly string[];
  readonly selection?: ReadonlySet<string>;
  readonly onSelect?: (selection: ReadonlySet<string>) => void;
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
export function useTableSelection({ ids, selection, onSelect }: SelectionProps): TableSelection {
  const [anchor, setAnchor] = useState<string | null>(null);
  const anchorIndex = anchor === null ? -1 : ids.indexOf(anchor);
  return {
    share: shareOf(ids.length, selection?.size ?? 0),
    choose: (id, range) => {
      if (!selection) return;
      if (range && anchorIndex >= 0) {
        onSelect?.(withRange(selection, ids, anchorIndex, ids.indexOf(id)));
        return;
      }
      setAnchor(id);
      onSelect?.(toggled(selection, id));
    },
    extend: (from, to) => {
      if (!selection) return;
      if (anchorIndex < 0) setAnchor(ids[from] ?? null);
      onSelect?.(withRange(selection, ids, anchorIndex < 0 ? from : anchorIndex, to));
    },
    all: () => {
      if (!selection) return false;
      onSelect?.(new Set(ids));
      return true;
    },
    none: () => {
      if (!selection || selection.size === 0) return false;
      onSelect?.(new Set());
      return true;
    },
  };
}

function shareOf(count: number, selected: number): TableSelection['share'] {
  if (selected === 0) return 'none';
  return selected >= count ? 'all' : 'some';
}
