import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { AppErrorCode } from '#shared/contract/errors.ts';
import { documentParts } from '#shared/domain/document-kind.ts';
import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { refuseUnfit, writePaperFor } from '#backend/documents/add.ts';
import type { NewPaper } from '#backend/documents/add.ts';
import { plainData } from '#backend/documents/take-file.ts';
import { makeThumbnailsLater } from '#backend/documents/thumbnails.ts';
import type { PaperFile } from '#backend/documents/write.ts';
import type { StagedFile } from '#backend/vault/store.ts';
import { turnToOthers } from '#backend/work.ts';
import { madeOf } from './made-file.ts';
import * as queries from './queries.ts';
import type { FileRecord, PageRecord, PaperRecord } from './queries.ts';

export type FilingProgress =
  | { readonly kind: 'filing'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'refused';
      readonly paperId: string;
      readonly code: AppErrorCode;
      readonly data: Record<string, string | number>;
    }
  | { readonly kind: 'filed'; readonly changeId: string | null; readonly filedCount: number };

/** A piece whose files lie ready. */
interface ReadyPaper {
  readonly paper: PaperRecord & { readonly client_id: string; readonly kind: DocumentKind };
  readonly sides: readonly ReadySide[];
}

export interface ReadySide extends PaperFile {
  readonly pages: readonly PageRecord[];
  /** Null for an original, which lies in the vault already. */
  readonly staged: StagedFile | null;
}

/**
 * Makes papers of pieces: an original stays what it is, other pages are put together to a new file. A piece that can't
 * be filed is told by its id and stays in the tray, the others are one change. Throws AppError CANCELLED; nothing is
 * kept then.
 */
export async function* filePapers(
  backend: Backend,
  paperIds: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<FilingProgress> {
  const { db } = backend;
  const files = new Map(queries.filesInTray(db).map((file) => [file.id, file]));
  const papers = queries.papersInTray(db).filter(({ id }) => paperIds.includes(id));
  const ready: ReadyPaper[] = [];
  let kept = false;
  try {
    for (const [index, paper] of papers.entries()) {
      yield { kind: 'filing', done: index, total: papers.length };
      await turnToOthers(signal);
      try {
        ready.push(await readyPaper(backend, paper, files, signal));
      } catch (error) {
        const known = asDamaged(error, paper.title);
        if (known.code === 'CANCELLED') throw error;
        yield { kind: 'refused', paperId: paper.id, code: known.code, data: plainData(known.data) };
      }
    }
    const { changeId, refused } = keepAll(backend, ready);
    kept = true;
    yield* refused;
    yield { kind: 'filed', changeId, filedCount: ready.length - refused.length };
  } finally {
    if (!kept) for (const { sides } of ready) for (const { staged } of sides) staged?.drop();
  }
}

/** A file on which its maker breaks must not take the other pieces with it. */
function asDamaged(error: unknown, name: string): AppError {
  if (isAppError(error)) return error;
  console.error('filing:', error);
  const detail = error instanceof Error ? error.message : String(error);
  return new AppError('FILE_DAMAGED', { name, detail }, { cause: error });
}

/** Looked at between its making and its keeping: a piece that another window has changed is not what was seen. */
async function readyPaper(
  backend: Backend,
  paper: PaperRecord,
  files: ReadonlyMap<string, FileRecord>,
  signal: AbortSignal | undefined,
): Promise<ReadyPaper> {
  const { client_id: clientId, kind, is_seen: isSeen } = paper;
  if (clientId === null) throw new AppError('PAPER_INCOMPLETE', { missing: 'client' });
  if (kind === null) throw new AppError('PAPER_INCOMPLETE', { missing: 'kind' });
  if (isSeen === 0) throw new AppError('PAPER_INCOMPLETE', { missing: 'look' });
  const pages = queries
    .pagesInTray(backend.db)
    .filter(({ paper_id: paperId }) => paperId === paper.id)
    .toSorted((a, b) => a.position - b.position);
  if (pages.length === 0) throw new AppError('PAPER_INCOMPLETE', { missing: 'pages' });
  const sides: ReadySide[] = [];
  const parts = pages.map((page) => partFor(kind, page.part));
  for (const part of new Set(parts)) {
    const own = pages.filter((_, index) => parts[index] === part);
    sides.push(await readySide(backend, part, own, files, signal));
  }
  return { paper: { ...paper, client_id: clientId, kind }, sides };
}

/** A paper with one side has no front, one with two has nothing else. */
function partFor(kind: DocumentKind, part: DocumentPart): DocumentPart {
  const sides = documentParts(kind);
  return sides.find((side) => side === part) ?? sides[0] ?? 'whole';
}

async function readySide(
  backend: Backend,
  part: DocumentPart,
  pages: readonly PageRecord[],
  files: ReadonlyMap<string, FileRecord>,
  signal: AbortSignal | undefined,
): Promise<ReadySide> {
  const used = [...new Set(pages.flatMap(({ file_id: id }) => files.get(id) ?? []))];
  return { part, pages, ...(await madeOf(backend, pages, used, signal)) };
}

type Refused = Extract<FilingProgress, { kind: 'refused' }>;

/** From here to the end nothing waits, so that no other call can come between the files and their rows. */
function keepAll(backend: Backend, ready: readonly ReadyPaper[]) {
  const refused: Refused[] = [];
  const hashes: string[] = [];
  if (ready.length === 0) return { changeId: null, refused };
  const { changeId } = backend.changes.record('intake.file', (change) => {
    for (const each of ready) {
      try {
        refuseChanged(backend, each);
        refuseUnfit(backend, paperOf(each));
        for (const { staged } of each.sides) staged?.keep();
      } catch (error) {
        if (!isAppError(error) || error.code === 'DISK_FULL') throw error;
        for (const { staged } of each.sides) staged?.drop();
        const { id: paperId } = each.paper;
        refused.push({ kind: 'refused', paperId, code: error.code, data: plainData(error.data) });
        continue;
      }
      // Half a piece can't be taken back alone: what fails from here on takes the whole change with it.
      writeFiled(backend, change, each);
      hashes.push(...each.sides.map(({ inspected }) => inspected.sha256));
    }
  });
  makeThumbnailsLater(backend, hashes);
  return { changeId, refused };
}

/** Throws AppError CHANGED_MEANWHILE when the piece is not what was seen and its file was made of. */
function refuseChanged({ db }: Backend, { paper, sides }: ReadyPaper): void {
  const now = queries.papersInTray(db).find(({ id }) => id === paper.id);
  const pages = queries.pagesInTray(db).filter((page) => page.paper_id === paper.id);
  const made = new Map(sides.flatMap((side) => side.pages.map((page) => [page.id, page] as const)));
  const isSame =
    JSON.stringify(now) === JSON.stringify(paper) &&
    pages.length === made.size &&
    pages.every((page) => JSON.stringify(page) === JSON.stringify(made.get(page.id)));
  if (!isSame) throw new AppError('CHANGED_MEANWHILE', { name: paper.title });
}

const paperOf = ({ paper }: ReadyPaper): NewPaper => ({
  clientId: paper.client_id,
  documentId: paper.document_id,
  itemId: paper.item_id,
  kind: paper.kind,
  title: paper.title,
  validUntil: paper.valid_forever === 1 ? 'forever' : paper.valid_until_on,
});

function writeFiled(backend: Backend, change: Change, ready: ReadyPaper): void {
  const { versionIds } = writePaperFor(backend, change, paperOf(ready), ready.sides);
  for (const [index, { pages }] of ready.sides.entries())
    for (const { id } of pages) change.update('intake_pages', id, { version_id: versionIds[index] ?? null });
}
