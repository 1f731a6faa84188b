import path from 'node:path';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { AppErrorCode } from '#shared/contract/errors.ts';
import type { DocumentPart } from '#shared/domain/document-kind.ts';
import { attachDocument, attachPermit, nameHolder } from '#backend/applications/attach.ts';
import { itemKeyOf } from '#backend/applications/checklist.ts';
import { getApplication } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { StagedFile } from '#backend/vault/store.ts';
import { assignParts } from './parts.ts';
import { findDocument, isLiveClient, versionsOf } from './queries.ts';
import { plainData, takeFile } from './take-file.ts';
import { makeThumbnailsLater } from './thumbnails.ts';
import { writePaper } from './write.ts';
import type { PaperFile, PaperRow, WrittenPaper } from './write.ts';

export interface NewPaper extends PaperRow {
  /** The item of a checklist that the paper is for. */
  readonly itemId: string | null;
}

export interface NewDocument extends NewPaper {
  readonly files: readonly { readonly token: string; readonly part?: DocumentPart | undefined }[];
}

export type AddProgress =
  | { readonly kind: 'storing'; readonly name: string; readonly fileNo: number; readonly fileCount: number }
  | {
      readonly kind: 'refused';
      readonly name: string;
      readonly code: AppErrorCode;
      readonly data: Record<string, string | number>;
    }
  | {
      readonly kind: 'added';
      readonly changeId: string | null;
      readonly documentId: string | null;
      readonly storedCount: number;
      readonly refusedCount: number;
    };

/** A file that was found good and lies ready in the vault. */
interface TakenFile extends PaperFile {
  readonly staged: StagedFile;
}

/**
 * Stores files and makes one paper of them, or new versions of a paper. Each file is judged on its own: a bad one is
 * told by name and code and leaves nothing behind, the others are kept. The rows are one change.
 * Throws AppError NOT_FOUND, ACTION_NOT_ALLOWED (the item asks for another kind), CANCELLED; nothing is kept then.
 */
export async function* addDocument(
  backend: Backend,
  input: NewDocument,
  signal?: AbortSignal,
): AsyncGenerator<AddProgress> {
  targetItem(backend, input);
  const taken: TakenFile[] = [];
  let kept = false;
  try {
    yield* takeFiles(backend, input, taken, signal);
    const added = keepAll(backend, input, taken);
    kept = true;
    makeThumbnailsLater(backend, [...new Set(taken.map(({ staged }) => staged.sha256))]);
    yield {
      kind: 'added',
      ...added,
      storedCount: taken.length,
      refusedCount: input.files.length - taken.length,
    };
  } finally {
    // Also reached when the caller walks away in the middle.
    if (!kept) for (const { staged } of taken) staged.drop();
  }
}

async function* takeFiles(
  backend: Backend,
  input: NewDocument,
  taken: TakenFile[],
  signal: AbortSignal | undefined,
): AsyncGenerator<AddProgress> {
  const parts = assignParts(input.kind, partsOf(backend, input.documentId), input.files);
  for (const [index, { token }] of input.files.entries()) {
    const source = resolve(backend, token);
    const name = source instanceof AppError ? '' : path.basename(source);
    yield { kind: 'storing', name, fileNo: index + 1, fileCount: input.files.length };
    try {
      if (source instanceof AppError) throw source;
      taken.push({ name, part: parts[index] ?? 'whole', ...(await takeFile(backend, source, { signal })) });
    } catch (error) {
      if (!isAppError(error) || error.code === 'CANCELLED') throw error;
      yield { kind: 'refused', name, code: error.code, data: plainData(error.data) };
    }
  }
}

function resolve(backend: Backend, token: string): string | AppError {
  try {
    return backend.tokens.resolve(token, 'read');
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

/** From here to the end nothing waits, so that no other call can come between the files and their rows. */
function keepAll(backend: Backend, input: NewDocument, taken: readonly TakenFile[]) {
  if (taken.length === 0) return { changeId: null, documentId: input.documentId };
  for (const { staged } of taken) staged.keep();
  const { changeId, result } = backend.changes.record('documents.add', (change) =>
    writePaperFor(backend, change, input, taken),
  );
  return { changeId, documentId: result.documentId };
}

/**
 * Writes a paper with its files and attaches it where it is for. Gives the version that each file has become. Throws as
 * `addDocument` does.
 */
export function writePaperFor(
  backend: Backend,
  change: Change,
  input: NewPaper,
  files: readonly PaperFile[],
): WrittenPaper {
  const item = targetItem(backend, input);
  const written = writePaper(backend, change, namedFor(item, input), files);
  const { documentId } = written;
  if (item !== null) attachDocument(change, backend, item.id, documentId);
  attachPermit(backend, change, documentId);
  const holder = item?.requirement.holder;
  if (holder !== undefined && input.documentId === null)
    nameHolder(change, backend, { documentId, clientId: input.clientId, holder });
  return written;
}

/** A new paper for a permit's line bears the permit's name, so that it is known as the permit everywhere. */
function namedFor(item: ApplicationItem | null, input: NewPaper): NewPaper {
  const asks = item?.requirement.asks;
  const isNameless = input.documentId === null && (input.title ?? '') === '';
  return asks?.of === 'permit' && isNameless ? { ...input, title: asks.name.zh } : input;
}

function partsOf(backend: Backend, documentId: string | null): ReadonlySet<DocumentPart> {
  if (documentId === null) return new Set();
  return new Set(versionsOf(backend.db, [documentId]).map(({ part }) => part));
}

/** Throws as `addDocument` does where a paper can't be written for its client, paper or item. */
export function refuseUnfit(backend: Backend, paper: NewPaper): void {
  targetItem(backend, paper);
}

/** The item that the paper is for. Throws as `addDocument` does when there is nothing to add it to. */
function targetItem(
  backend: Backend,
  { clientId, documentId, itemId, kind }: NewPaper,
): ApplicationItem | null {
  const { db } = backend;
  if (!isLiveClient(db, clientId)) throw new AppError('NOT_FOUND', { what: 'clients', id: clientId });
  if (documentId !== null && findDocument(db, documentId)?.client_id !== clientId) {
    throw new AppError('NOT_FOUND', { what: 'documents', id: documentId });
  }
  if (itemId === null) return null;
  const { application, items } = getApplication(backend, itemKeyOf(itemId).applicationId);
  const item = application.clientId === clientId ? items.find(({ id }) => id === itemId) : undefined;
  if (item === undefined) throw new AppError('NOT_FOUND', { what: 'items', id: itemId });
  if (item.requirement.accepts.includes(kind)) return item;
  throw new AppError('ACTION_NOT_ALLOWED', {
    action: 'attach',
    stage: application.stage,
    reason: 'kind_not_accepted',
  });
}
