import type { TrayPage } from '#shared/domain/tray-pages.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import * as queries from './queries.ts';
import type { PageRecord, PaperRecord } from './queries.ts';

export const pageRow = (page: PageRecord): TrayPage => ({
  id: page.id,
  fileId: page.file_id,
  pageNo: page.page_no,
  paperId: page.paper_id,
  position: page.position,
  turn: page.turn,
  part: page.part,
});

/** Writes where pages have gone. A piece that was looked at and is not what it was has to be looked at again. */
export function writePages(
  change: Change,
  before: readonly TrayPage[],
  after: readonly TrayPage[],
  papers: readonly PaperRecord[],
): void {
  const touched = new Set<string>();
  for (const [index, page] of after.entries()) {
    const old = before[index];
    const { paperId, position, turn, part } = page;
    const isWritten = change.update('intake_pages', page.id, { paper_id: paperId, position, turn, part });
    if (!isWritten) continue;
    for (const id of [old?.paperId, paperId]) if (typeof id === 'string') touched.add(id);
  }
  for (const { id, is_seen: isSeen } of papers)
    if (isSeen === 1 && touched.has(id)) change.update('intake_papers', id, { is_seen: 0 });
}

/** Pieces that have lost their last page are gone. */
export function removeEmptyPapers(
  { db }: Pick<Backend, 'db'>,
  change: Pick<Change, 'remove'>,
  papers: readonly PaperRecord[],
): void {
  const ids = papers.map(({ id }) => id);
  for (const id of queries.emptyPapers(db, ids)) change.remove('intake_papers', id);
}
