import { createDuplicateIndex } from '#shared/domain/duplicate-clients.ts';
import type { ClientMarks, DuplicateIndex, DuplicateLink } from '#shared/domain/duplicate-clients.ts';
import { appIdKey } from '#shared/domain/import-existing.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { compactText } from '#shared/domain/plain-text.ts';
import type { Backend } from '#backend/backend.ts';
import type { Db } from '#backend/db/open.ts';
import { quietMoments } from '#backend/quiet.ts';
import * as queries from './queries.ts';

interface Kept {
  readonly index: DuplicateIndex;
  /** Clients whose marks are to be read, at first all of them. */
  readonly unread: Set<string>;
}

const keptOf = new WeakMap<Db, Kept>();

/** Clients read at a time: some ten milliseconds, between which other calls come first. */
const readAtOnce = 100;

/**
 * All links of the firm. The marks are read once and kept; after a change those of its clients alone are read again.
 */
export const linksOfFirm = async (backend: Backend): Promise<readonly DuplicateLink[]> =>
  (await indexOfFirm(backend)).links();

/** Every client by what it is known by, as of now. */
export async function indexOfFirm(backend: Backend): Promise<DuplicateIndex> {
  const { db } = backend;
  const { index, unread } = keptOf.get(db) ?? begin(backend);
  const quiet = quietMoments(backend);
  while (unread.size > 0) {
    const ids = firstOf(unread, readAtOnce);
    for (const id of ids) {
      unread.delete(id);
      index.remove(id);
    }
    for (const client of marksOf(db, ids)) index.put(client);
    if (unread.size > 0) await quiet();
  }
  return index;
}

function firstOf(ids: ReadonlySet<string>, count: number): string[] {
  const first: string[] = [];
  for (const id of ids) {
    if (first.length === count) break;
    first.push(id);
  }
  return first;
}

function begin({ db, changes }: Backend): Kept {
  const kept: Kept = { index: createDuplicateIndex(), unread: new Set(queries.allClientIds(db)) };
  keptOf.set(db, kept);
  changes.onCommit((touched) => {
    for (const { clientId } of touched) if (clientId !== null) kept.unread.add(clientId);
  });
  return kept;
}

interface Growing extends ClientMarks {
  readonly nameKeys: string[];
  readonly codes: string[];
  readonly appIds: string[];
  readonly originalIds: string[];
}

function marksOf(db: Db, ids: readonly string[]): ClientMarks[] {
  const clients = new Map<string, Growing>();
  for (const { client_id: clientId, kind, value, platform } of queries.marksOf(db, ids)) {
    const known = clients.get(clientId);
    const client = known ?? { clientId, nameKeys: [], codes: [], appIds: [], originalIds: [] };
    if (known === undefined) clients.set(clientId, client);
    switch (kind) {
      case 'name':
        // The first is the name that it has, whose key is stored.
        client.nameKeys.push(known === undefined ? value : nameKey(value));
        break;
      case 'code':
        client.codes.push(value);
        break;
      case 'app_id':
        client.appIds.push(appIdKey(platform ?? '', folded(value)));
        break;
      case 'original_id':
        client.originalIds.push(folded(value));
    }
  }
  return [...clients.values()];
}

/** As platforms compare their ids; mostly they are stored so. */
const folded = (id: string): string => (/^[!-~]*$/.test(id) ? id : compactText(id)).toLowerCase();
