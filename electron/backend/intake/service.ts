import type { TrayFile, TrayPaper } from '#shared/contract/intake.ts';
import { AppError } from '#shared/contract/errors.ts';
import { movePages } from '#shared/domain/tray-pages.ts';
import { blankInk } from '#shared/domain/page-print.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { checklistsOfClient, listApplicationsOfClient } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import { faultsOfPages, pageKey } from '#backend/documents/quality/faults.ts';
import { unreadPages } from '#backend/documents/reading/tray.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';
import { turnToOthers } from '#backend/work.ts';
import { isClosed } from '#shared/domain/application.ts';
import { guessesOf, textsOfFiles } from './guess.ts';
import type { GuessedBy, Piece } from './guess.ts';
import { otherSidesOf } from './other-side.ts';
import { pageRow, removeEmptyPapers, writePages } from './pages.ts';
import * as queries from './queries.ts';
import type { FileRecord, PageRecord } from './queries.ts';
import { twinsOf } from './twins.ts';

/** So many pieces are guessed at between which other calls get their turn. */
const atOnce = 8;

/** Everything that lies in the tray, in the order in which it came. */
export async function readTray(backend: Backend, signal?: AbortSignal) {
  const { db } = backend;
  const files = queries.filesInTray(db);
  const pages = queries.pagesInTray(db);
  const papers = queries.papersInTray(db);
  const twins = twinsOf(backend, files);
  const ink = new Map(
    queries
      .printsOf(db, [...new Set(files.map(({ sha256 }) => sha256))])
      .map((row) => [`${row.sha256} ${row.page_no}`, row.ink]),
  );
  const faults = faultsOfPages(
    backend,
    files.map(({ sha256 }) => sha256),
  );
  const isUnread = unreadPages(
    backend,
    files.map(({ sha256 }) => sha256),
  );
  const byId = new Map(files.map((file) => [file.id, file]));
  const by: GuessedBy = {
    texts: textsOfFiles(backend),
    inPieces: queries.filesInPieces(db, [...byId.keys()]),
  };
  const pagesOfPaper = new Map<string | null, PageRecord[]>();
  for (const page of pages) {
    const own = pagesOfPaper.get(page.paper_id);
    if (own === undefined) pagesOfPaper.set(page.paper_id, [page]);
    else own.push(page);
  }
  const pieces: Piece[] = [];
  for (const [index, paper] of papers.entries()) {
    if (index % atOnce === 0) await turnToOthers(signal);
    const own = (pagesOfPaper.get(paper.id) ?? []).toSorted((a, b) => a.position - b.position);
    pieces.push({ paper, pages: own, guesses: guessesOf(backend, own, byId, by) });
  }
  const otherSides = otherSidesOf(pieces, byId);
  return {
    files: files.map((file): TrayFile => fileRow(file, twins.get(file.id))),
    pages: pages.map((page) => {
      const sha256 = byId.get(page.file_id)?.sha256 ?? '';
      const share = ink.get(`${sha256} ${page.page_no}`);
      const isBlank = share === undefined ? null : share < blankInk * 100_000;
      const found = faults.get(pageKey(sha256, page.page_no));
      // Nobody hands in an empty page.
      return {
        ...pageRow(page),
        isBlank,
        isUnread: isUnread(sha256, page.page_no),
        faults: found === undefined ? null : isBlank === true ? [] : [...found],
      };
    }),
    papers: pieces.map((piece) => paperRow(piece, otherSides.get(piece.paper.id) ?? null)),
  };
}

/** How many pieces wait in the tray. */
export const countTray = ({ db }: Pick<Backend, 'db'>) => ({ papers: queries.countPapersInTray(db) });

const fileRow = (file: FileRecord, twins: Pick<TrayFile, 'same' | 'similar'> | undefined): TrayFile => ({
  id: file.id,
  sha256: file.sha256,
  name: file.original_name,
  folderName: file.folder_name,
  cameBy: file.came_by,
  mediaType: file.media_type,
  sizeBytes: file.size_bytes,
  pageCount: file.page_count,
  createdAtMs: file.created_at_ms,
  same: twins?.same ?? null,
  similar: twins?.similar ?? null,
});

function paperRow({ paper, guesses }: Piece, otherSide: TrayPaper['otherSide']): TrayPaper {
  const { clientGuesses, kindGuess } = guesses;
  return {
    id: paper.id,
    clientId: paper.client_id,
    clientName: paper.client_name,
    documentId: paper.document_id,
    itemId: paper.item_id,
    kind: paper.kind,
    title: paper.title,
    validUntil: paper.valid_forever === 1 ? 'forever' : paper.valid_until_on,
    isSeen: paper.is_seen === 1,
    clientGuesses: [...clientGuesses],
    kindGuess,
    otherSide,
  };
}

/** The papers of a client that a piece of this kind may be a new version of, and the items of open applications that take it. */
export function placesFor(backend: Backend, clientId: string, kind: DocumentKind) {
  const papers = listDocumentsOfClient(backend, clientId)
    .filter((paper) => paper.kind === kind)
    .map(({ id, title, validUntil, versionCount }) => ({ id, title, validUntil, versionCount }));
  const applications = listApplicationsOfClient(backend, clientId).filter(({ stage }) => !isClosed(stage));
  const checklists = checklistsOfClient(backend, clientId);
  const items = applications.flatMap(({ id, number }) =>
    (checklists.get(id) ?? [])
      .filter(({ requirement }) => requirement.accepts.includes(kind))
      .map((item) => ({
        id: item.id,
        title: item.requirement.title,
        applicationNumber: number,
        isOpen: item.documents.length === 0,
      })),
  );
  return { papers, items: items.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen)) };
}

/** Takes files out of the tray with the pages of theirs that were not filed. Throws AppError NOT_FOUND. */
export function removeFromTray(backend: Backend, fileIds: readonly string[]) {
  const { db } = backend;
  const { changeId } = backend.changes.record('intake.remove', (change) => {
    const papers = queries.papersInTray(db);
    const before = queries.pagesInTray(db).map(pageRow);
    const going = before.filter((page) => fileIds.includes(page.fileId)).map(({ id }) => id);
    // Pieces of other files too close up, and are looked at again.
    writePages(change, before, movePages(before, { kind: 'leave_out', pageIds: going }), papers);
    for (const fileId of fileIds) {
      const [file] = queries.filesById(db, [fileId]);
      if (file === undefined) throw new AppError('NOT_FOUND', { what: 'intake_files', id: fileId });
      const pages = queries.pagesOfFile(db, fileId);
      const waiting = pages.filter(({ version_id: versionId }) => versionId === null);
      for (const { id } of waiting) change.remove('intake_pages', id);
      // What was filed still tells what it was made of.
      if (waiting.length === pages.length) change.remove('intake_files', fileId);
    }
    removeEmptyPapers(backend, change, papers);
  });
  return { changeId };
}
