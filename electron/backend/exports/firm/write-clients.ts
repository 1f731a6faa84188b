import { namesTaken, safeFileName } from '#shared/domain/safe-file-name.ts';
import type { Backend } from '#backend/backend.ts';
import { turnToOthers } from '#backend/work.ts';
import { readClient } from './client-archive.ts';
import type { NewFolder } from './folder.ts';
import { writeOriginals } from './originals.ts';
import { clientPage } from './pages/client-page.ts';
import type { PageContext } from './pages/context.ts';
import { indexRow } from './pages/index-page.ts';
import { clientsAfter, rowById } from './queries.ts';
import type { Speech } from './speech.ts';

interface ClientsWriting {
  readonly speech: Speech;
  /** What stands before and behind the list in the index. */
  readonly index: readonly [string, string];
  readonly moment: string;
  readonly written: { originalCount: number; missingCount: number };
}

const pagesInFolder = 200;
const nameBytes = 120;

/** Where a client's page and files lie. */
interface ClientPlaces {
  readonly id: string;
  readonly page: string;
  readonly folderName: string;
}

/**
 * Writes the index, a page for each client, and the originals of its papers. Yields how many clients were written since
 * the last word.
 */
export async function* writeClients(
  backend: Backend,
  folder: NewFolder,
  { speech, index: [before, behind], moment, written }: ClientsWriting,
  signal: AbortSignal | undefined,
): AsyncGenerator<number> {
  const places = await placesOfClients(backend, signal);
  const index = await folder.open('index.html');
  await index.write(before);
  const context: Omit<PageContext, 'originals'> = {
    ...{ speech, moment },
    pageOf: (clientId) => places.get(clientId)?.page,
    nameOf: (clientId) => String(rowById(backend.db, 'clients', clientId)?.name ?? ''),
  };
  for (const { id, page, folderName } of places.values()) {
    const client = readClient(backend, id, page);
    if (client === undefined) continue;
    await turnToOthers(signal);
    const originals = await writeOriginals(backend, folder, { speech, folderName }, client, signal);
    const missing = [...originals.values()].filter((place) => place === null).length;
    written.missingCount += missing;
    written.originalCount += originals.size - missing;
    await folder.write(page, clientPage({ ...context, originals }, client));
    await index.write(indexRow(speech, client));
    yield 1;
    await turnToOthers(signal);
  }
  await index.write(behind);
  await folder.add('index.html', await index.finish());
}

const clientsAtOnce = 200;

/** In the order of their names; a name that two clients share gets a number. */
async function placesOfClients(
  { db }: Backend,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, ClientPlaces>> {
  const names = namesTaken();
  const places = new Map<string, ClientPlaces>();
  for (let last = { sort: '', id: '' }; ;) {
    const clients = clientsAfter(db, last, clientsAtOnce);
    for (const { id, name } of clients) {
      const folderName = names.take(safeFileName(name, nameBytes));
      const shelf = String(Math.floor(places.size / pagesInFolder) + 1).padStart(3, '0');
      places.set(id, { id, folderName, page: `clients/${shelf}/${folderName}.html` });
    }
    await turnToOthers(signal);
    last = clients.at(-1) ?? last;
    if (clients.length < clientsAtOnce) return places;
  }
}
