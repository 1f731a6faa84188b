import { AppError, isAppError } from '#shared/contract/errors.ts';
import { pagesOf } from '#shared/domain/file-text.ts';
import type { Backend } from '#backend/backend.ts';
import { findDocument, versionsOf } from '#backend/documents/queries.ts';
import type { VersionRecord } from '#backend/documents/queries.ts';
import { indexFile } from '#backend/search/files/service.ts';
import { announce } from '#backend/system/announcements.ts';
import { findText } from './queries.ts';
import type { TextRecord } from './queries.ts';
import { knownText, readText } from './read.ts';

/**
 * What the files of a paper say, page by page, the newest version of each part first. What nobody has read yet is read
 * now. Throws AppError NOT_FOUND (the paper), CANCELLED.
 */
export async function textOfPaper(backend: Backend, id: string, signal?: AbortSignal) {
  if (findDocument(backend.db, id) === undefined) throw new AppError('NOT_FOUND', { what: 'documents', id });
  const versions = versionsOf(backend.db, [id]);
  for (const version of versions) await ensureRead(backend, version, signal);
  return {
    files: versions.map((version) => ({
      part: version.part,
      versionNo: version.version_no,
      originalName: version.original_name,
      text: textOf(bestText(backend, version.sha256)),
    })),
  };
}

/** What the file says by itself, else what was recognised on its pages. */
function bestText(backend: Backend, sha256: string): TextRecord | undefined {
  const own = knownText(backend, sha256);
  if (own !== undefined && own.text !== '') return own;
  const seen = findText(backend.db, sha256, 'ocr');
  return seen === undefined || seen.text === '' ? own : seen;
}

function textOf(record: TextRecord | undefined) {
  if (record === undefined) return { state: 'unread' } as const;
  const { text, fault, is_whole: isWhole } = record;
  if (fault !== null) return { state: 'unreadable', fault } as const;
  return { state: 'read', pages: text === '' ? [] : pagesOf(text), isWhole: isWhole === 1 } as const;
}

async function ensureRead(
  backend: Backend,
  { sha256, media_type: mediaType }: VersionRecord,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (mediaType !== 'application/pdf' || knownText(backend, sha256) !== undefined) return;
  try {
    await readText(backend, sha256, signal);
  } catch (error) {
    // A file that is gone says nothing, and the others are read all the same.
    if (isAppError(error) && error.code === 'NOT_FOUND') return;
    throw error;
  }
  if (indexFile(backend, sha256).isNew) announce(backend, ['file_texts']);
}
