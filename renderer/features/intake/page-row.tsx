import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { TrayPage } from '#shared/domain/tray-pages.ts';
import { PagePicture } from '#renderer/components/page-picture.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { pageDrag } from './page-drag.ts';
import type { Piece } from './tray-shape.ts';
import type { OpenTray } from './use-tray.ts';
import type { TrayActions } from './use-tray-actions.ts';
import styles from './page-row.module.css';

interface PageRowProps {
  readonly piece: Piece;
  readonly tray: OpenTray;
  readonly actions: TrayActions;
}

/** The pages of a piece in the order that the paper will have: each is dragged to its place, or moved by keys. */
export function PageRow({ piece, tray, actions }: PageRowProps) {
  const t = useT();
  const { pages, files, paper } = piece;
  const row = useRef<HTMLOListElement>(null);
  /** The page before which what is dragged would come, null for the end; undefined while nothing is dragged over it. */
  const [before, setBefore] = useState<string | null>();
  const over = (event: DragEvent): void => {
    if (!pageDrag.isIn(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setBefore(placeAt(row.current, event.clientX, event.clientY));
  };
  const drop = (event: DragEvent): void => {
    const id = pageDrag.read(event.dataTransfer);
    setBefore(undefined);
    if (id === null) return;
    event.preventDefault();
    if (id === before || isAfterItself(pages, id, before ?? null)) return;
    void actions.arrange({ kind: 'move', pageIds: [id], to: paper.id, before: before ?? null });
    tray.open(paper.id, id);
  };
  return (
    <ol
      ref={row}
      className={styles.row}
      aria-label={t('intake.order')}
      data-end={before === null || undefined}
      onDragOver={over}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setBefore(undefined);
      }}
      onDrop={drop}
    >
      {pages.map((page, index) => {
        const file = files.find(({ id }) => id === page.fileId);
        const isNow = tray.page?.id === page.id;
        return (
          <li key={page.id} data-page={page.id} data-before={before === page.id || undefined}>
            <button
              type="button"
              className={styles.page}
              data-enter-passes
              aria-current={isNow || undefined}
              aria-label={t('intake.pageInOrder', {
                n: index + 1,
                name: file?.name ?? '',
                page: page.pageNo,
              })}
              title={t('intake.orderHint')}
              draggable
              onDragStart={(event) => pageDrag.begin(event.dataTransfer, page.id)}
              onClick={() => tray.open(paper.id, page.id)}
            >
              {file && <PagePicture sha256={file.sha256} pageNo={page.pageNo} turn={page.turn} alt="" lazy />}
              <i aria-hidden>{index + 1}</i>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** The page whose left half the pointer is over, or which follows the one whose right half it is over. */
function placeAt(row: HTMLElement | null, x: number, y: number): string | null {
  for (const item of row?.querySelectorAll<HTMLElement>('[data-page]') ?? []) {
    const { left, width, bottom } = item.getBoundingClientRect();
    if (y <= bottom && x < left + width / 2) return item.dataset.page ?? null;
  }
  return null;
}

/** It would stay where it is. */
const isAfterItself = (pages: readonly TrayPage[], id: string, before: string | null): boolean => {
  const at = pages.findIndex((page) => page.id === id);
  return at >= 0 && (pages[at + 1]?.id ?? null) === before;
};
