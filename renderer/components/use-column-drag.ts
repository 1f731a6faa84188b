import { useState } from 'react';
import type { DragEvent } from 'react';

type DropPlace = { readonly beside: string; readonly after: boolean };

type DragProps = {
  readonly draggable: true;
  /** Where what is dragged would come to lie. */
  readonly 'data-drop'?: 'before' | 'after';
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
};

/** Columns that are dragged to another place, side by side (`x`) or one above the other (`y`). */
export function useColumnDrag(
  axis: 'x' | 'y',
  onMove: (id: string, to: DropPlace) => void,
): (id: string) => DragProps {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<DropPlace | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  return (id) => ({
    draggable: true,
    ...(over?.beside === id && dragged !== id && { 'data-drop': over.after ? 'after' : 'before' }),
    onDragStart: (event) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      setDragged(id);
    },
    onDragOver: (event) => {
      if (dragged === null) return;
      event.preventDefault();
      const after = isAfterMiddle(event, axis);
      if (over?.beside !== id || over.after !== after) setOver({ beside: id, after });
    },
    onDrop: (event) => {
      if (dragged === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (dragged !== id) onMove(dragged, { beside: id, after: isAfterMiddle(event, axis) });
      end();
    },
    onDragEnd: end,
  });
}

function isAfterMiddle(event: DragEvent, axis: 'x' | 'y'): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  return axis === 'x' ? event.clientX > box.left + box.width / 2 : event.clientY > box.top + box.height / 2;
}
