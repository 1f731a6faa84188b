import type { ListedDocument } from '#shared/contract/documents.ts';
import type { Backend } from '#backend/backend.ts';
import { fileTextsOf, seenInFiles } from '#backend/search/files/service.ts';
import { turnToOthers } from '#backend/work.ts';
import { listDocuments } from './service.ts';
import type { DocumentsPage, ListInput } from './service.ts';

/** A long file takes some ten milliseconds to look through: other calls come between so many of them. */
const atOnce = 4;
/** More than the widest column shows: the row cuts it, and keeps what was found in sight. */
const room = { before: 8, after: 120 };

interface ListedPage extends Pick<DocumentsPage, 'nextCursor' | 'total'> {
  readonly rows: ListedDocument[];
}

/** A page of the list, whose rows say where in a file the text stands when nothing else of theirs has been found by it. */
export async function listWithPlaces(
  backend: Backend,
  input: ListInput,
  signal: AbortSignal | undefined,
): Promise<ListedPage> {
  const { rows, nextCursor, total, found } = listDocuments(backend, input);
  const { text } = input.filter;
  if (text === undefined || found === undefined) return { rows, nextCursor, total };
  const clients = new Set(found.clientIds);
  const asked = rows.filter(({ id, clientId }) => found.byFileAlone.has(id) && !clients.has(clientId));
  const places = new Map<string, ListedDocument['inFile']>();
  for (let start = 0; start < asked.length; start += atOnce) {
    if (start > 0) await turnToOthers(signal);
    const ids = asked.slice(start, start + atOnce).map(({ id }) => id);
    for (const [id, texts] of fileTextsOf(backend, ids)) places.set(id, seenInFiles(texts, text, room));
  }
  const placed = rows.map((row) => {
    const inFile = places.get(row.id);
    return inFile === undefined ? row : { ...row, inFile };
  });
  return { rows: placed, nextCursor, total };
}
