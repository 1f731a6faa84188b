import fs from 'node:fs';
import path from 'node:path';
import { syncFolder } from './durable-files.ts';
import { formFolder, hashPath } from './layout.ts';

/**
 * Removes a file and all that was made of it. The pictures go first: as long as the file is there a removal that was
 * cut off can be told, and is begun again.
 */
export function removeFile(folder: string, sha256: string): void {
  const derived = [path.join(folder, ...formFolder('thumbnail')), ...pageFolders(folder)];
  for (const shelf of derived) removeFrom(hashPath(shelf, sha256));
  removeFrom(hashPath(folder, sha256));
}

/** The folders of the pages, one for each number that any file has. */
function pageFolders(folder: string): string[] {
  const pages = path.join(folder, 'derived', 'pages');
  if (!fs.existsSync(pages)) return [];
  return fs.readdirSync(pages).map((pageNo) => path.join(pages, pageNo));
}

function removeFrom(file: string): void {
  if (!fs.existsSync(file)) return;
  fs.rmSync(file);
  syncFolder(path.dirname(file));
}
