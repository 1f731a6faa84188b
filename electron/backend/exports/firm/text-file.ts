import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { StoredFile } from '#backend/vault/layout.ts';

/** A file that is written piece by piece, hashed on the way. */
export interface TextFile {
  write(text: string): Promise<void>;
  /** Puts it on the disk whole. */
  finish(): Promise<StoredFile>;
  /** Lets go of it; what was written of it stays. */
  abandon(): Promise<void>;
}

const heldCharacters = 128 * 1024;

/** Makes a new file. Throws what the file system says. */
export async function openTextFile(file: string): Promise<TextFile> {
  const handle = await open(file, 'wx');
  const hash = createHash('sha256');
  let held: string[] = [];
  let heldLength = 0;
  let sizeBytes = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(held.join(''));
    held = [];
    heldLength = 0;
    hash.update(bytes);
    sizeBytes += bytes.length;
    await handle.appendFile(bytes);
  };
  return {
    async write(text) {
      held.push(text);
      heldLength += text.length;
      if (heldLength >= heldCharacters) await flush();
    },
    async finish() {
      try {
        await flush();
        await handle.sync();
        return { sha256: hash.digest('hex'), sizeBytes };
      } finally {
        await handle.close();
      }
    },
    abandon: () => handle.close(),
  };
}
