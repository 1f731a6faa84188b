import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import { errorCode, fileSystemError, syncFolder, writeWhole } from './durable-files.ts';
import { copyHashed, hashFile } from './hashed-copy.ts';
import { formFolder, hashPath, isSha256 } from './layout.ts';
import type { StoredFile, VaultForm } from './layout.ts';
import { removeFile } from './remove-file.ts';
import { faultOf, scrub } from './scrub.ts';
import type { FileFault, ScrubStep } from './scrub.ts';

interface Cancellable {
  readonly signal?: AbortSignal | undefined;
}

/** A file that was copied in and is not kept yet. */
export interface StagedFile extends StoredFile {
  /** Puts the file in its place; a file that is kept already is not written again. */
  keep(): void;
  /** Forgets the file, and takes back what `keep` has newly made, unless another has come to use it. */
  drop(isUsed?: boolean): void;
}

/**
 * The one way to the firm's files: whatever stores or reads one goes through here, so that encryption can come in
 * here. Hashes are those of the plain bytes. A hash that is none is refused as NOT_FOUND.
 */
export interface Vault {
  /** Copies a file in. Throws AppError FILE_UNREADABLE, DISK_FULL, PAPERS_NOT_WRITABLE, CANCELLED; nothing is left then. */
  stage(sourcePath: string, options?: Cancellable): Promise<StagedFile>;
  /** The same for bytes that are in no file yet, such as a picture from the clipboard or pages put together. */
  stageBytes(bytes: Uint8Array): StagedFile;
  /** `stage` and `keep` in one. */
  put(sourcePath: string, options?: Cancellable): Promise<StoredFile>;
  /** Keeps a picture made of the file `sha256`. */
  putBytes(sha256: string, form: Exclude<VaultForm, 'file'>, bytes: Uint8Array): void;
  /** Bytes from `start` up to, not including, `end`; fewer at the end of the file. Throws AppError NOT_FOUND. */
  read(sha256: string, form: VaultForm, start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Undefined when there is no such file. */
  stat(sha256: string, form: VaultForm): { readonly sizeBytes: number } | undefined;
  has(sha256: string, form?: VaultForm): boolean;
  /** Makes sure that the file's bytes are on this computer. Throws AppError NOT_FOUND. */
  ensureLocal(sha256: string): Promise<void>;
  /** Writes a kept file to a new file elsewhere. The result's hash differs from the name's when the file is altered. */
  copyTo(sha256: string, targetPath: string, options?: Cancellable): Promise<StoredFile>;
  /** Every kept file, in no order. */
  list(): Iterable<StoredFile>;
  /** Reads a file whole and says what is wrong with it; undefined when nothing is. Throws AppError CANCELLED. */
  faultOf(file: StoredFile, options?: Cancellable): Promise<FileFault | undefined>;
  /** What is there under this hash is not what was stored: the next good copy that comes in takes its place. */
  distrust(sha256: string): void;
  /** Takes a file off the disk for good, with every picture made of it; one that is gone already is no fault. */
  remove(sha256: string): void;
  /** Reads every file of `known` and names each fault, then the files that nobody knows. */
  scrub(known: Iterable<StoredFile>, options?: Cancellable): AsyncIterable<ScrubStep>;
}

/** Opens the vault in a folder, making it when it is new. Files half copied by a process that died are removed. */
export function createVault(folder: string): Vault {
  const shelves = createShelves(folder);
  const { pathOf, stat, ensureLocal } = shelves;
  return {
    stage: (sourcePath, options) => stageFile(shelves, sourcePath, options?.signal),
    stageBytes: (bytes) => stageBytes(shelves, bytes),
    put: (sourcePath, options) => putFile(shelves, sourcePath, options?.signal),
    putBytes(sha256, form, bytes) {
      try {
        writeWhole(pathOf(sha256, form), bytes);
      } catch (error) {
        throw shelves.writeError(error);
      }
    },
    async read(sha256, form, start, end) {
      if (form === 'file') await ensureLocal(sha256);
      return readRange(pathOf(sha256, form), { what: form, id: sha256 }, start, end);
    },
    stat,
    has: (sha256, form = 'file') => isSha256(sha256) && stat(sha256, form) !== undefined,
    ensureLocal,
    async copyTo(sha256, targetPath, options) {
      await ensureLocal(sha256);
      return copyHashed(pathOf(sha256, 'file'), targetPath, options?.signal);
    },
    list: () => keptFiles(folder),
    faultOf: ({ sha256, sizeBytes }, options) =>
      faultOf(sha256, sizeBytes, stat(sha256, 'file')?.sizeBytes, () =>
        hashFile(pathOf(sha256, 'file'), options?.signal),
      ),
    distrust: (sha256) => void shelves.distrusted.add(sha256),
    remove: (sha256) => removeFile(folder, sha256),
    scrub(known, options) {
      const hashOf = (sha256: string) => hashFile(pathOf(sha256, 'file'), options?.signal);
      return scrub(known, () => keptFiles(folder), hashOf);
    },
  };
}

/** Where the files lie on this computer. */
interface Shelves {
  /** Takes files on their way in; emptied at each start. */
  readonly incoming: string;
  readonly pathOf: (sha256: string, form: VaultForm) => string;
  readonly stat: Vault['stat'];
  readonly ensureLocal: Vault['ensureLocal'];
  /** Files whose bytes are known to be wrong. */
  readonly distrusted: Set<string>;
  /** A failed write in words of the firm: it knows its data folder, and none of those in it. */
  readonly writeError: (error: unknown) => unknown;
}

function createShelves(folder: string): Shelves {
  const incoming = path.join(folder, 'incoming');
  const dataFolder = path.basename(path.dirname(folder));
  try {
    fs.rmSync(incoming, { recursive: true, force: true });
    fs.mkdirSync(incoming, { recursive: true });
    syncFolder(folder);
    syncFolder(path.dirname(folder));
  } catch (error) {
    throw fileSystemError(error, dataFolder);
  }
  const pathOf = (sha256: string, form: VaultForm): string =>
    hashPath(path.join(folder, ...formFolder(form)), sha256);
  const stat: Vault['stat'] = (sha256, form) => {
    const found = fs.statSync(pathOf(sha256, form), { throwIfNoEntry: false });
    return found === undefined ? undefined : { sizeBytes: found.size };
  };
  return {
    incoming,
    pathOf,
    stat,
    distrusted: new Set(),
    ensureLocal: (sha256) =>
      new Promise((resolve) => {
        if (stat(sha256, 'file') === undefined) throw new AppError('NOT_FOUND', { what: 'file', id: sha256 });
        resolve();
      }),
    writeError(error) {
      const known = fileSystemError(error, dataFolder);
      return isAppError(known) && known.code === 'NOT_WRITABLE'
        ? new AppError('PAPERS_NOT_WRITABLE', { name: dataFolder }, { cause: error })
        : known;
    },
  };
}

async function stageFile(
  shelves: Shelves,
  sourcePath: string,
  signal: AbortSignal | undefined,
): Promise<StagedFile> {
  const temporary = path.join(shelves.incoming, randomUUID());
  try {
    const copied = await copyHashed(sourcePath, temporary, signal);
    return stagedFile(shelves, temporary, copied);
  } catch (error) {
    removeQuietly(temporary);
    throw shelves.writeError(error);
  }
}

function stageBytes(shelves: Shelves, bytes: Uint8Array): StagedFile {
  const temporary = path.join(shelves.incoming, randomUUID());
  try {
    fs.writeFileSync(temporary, bytes, { flag: 'wx', flush: true });
  } catch (error) {
    removeQuietly(temporary);
    throw shelves.writeError(error);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return stagedFile(shelves, temporary, { sha256, sizeBytes: bytes.length });
}

/** What failed is what is told, not that what it left can't be removed either; the next start does that. */
function removeQuietly(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    return;
  }
}

async function putFile(
  shelves: Shelves,
  sourcePath: string,
  signal: AbortSignal | undefined,
): Promise<StoredFile> {
  const staged = await stageFile(shelves, sourcePath, signal);
  try {
    staged.keep();
  } catch (error) {
    staged.drop();
    throw error;
  }
  return { sha256: staged.sha256, sizeBytes: staged.sizeBytes };
}

function stagedFile(shelves: Shelves, temporary: string, { sha256, sizeBytes }: StoredFile): StagedFile {
  const target = shelves.pathOf(sha256, 'file');
  let made = false;
  return {
    sha256,
    sizeBytes,
    keep() {
      // A file of another size under this name is damaged: this good copy of it takes its place.
      const isThere = fs.statSync(target, { throwIfNoEntry: false })?.size === sizeBytes;
      if (isThere && !shelves.distrusted.has(sha256)) {
        fs.rmSync(temporary, { force: true });
        return;
      }
      const parent = path.dirname(target);
      try {
        const firstMade = fs.mkdirSync(parent, { recursive: true });
        fs.renameSync(temporary, target);
        shelves.distrusted.delete(sha256);
        made = true;
        syncFolder(parent);
        if (firstMade !== undefined) syncFolder(path.dirname(parent));
      } catch (error) {
        throw shelves.writeError(error);
      }
    },
    drop(isUsed = false) {
      fs.rmSync(temporary, { force: true });
      if (made && !isUsed) fs.rmSync(target, { force: true });
      made = false;
    },
  };
}

async function readRange(
  file: string,
  missing: { readonly what: string; readonly id: string },
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw errorCode(error) === 'ENOENT' ? new AppError('NOT_FOUND', missing, { cause: error }) : error;
  });
  try {
    const { size } = await handle.stat();
    const from = Math.min(start, size);
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - from));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

function* keptFiles(folder: string): Generator<StoredFile> {
  for (const shelf of fs.readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const sha256 of fs.readdirSync(path.join(folder, shelf))) {
      if (!isSha256(sha256) || !sha256.startsWith(shelf)) continue;
      const found = fs.statSync(path.join(folder, shelf, sha256), { throwIfNoEntry: false });
      if (found !== undefined) yield { sha256, sizeBytes: found.size };
    }
  }
}
