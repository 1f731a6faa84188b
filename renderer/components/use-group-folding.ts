import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { TableLayout } from './group-rows.ts';
import type { TableGroups } from './table-groups.ts';
import type { TablePlace } from './use-table-place.ts';
import { rowsInSight } from './use-table-rows.ts';
import type { TableRows } from './use-table-rows.ts';
import { onKeys } from './use-shortcuts.ts';

type FoldingProps<Row> = {
  readonly groups: TableGroups | undefined;
  readonly rows: TableRows;
  readonly place: TablePlace<Row>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Of the table, which its headings' are made of. */
  readonly base: string;
  readonly focus: () => void;
  /** Chooses a group as a whole; undefined where rows cannot be selected. */
  readonly onChoose: ((key: string) => void) | undefined;
  readonly onShow: ((first: number, last: number) => void) | undefined;
};

export type GroupFolding = {
  readonly headingId: (key: string) => string;
  readonly fold: (key: string, isOpen: boolean) => void;
  /** Collapses the group of the active row and goes to its heading, or opens it. */
  readonly foldActive: (isOpen: boolean) => boolean;
  readonly keysOf: (group: number) => (event: KeyboardEvent) => void;
};

const none: readonly never[] = [];

/** Collapses and opens groups, by the mouse and by keys; arrows lead from a heading to what stands beside it. */
export function useGroupFolding<Row>(props: FoldingProps<Row>): GroupFolding {
  const { groups, rows, place, scroller, base, focus, onChoose } = props;
  const { layout, virtualizer } = rows;
  const list = groups?.list ?? none;
  const headingId = (key: string): string => `${base}-group-${key}`;
  const keepHeading = useHeadingKept({ list, layout, virtualizer }, scroller);
  const fold = (key: string, isOpen: boolean): void => {
    keepHeading(key);
    const group = list.findIndex((other) => other.key === key);
    // What comes into sight in the place of its rows is asked for with the shorter list.
    if (!isOpen && group === rows.stuck) {
      const first = layout.rowsBefore(layout.itemOfHeading(group));
      props.onShow?.(first, first + rowsInSight(virtualizer));
    }
    groups?.onFold(key, isOpen);
  };
  const goToHeading = (group: number): void => {
    const key = list[group]?.key;
    if (key === undefined) return;
    if (rows.stuck !== group) virtualizer.scrollToIndex(layout.itemOfHeading(group));
    document.getElementById(headingId(key))?.focus({ preventScroll: true });
  };
  const goTo = (item: number): void => {
    if (item < 0 || item >= layout.itemCount) return;
    const to = layout.itemAt(item);
    if (to.kind === 'heading') goToHeading(to.group);
    else {
      focus();
      place.go(to.row, null);
    }
  };
  return {
    headingId,
    fold,
    foldActive: (isOpen) => {
      const group = place.index < 0 ? undefined : layout.groupOfRow(place.index);
      const key = group === undefined ? undefined : list[group]?.key;
      if (group === undefined || key === undefined) return false;
      if (isOpen) return true;
      goToHeading(group);
      fold(key, false);
      return true;
    },
    keysOf: (group) => {
      const key = list[group]?.key ?? '';
      const item = layout.itemOfHeading(group);
      return onKeys({
        arrowleft: () => fold(key, false),
        arrowright: () => fold(key, true),
        'mod+arrowleft': () => fold(key, false),
        'mod+arrowright': () => fold(key, true),
        arrowup: () => goTo(item - 1),
        arrowdown: () => goTo(item + 1),
        space: onChoose && (() => onChoose(key)),
      });
    },
  };
}

/** A group that is collapsed from within leaves its heading where it stood, not the rows of another one. */
function useHeadingKept(
  { list, layout, virtualizer }: Pick<TableRows, 'layout' | 'virtualizer'> & Pick<TableGroups, 'list'>,
  scroller: RefObject<HTMLDivElement | null>,
): (key: string) => void {
  const folded = useRef<{ readonly key: string; readonly layout: TableLayout } | null>(null);
  useLayoutEffect(() => {
    const before = folded.current;
    if (before === null || before.layout === layout || scroller.current === null) return;
    folded.current = null;
    const group = list.findIndex(({ key }) => key === before.key);
    if (group < 0) return;
    const top = layout.itemOfHeading(group) * virtualizer.options.estimateSize(0);
    if (scroller.current.scrollTop > top) scroller.current.scrollTop = top;
  });
  return (key) => {
    folded.current = { key, layout };
  };
}
