import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { InspectedFile } from '#backend/jobs/file-jobs.ts';
import { sniff } from './sniff.ts';

/** Reads a file whole and says what it is; see `FileTasks.inspect` for what it throws. */
export async function inspectFile(
  file: string,
  { limitBytes, isBrief = false }: { readonly limitBytes: number; readonly isBrief?: boolean },
): Promise<InspectedFile> {
  const name = path.basename(file);
  return inspectBytes(await readWhole(file, name, limitBytes), name, isBrief);
}

/** The same for what is no file yet. */
export async function inspectBytes(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  isBrief = false,
): Promise<InspectedFile> {
  const sniffed = await sniff(bytes);
  if (!sniffed.accepted) throw new AppError('FILE_TYPE_UNSUPPORTED', { name, found: sniffed.found });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { sha256, sizeBytes: bytes.length, mediaType: sniffed.mediaType };
  if (sniffed.mediaType === 'application/pdf') {
    const { countPdfPages } = await import('./pdf.ts');
    return {
      ...facts,
      pageCount: await countPdfPages(bytes, name),
      widthPx: null,
      heightPx: null,
      isGrey: null,
    };
  }
  const { measureImage } = await import('./measure-image.ts');
  return { ...facts, ...(await measureImage(bytes, sniffed.mediaType, { name, isBrief })) };
}

async function readWhole(file: string, name: string, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const unreadable = (error: unknown): never => {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('FILE_UNREADABLE', { name, detail }, { cause: error });
  };
  const found = await stat(file).catch(unreadable);
  if (!found.isFile()) throw new AppError('FILE_UNREADABLE', { name, detail: 'not a file' });
  if (found.size === 0) throw new AppError('FILE_EMPTY', { name });
  if (found.size > limitBytes)
    throw new AppError('FILE_TOO_LARGE', { name, sizeBytes: found.size, limitBytes });
  // A copy of its own: pdf.js takes the memory over, and Node's may be shared.
  return new Uint8Array(await readFile(file).catch(unreadable));
}
