import { AppError } from '#shared/contract/errors.ts';
import type { AskedMove } from '#shared/contract/intake.ts';
import { movePages, pagesAtMost } from '#shared/domain/tray-pages.ts';
import type { TrayMove, TrayPage } from '#shared/domain/tray-pages.ts';
import { documentParts } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import * as queries from './queries.ts';
import type { PaperRecord } from './queries.ts';
import { pageRow, removeEmptyPapers, writePages } from './pages.ts';

/**
 * Moves pages between pieces. A piece that loses its last page is gone; one that was changed has to be looked at again.
 * Throws AppError NOT_FOUND where the move names what is not in the tray, TOO_MANY_PAGES.
 */
export function arrangeTray(backend: Backend, move: AskedMove) {
  const { db } = backend;
  const { changeId, result } = backend.changes.record('intake.arrange', (change) => {
    const before = queries.pagesInTray(db).map(pageRow);
    const papers = queries.papersInTray(db);
    refuseUnknown(move, before, papers);
    const isNew = move.kind === 'cut' || move.kind === 'own';
    const newPaperId = isNew ? change.insert('intake_papers', { title: '' }) : null;
    const full: TrayMove = isNew ? { ...move, newPaperId: newPaperId ?? '' } : move;
    const after = movePages(before, full);
    if (move.kind === 'sides') refuseUnfitSides(move, papers);
    refuseTooLong(after, papers);
    writePages(change, before, after, papers);
    if (move.kind === 'sides') describeCard(change, move, papers);
    // A cut before the first page cuts nothing off.
    if (newPaperId !== null)
      for (const id of queries.emptyPapers(db, [newPaperId])) change.remove('intake_papers', id);
    removeEmptyPapers(backend, change, papers);
    return newPaperId;
  });
  return { changeId, paperId: result };
}

/** Two sides are of one paper of one client, of a kind that has two. Throws AppError SIDES_UNFIT. */
function refuseUnfitSides(
  { front, back }: Extract<AskedMove, { kind: 'sides' }>,
  papers: readonly PaperRecord[],
): void {
  const both = [front, back].flatMap((id) => papers.find((paper) => paper.id === id) ?? []);
  const clients = new Set(both.flatMap(({ client_id: id }) => id ?? []));
  if (clients.size > 1) throw new AppError('SIDES_UNFIT', { differs: 'client' });
  const kinds = new Set(both.flatMap(({ kind }) => kind ?? []));
  if (kinds.size > 1 || [...kinds].some((kind) => documentParts(kind).length < 2))
    throw new AppError('SIDES_UNFIT', { differs: 'kind' });
}

/** Whoever joins two sides says that they are a card; what was said of the back alone goes with it. */
function describeCard(
  change: Pick<Change, 'update'>,
  { front, back }: Extract<AskedMove, { kind: 'sides' }>,
  papers: readonly PaperRecord[],
): void {
  const [one, other] = [front, back].map((id) => papers.find((paper) => paper.id === id));
  if (one === undefined || other === undefined || one === other) return;
  const hasDate = one.valid_until_on !== null || one.valid_forever === 1;
  const dated = hasDate ? one : other;
  const isOneClient = one.client_id === null || one.client_id === other.client_id;
  change.update('intake_papers', front, {
    kind: one.kind ?? 'id_card',
    client_id: one.client_id ?? other.client_id,
    title: one.title === '' ? other.title : one.title,
    valid_until_on: dated.valid_until_on,
    valid_forever: dated.valid_forever,
    ...(isOneClient && {
      document_id: one.document_id ?? other.document_id,
      item_id: one.item_id ?? other.item_id,
    }),
  });
}

function refuseTooLong(pages: readonly TrayPage[], papers: readonly PaperRecord[]): void {
  const counts = new Map<string | null, number>();
  for (const { paperId } of pages) counts.set(paperId, (counts.get(paperId) ?? 0) + 1);
  counts.delete(null);
  const [tooLong] = [...counts].filter(([, count]) => count > pagesAtMost);
  if (tooLong === undefined) return;
  const [paperId, pageCount] = tooLong;
  const name = papers.find(({ id }) => id === paperId)?.title ?? '';
  throw new AppError('TOO_MANY_PAGES', { name, pageCount, limit: pagesAtMost });
}

function refuseUnknown(move: AskedMove, pages: readonly TrayPage[], papers: readonly PaperRecord[]): void {
  const named = namedBy(move);
  const page = named.pages.find((id) => !pages.some((each) => each.id === id));
  if (page !== undefined) throw new AppError('NOT_FOUND', { what: 'intake_pages', id: page });
  const paper = named.papers.find((id) => !papers.some((each) => each.id === id));
  if (paper !== undefined) throw new AppError('NOT_FOUND', { what: 'intake_papers', id: paper });
}

function namedBy(move: AskedMove): {
  readonly pages: readonly string[];
  readonly papers: readonly string[];
} {
  switch (move.kind) {
    case 'cut':
    case 'part':
      return { pages: [move.pageId], papers: [] };
    case 'join':
      return { pages: [], papers: [move.paperId, move.to] };
    case 'sides':
      return { pages: [], papers: [move.front, move.back] };
    case 'move':
      return { pages: move.pageIds, papers: [move.to] };
    case 'own':
    case 'turn':
    case 'leave_out':
      return { pages: move.pageIds, papers: [] };
  }
}
