import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { safeFileName } from '#shared/domain/safe-file-name.ts';
import type { Backend } from '#backend/backend.ts';
import { fileLimitBytes } from '#backend/documents/take-file.ts';
import { acceptedMediaTypes, fileJobs } from '#backend/jobs/file-jobs.ts';
import type { AcceptedMediaType, InspectedFile } from '#backend/jobs/file-jobs.ts';
import type { StagedFile } from '#backend/vault/store.ts';
import type { FileRecord, PageRecord } from './queries.ts';

export interface MadeFile {
  readonly name: string;
  readonly inspected: InspectedFile;
  readonly staged: StagedFile | null;
}

const timeoutMs = 120_000;

/**
 * The file that these pages make: the original where they are all of it as it came, else a new one of them. `files` are
 * those that the pages are of. Throws AppError FILE_DAMAGED, FILE_TOO_LARGE, NOT_FOUND, DISK_FULL, CANCELLED.
 */
export async function madeOf(
  backend: Backend,
  pages: readonly PageRecord[],
  files: readonly FileRecord[],
  signal: AbortSignal | undefined,
): Promise<MadeFile> {
  const [file, ...others] = files;
  if (file === undefined) throw new AppError('PAPER_INCOMPLETE', { missing: 'pages' });
  if (others.length === 0 && isWhole(pages, file))
    return { name: file.original_name, inspected: await originalOf(backend, file, signal), staged: null };
  const sources = await Promise.all(files.map((each) => sourceOf(backend, each)));
  const wanted = pages.map(({ file_id: id, page_no: pageNo, turn }) => ({
    source: files.findIndex((each) => each.id === id),
    pageNo,
    turn,
  }));
  const bytes = await fileJobs(backend).run(
    'assemble',
    { sources, pages: wanted, limitBytes: fileLimitBytes },
    { signal, timeoutMs, transfer: [...new Set(sources.map((source) => source.bytes.buffer))] },
  );
  const staged = backend.vault.stageBytes(bytes);
  try {
    return {
      name: nameOf(file, pages, bytes),
      inspected: await inspectBytes(backend, bytes, file, signal),
      staged,
    };
  } catch (error) {
    staged.drop();
    throw error;
  }
}

/** Of a file with several pictures windows show the first alone: a PDF is made of it. */
const isWhole = (pages: readonly PageRecord[], file: FileRecord): boolean =>
  (file.page_count === 1 || file.media_type === 'application/pdf') &&
  pages.length === file.page_count &&
  pages.every(({ page_no: no, turn }, index) => no === index + 1 && turn === 0);

const mediaTypeOf = (file: FileRecord): AcceptedMediaType => {
  const known = acceptedMediaTypes.find((type) => type === file.media_type);
  if (known === undefined)
    throw new AppError('FILE_TYPE_UNSUPPORTED', { name: file.original_name, found: file.media_type });
  return known;
};

/** What came in was looked at briefly. */
async function originalOf(
  backend: Backend,
  file: FileRecord,
  signal: AbortSignal | undefined,
): Promise<InspectedFile> {
  const known = inspectedOf(file);
  if (known.widthPx === null || known.isGrey !== null) return known;
  const { bytes } = await sourceOf(backend, file);
  return { ...known, isGrey: (await inspectBytes(backend, bytes, file, signal)).isGrey };
}

const inspectedOf = (file: FileRecord): InspectedFile => ({
  sha256: file.sha256,
  sizeBytes: file.size_bytes,
  mediaType: mediaTypeOf(file),
  pageCount: file.page_count,
  widthPx: file.width_px,
  heightPx: file.height_px,
  isGrey: file.is_grey === null ? null : file.is_grey === 1,
});

async function sourceOf(backend: Backend, file: FileRecord) {
  const size = backend.vault.stat(file.sha256, 'file')?.sizeBytes;
  if (size === undefined) throw new AppError('NOT_FOUND', { what: 'file', id: file.sha256 });
  const bytes = await backend.vault.read(file.sha256, 'file', 0, size);
  return { bytes, mediaType: mediaTypeOf(file), name: file.original_name };
}

/** What was made is looked at as what comes in is. */
const inspectBytes = (
  backend: Backend,
  bytes: Uint8Array<ArrayBuffer>,
  { original_name: name }: FileRecord,
  signal: AbortSignal | undefined,
): Promise<InspectedFile> =>
  fileJobs(backend).run('inspectBytes', { bytes, name }, { signal, timeoutMs, transfer: [bytes.buffer] });

/** As the file that it is from, with its pages where they are some of several. */
function nameOf(file: FileRecord, pages: readonly PageRecord[], bytes: Uint8Array): string {
  const { name, ext } = path.parse(file.original_name);
  const isPdf = bytes[0] === 0x25;
  // A JPEG keeps the ending that it came with.
  const image = bytes[0] === 0x89 ? '.png' : /^\.(?:jpe?g|jfif)$/iu.test(ext) ? ext : '.jpg';
  const extension = isPdf ? '.pdf' : image;
  const numbers = pages.map((page) => page.page_no);
  const range = file.page_count > 1 ? ` p${numbers.join(',')}` : '';
  return safeFileName(`${name}${range}`.slice(0, 180)) + extension;
}
