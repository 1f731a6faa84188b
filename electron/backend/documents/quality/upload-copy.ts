import { createHash } from 'node:crypto';
import type { UploadEdit, UploadReport } from '#shared/contract/quality.ts';
import { AppError } from '#shared/contract/errors.ts';
import { withMark } from '#shared/domain/mark-words.ts';
import type { UploadAsk } from '#shared/domain/upload-ask.ts';
import type { Backend } from '#backend/backend.ts';
import { giveCopy } from '#backend/hand-outs/copy.ts';
import type { CopyInput } from '#backend/hand-outs/copy.ts';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { writeWhole } from '#backend/vault/durable-files.ts';
import { keptBytes } from './kept-bytes.ts';
import { marksOn } from './mark.ts';
import type { MeasuredVersion } from './queries.ts';
import { requireVersion, uploadOf } from './service.ts';

/** A large scan is encoded some ten times until it fits. */
const timeoutMs = 180_000;

export interface UploadCopy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly report: UploadReport;
}

/**
 * Makes the copy of one page that can be handed in: by what is asked of it, straightened and cropped as wished. Nothing is
 * written. Throws AppError NOT_FOUND (its file or page), UPLOAD_FORMAT, UPLOAD_UNREADABLE, MARK_NO_PLACE, FILE_DAMAGED, FILE_ENCRYPTED, CANCELLED.
 */
export async function makeUploadCopy(
  backend: Backend,
  version: MeasuredVersion,
  ask: UploadAsk,
  { pageNo, mark: wished, ...edit }: UploadEdit,
  signal?: AbortSignal,
): Promise<UploadCopy> {
  if (pageNo > version.page_count) throw new AppError('NOT_FOUND', { what: 'page', id: `${pageNo}` });
  const markOn = wished === null ? undefined : await marksOn(backend, version.id, wished, signal);
  const mark = markOn?.(pageNo) ?? null;
  const { bytes, mediaType } = await keptBytes(backend, version);
  const options = { signal, transfer: [bytes.buffer], timeoutMs };
  const made = await fileJobs(backend).run(
    'uploadPicture',
    { bytes, mediaType, pageNo, ask, edit: { ...edit, mark } },
    options,
  );
  const { bytes: copy, ...report } = made;
  return { bytes: copy, report: { ...report, sizeBytes: copy.length } };
}

interface SaveWish {
  readonly versionId: string;
  /** Whose limits count; without it the strictest of all where the paper is handed in. */
  readonly applicationId: string | null;
  readonly edit: UploadEdit;
}

/** Makes the copy and tells of it without writing it, for the look before. Throws as `makeUploadCopy`. */
export async function previewUploadCopy(backend: Backend, wish: SaveWish, signal?: AbortSignal) {
  const { bytes, report } = await copyOf(backend, wish, signal);
  return { report, picture: Buffer.from(bytes).toString('base64') };
}

type GiveWish = SaveWish & Pick<CopyInput, 'target' | 'recipient' | 'purpose'>;

/** Makes the copy, writes it where the user says and enters it in the register. Throws as `makeUploadCopy` and `giveCopy` do. */
export async function saveUploadCopy(
  backend: Backend,
  { target, recipient, purpose, ...wish }: GiveWish,
  signal?: AbortSignal,
) {
  const { bytes, report } = await copyOf(backend, wish, signal);
  const { versionId, applicationId } = wish;
  const words = wish.edit.mark?.words;
  const noted = words === undefined ? purpose : withMark(purpose, words);
  const given = { versionId, applicationId, target, recipient, purpose: noted };
  const { name } = await giveCopy(backend, given, (_version, temporary) => {
    writeWhole(temporary, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return Promise.resolve({ sha256, sizeBytes: bytes.length });
  });
  return { report, name };
}

function copyOf(backend: Backend, { versionId, applicationId, edit }: SaveWish, signal?: AbortSignal) {
  const version = requireVersion(backend, versionId);
  const { ask } = uploadOf(backend, version, applicationId ?? undefined);
  return makeUploadCopy(backend, version, ask, edit, signal);
}
