import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { fileSystemError } from './durable-files.ts';
import type { StoredFile } from './layout.ts';

const chunkBytes = 1024 * 1024;

/** Copies a file to a new one and through to the disk, hashing what was read. Throws FILE_UNREADABLE, DISK_FULL … */
export async function copyHashed(source: string, target: string, signal?: AbortSignal): Promise<StoredFile> {
  const reader = await openSource(source);
  try {
    const writer = await open(target, 'wx').catch(refuseTarget(target));
    try {
      const copied = await eachChunk(reader, source, signal, (chunk) => writeAll(writer, chunk, target));
      await writer.sync().catch(refuseTarget(target));
      return copied;
    } finally {
      await writer.close();
    }
  } finally {
    await reader.close();
  }
}

/** Hash and size of a file. Throws AppError FILE_UNREADABLE, CANCELLED. */
export async function hashFile(source: string, signal?: AbortSignal): Promise<StoredFile> {
  const reader = await openSource(source);
  try {
    return await eachChunk(reader, source, signal, () => Promise.resolve());
  } finally {
    await reader.close();
  }
}

async function eachChunk(
  reader: FileHandle,
  source: string,
  signal: AbortSignal | undefined,
  use: (chunk: Uint8Array) => Promise<void>,
): Promise<StoredFile> {
  const hash = createHash('sha256');
  // No larger than the file: room for a whole chunk each time keeps the collector busy with many small files.
  const { size } = await reader.stat().catch(refuseSource(source));
  const buffer = new Uint8Array(Math.min(chunkBytes, size + 1));
  let sizeBytes = 0;
  for (;;) {
    if (signal?.aborted) throw new AppError('CANCELLED', {});
    const { bytesRead } = await reader.read(buffer, 0, buffer.length, null).catch(refuseSource(source));
    if (bytesRead === 0) return { sha256: hash.digest('hex'), sizeBytes };
    const chunk = buffer.subarray(0, bytesRead);
    hash.update(chunk);
    sizeBytes += bytesRead;
    await use(chunk);
  }
}

async function writeAll(writer: FileHandle, chunk: Uint8Array, target: string): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await writer.write(chunk, written).catch(refuseTarget(target));
    written += bytesWritten;
  }
}

async function openSource(source: string): Promise<FileHandle> {
  // Asked before opening: a pipe would keep the opening waiting for ever.
  const isFile = (await stat(source).catch(refuseSource(source))).isFile();
  if (isFile) return open(source, 'r').catch(refuseSource(source));
  throw new AppError('FILE_UNREADABLE', { name: path.basename(source), detail: 'not a file' });
}

const refuseSource =
  (source: string) =>
  (error: unknown): never => {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'FILE_UNREADABLE',
      { name: path.basename(source), detail: withoutPath(detail) },
      { cause: error },
    );
  };

const refuseTarget =
  (target: string) =>
  (error: unknown): never => {
    throw fileSystemError(error, path.basename(path.dirname(target)));
  };

/** Node's messages end in the path, which is nobody's business outside this process. */
const withoutPath = (message: string): string => message.replace(/,? (open|read|lstat|stat)( '.*')?$/, '');
