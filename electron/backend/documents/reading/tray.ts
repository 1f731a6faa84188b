import type { Backend } from '#backend/backend.ts';
import * as queries from './queries.ts';
import { isBeingRead, mostPages, textOfLines } from './read-file.ts';

/** Whether a page of one of these files, which lie in the tray, waits to be read or is being read. */
export function unreadPages(
  backend: Backend,
  hashes: readonly string[],
): (sha256: string, pageNo: number) => boolean {
  const waiting = queries
    .readableInTray(backend.db, hashes)
    .filter(({ sha256, is_tried: isTried }) => isTried === 0 || isBeingRead(backend, sha256))
    .map(({ sha256 }) => sha256);
  const read = queries.readNumbers(backend.db, waiting);
  const unread = new Set(waiting);
  return (sha256, pageNo) =>
    unread.has(sha256) && pageNo <= mostPages && read.get(sha256)?.has(pageNo) !== true;
}

/** The texts of the pages of a file that is being read, as far as it has come; '' for the others. */
export function textsSoFar(backend: Backend, sha256: string): readonly string[] {
  const texts: string[] = [];
  for (const { pageNo, lines } of queries.pagesOfFile(backend.db, sha256)) {
    while (texts.length < pageNo - 1) texts.push('');
    texts.push(textOfLines(lines));
  }
  return texts;
}
