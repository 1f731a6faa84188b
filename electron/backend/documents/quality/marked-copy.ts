import type { CopyMark } from '#shared/contract/hand-outs.ts';
import { AppError } from '#shared/contract/errors.ts';
import { markedMediaType } from '#shared/domain/mark-words.ts';
import type { Backend } from '#backend/backend.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { keptBytes } from './kept-bytes.ts';
import { marksOn } from './mark.ts';
import { requireVersion } from './service.ts';

const timeoutMs = 120_000;
/** More pages than anybody gives away as pictures; the whole would not fit into the memory. */
const mostPages = 60;
const limitBytes = 200 * 1_048_576;

/**
 * The pages of a version as pictures with a mark: of a single picture a picture, else a PDF. Throws AppError NOT_FOUND (the version
 * or its file), MARK_NO_PLACE, MARK_TOO_MANY_PAGES, FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE, CANCELLED.
 */
export async function makeMarkedCopy(
  backend: Backend,
  versionId: string,
  mark: CopyMark,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const version = requireVersion(backend, versionId);
  const { media_type: stored, page_count: pageCount } = version;
  if (pageCount > mostPages) throw new AppError('MARK_TOO_MANY_PAGES', { pageCount, mostPages });
  const markOn = await marksOn(backend, versionId, mark, signal);
  const made = markedMediaType({ mediaType: stored, pageCount });
  const format = made === 'image/png' ? 'png' : 'jpeg';
  const { bytes: kept, mediaType } = await keptBytes(backend, version);
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  for (let pageNo = 1; pageNo <= pageCount; pageNo += 1) {
    // Its memory goes over to the thread.
    const bytes = kept.slice();
    const input = { bytes, mediaType, pageNo, format, mark: markOn(pageNo) } as const;
    const options = { signal, transfer: [bytes.buffer], timeoutMs };
    pictures.push(await fileJobs(backend).run('markedPicture', input, options));
  }
  const [only] = pictures;
  if (only === undefined) throw new AppError('NOT_FOUND', { what: 'page', id: '1' });
  if (made !== 'application/pdf') return only;
  const sources = pictures.map((bytes) => ({ bytes, mediaType: 'image/jpeg' as const, name: '' }));
  const pages = sources.map((_, source) => ({ source, pageNo: 1, turn: 0 as const }));
  return fileJobs(backend).run(
    'assemble',
    { sources, pages, limitBytes, isPdf: true },
    { signal, timeoutMs },
  );
}
