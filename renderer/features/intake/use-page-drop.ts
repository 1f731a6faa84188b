import { useState } from 'react';
import type { DragEvent } from 'react';
import { pageDrag } from './page-drag.ts';
import type { Piece } from './tray-shape.ts';
import type { OpenTray } from './use-tray.ts';
import type { TrayActions } from './use-tray-actions.ts';

/** A page that is dropped on the line of a piece goes to its end. */
export function usePageDrop({ paper, pages }: Piece, tray: OpenTray, actions: TrayActions) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!pageDrag.isIn(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setOver(true);
      },
      onDragLeave: (): void => setOver(false),
      onDrop: (event: DragEvent): void => {
        setOver(false);
        const id = pageDrag.read(event.dataTransfer);
        if (id === null) return;
        event.preventDefault();
        if (pages.some((page) => page.id === id)) return;
        void actions.arrange({ kind: 'move', pageIds: [id], to: paper.id, before: null });
        tray.open(paper.id, id);
      },
    },
  };
}
