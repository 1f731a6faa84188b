import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const temporaryFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-story-'));

export const removeFolder = (folder: string): void => fs.rmSync(folder, { recursive: true, force: true });

/** The same data in a folder of its own. */
export function copyFolder(from: string): string {
  const folder = temporaryFolder();
  fs.cpSync(from, folder, { recursive: true });
  return folder;
}
