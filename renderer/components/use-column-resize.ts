import { useRef, useState } from 'react';
import type { DragEvent, PointerEvent } from 'react';
import type { ColumnLayout } from '#shared/contract/column-layout.ts';
import { heldBefore, withWidth } from './column-layout.ts';
import type { ColumnArrangement } from './column-layout.ts';
import type { Column } from './table-column.ts';

/** By how much, in px, a key press changes a width. */
const keyStep = 16;

type EdgeProps = {
  readonly draggable: true;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onDoubleClick: () => void;
};

export type ColumnResize = {
  /** The layout as it is drawn: while an edge is pulled, with the width that it has by now. */
  readonly layout: ColumnLayout;
  readonly edge: (id: string) => EdgeProps;
  /** Changes the width of the column whose head this is by one step. */
  readonly step: (id: string, head: Element, direction: -1 | 1) => void;
};

/** Widths that are pulled at the edge of a head cell, or changed by keys. They are kept when the pointer lets go. */
export function useColumnResize<Row>(
  columns: readonly Column<Row>[],
  { layout, onLayout }: ColumnArrangement,
): ColumnResize {
  const [pulled, setPulled] = useState<ColumnLayout | null>(null);
  const from = useRef<{ readonly x: number; readonly width: number; readonly base: ColumnLayout }>(null);
  const letGo = (): void => {
    from.current = null;
    setPulled(null);
  };
  return {
    layout: pulled ?? layout,
    edge: (id) => ({
      // The edge is not a grip of the column that it belongs to.
      draggable: true,
      onDragStart: (event) => {
        event.preventDefault();
        event.stopPropagation();
      },
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const measured = widthsOf(event.currentTarget.closest('[role="row"]'));
        const base = heldBefore(columns, layout, id, measured);
        from.current = { x: event.clientX, width: measured[id] ?? 0, base };
      },
      onPointerMove: (event) => {
        if (from.current === null) return;
        const { x, width, base } = from.current;
        if (pulled !== null || event.clientX !== x) setPulled(withWidth(base, id, width + event.clientX - x));
      },
      onPointerUp: () => {
        if (pulled !== null) onLayout(pulled);
        letGo();
      },
      onPointerCancel: letGo,
      onDoubleClick: () => onLayout(withWidth(layout, id, null)),
    }),
    step: (id, head, direction) =>
      onLayout(withWidth(layout, id, head.getBoundingClientRect().width + direction * keyStep)),
  };
}

/** Of every head cell of the row its width, in px. */
function widthsOf(row: Element | null): Readonly<Record<string, number>> {
  const cells = [...(row?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  return Object.fromEntries(
    cells.map((cell) => [cell.dataset.column ?? '', cell.getBoundingClientRect().width]),
  );
}
