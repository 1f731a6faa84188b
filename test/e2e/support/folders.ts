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

/** Every file below a folder with its bytes, to hold two moments equal. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), fs.readFileSync(file, 'base64')]));
}
