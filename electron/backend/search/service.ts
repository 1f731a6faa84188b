import { searchKinds } from '#shared/contract/search.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import type { MatchQuality } from '#shared/domain/match-quality.ts';
import { isInitialsQuery } from '#shared/domain/search-text.ts';
import type { Backend } from '#backend/backend.ts';
import type { Touched } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import { entitiesOf } from './entities.ts';
import type { SearchedEntity, SearchSource } from './entities.ts';
import { documentIdsByFile, keysByFile } from './files/queries.ts';
import { hitsOf } from './hits.ts';
import { kindRange, lengthRange, titleLength } from './index-key.ts';
import type { KeyRange, SearchKind } from './index-key.ts';
import * as queries from './queries.ts';
import type { OwnedTable } from './queries.ts';
import { indexedText, textMatch } from './text-index.ts';
import type { TextMatch } from './text-index.ts';

/** So many hits beyond those that are wanted are ranked with them. */
const lookedAt = 20;

/** Entities read at a time, with all that they are found by. */
const batch = 1000;

export interface SearchGroup {
  readonly kind: SearchKind;
  readonly total: number;
  readonly hits: SearchHit[];
}

/**
 * Finds anything by characters, pinyin initials or part of a code, names by full pinyin and papers by what their files
 * say too: titles that begin with the query first, then those that hold it, then what is found by something else;
 * shorter titles first. Kinds of which nothing goes by such a name come after the others; kinds without a hit are left
 * out. A query without a searchable character finds nothing.
 */
export function findAll(
  backend: Backend,
  text: string,
  {
    kinds = searchKinds,
    limitPerKind,
  }: { readonly kinds?: readonly SearchKind[] | undefined; readonly limitPerKind: number },
): SearchGroup[] {
  const match = textMatch(text);
  if (match === undefined) return [];
  const found = searchKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => groupOf(backend, kind, { text, match }, limitPerKind))
    .filter((group) => group.total > 0);
  const isNamedSo = ({ quality }: { readonly quality: MatchQuality }): boolean => quality !== 'none';
  return [...found.filter(isNamedSo), ...found.filter((group) => !isNamedSo(group))].map(
    ({ kind, total, hits }) => ({ kind, total, hits }),
  );
}

/** Ids of all entities of a kind that a query finds by their entries, in no order. */
function searchIds(backend: Pick<Backend, 'db'>, kind: SearchKind, { anywhere }: TextMatch): string[] {
  return queries.matchingEntityIds(backend.db, anywhere, kindRange(kind));
}

/** What a query finds for the list of papers: papers themselves, and clients with all of theirs. */
export interface PaperHits {
  readonly ids: readonly string[];
  readonly clientIds: readonly string[];
  /** Those of `ids` that are found by what their files say and by nothing else of their own. */
  readonly byFileAlone: ReadonlySet<string>;
}

/**
 * As `findAll`, for the `text` filter of the papers, in which a client's name finds all that is the client's, in no order.
 * Undefined when the query has no searchable character, so that the list is not filtered.
 */
export function searchPapers(backend: Pick<Backend, 'db'>, text: string): PaperHits | undefined {
  const match = textMatch(text);
  if (match === undefined) return undefined;
  const named = searchIds(backend, 'document', match);
  const byFileAlone = new Set(documentIdsByFile(backend.db, match));
  for (const id of named) byFileAlone.delete(id);
  return { ids: [...named, ...byFileAlone], clientIds: searchIds(backend, 'client', match), byFileAlone };
}

/** The hits of a query among the entities of a kind, as a condition on `search_index` for a query of another list. */
export interface SearchCondition extends KeyRange {
  readonly match: string;
}

/** What a query finds of a kind, without naming the ids. Undefined when the query has no searchable character. */
export function searchCondition(kind: SearchKind, text: string): SearchCondition | undefined {
  const match = textMatch(text);
  return match === undefined ? undefined : { match: match.anywhere, ...kindRange(kind) };
}

/** Brings the entries of what a change has touched up to date; what is in the trash leaves the index. */
export function deriveSearch(backend: SearchSource, touched: readonly Touched[]): void {
  const { db } = backend;
  const ids = touchedEntities(db, touched);
  const kinds = searchKinds.filter((kind) => ids[kind].size > 0);
  queries.deleteEntries(
    db,
    kinds.flatMap((kind) => queries.keysOf(db, kind, [...ids[kind]])),
  );
  for (const kind of kinds) indexAll(backend, kind, [...ids[kind]]);
}

/** Builds the whole index anew, apart from what files say, which no change of an entity touches. */
export function recomputeSearch(backend: SearchSource): void {
  const { db } = backend;
  db.transaction(() => {
    queries.clearIndex(db);
    for (const kind of searchKinds) indexAll(backend, kind, queries.allEntityIds(db, kind));
  }).immediate();
}

/**
 * Makes entries for those of the entities that are live, in the order of the numbers that they get, as the kinds are: the
 * full-text index gathers rising numbers in memory, and writes out what it has at every one that falls.
 */
function indexAll(source: SearchSource, kind: SearchKind, ids: readonly string[]): void {
  for (let start = 0; start < ids.length; start += batch) {
    const entities = entitiesOf(source, kind, ids.slice(start, start + batch));
    for (const entity of entities.toSorted((a, b) => titleLength(a.title) - titleLength(b.title)))
      index(source.db, kind, entity);
  }
}

interface Query {
  readonly text: string;
  readonly match: TextMatch;
}

function groupOf(source: SearchSource, kind: SearchKind, { text, match }: Query, limit: number) {
  const { db } = source;
  const range = kindRange(kind);
  const byFile = kind === 'document' ? keysByFile(db, match, range) : [];
  const total = queries.countMatches(db, match.anywhere, range) + byFile.length;
  if (total === 0) return { kind, total, hits: [], quality: 'none' as const };
  const keys = new Set(queries.matchingKeys(db, match.atStart, range, limit));
  // The shortest titles are not always those that hold the query: some of the next are looked at as well, unless that
  // means to spell them.
  const more = isInitialsQuery(text) ? 0 : lookedAt;
  if (keys.size < limit)
    for (const key of queries.matchingKeys(db, match.anywhere, range, limit + more)) keys.add(key);
  for (const key of byFile.slice(0, Math.max(0, limit - keys.size))) keys.add(key);
  return { kind, total, ...hitsOf(source, kind, [...keys], { query: text, limit }) };
}

/** A paper and a note are called by what they say, the others by a name. */
const isNamed = (kind: SearchKind): boolean => kind !== 'document' && kind !== 'note';

function index(db: Db, kind: SearchKind, entity: SearchedEntity): void {
  const { entityId, clientId, title, detail, texts } = entity;
  const entry = { kind, entityId, clientId, title, detail, rank: titleLength(title) };
  queries.insertEntry(
    db,
    queries.nextKey(db, lengthRange(kind, title)),
    entry,
    indexedText([title, ...texts], isNamed(kind)),
  );
}

/** Which kind of entity the rows of a table are, when they are one by themselves. */
const kindOfTable: Readonly<Partial<Record<SharedTable, SearchKind>>> = {
  clients: 'client',
  client_contacts: 'contact',
  accounts: 'account',
  applications: 'application',
  documents: 'document',
  notes: 'note',
};

/** In which kind of entity the rows of a table show besides. */
const kindOfOwner: Readonly<Record<OwnedTable, SearchKind>> = {
  client_identifiers: 'client',
  client_tags: 'client',
  tags: 'client',
  contacts: 'contact',
  accounts: 'application',
  document_versions: 'document',
};

function touchedEntities(db: Db, touched: readonly Touched[]): Record<SearchKind, Set<string>> {
  const ids: Record<SearchKind, Set<string>> = {
    client: new Set(),
    contact: new Set(),
    account: new Set(),
    application: new Set(),
    document: new Set(),
    note: new Set(),
  };
  for (const { table, id } of touched) {
    const kind = kindOfTable[table];
    if (kind !== undefined) ids[kind].add(id);
  }
  // Another list of categories may name them otherwise.
  const lists = touched.filter(({ table }) => table === 'rule_packs').map(({ id }) => id);
  if (lists.length > 0 && queries.hasCategoryList(db, lists))
    for (const id of queries.aboutCategories(db)) ids.application.add(id);
  for (const table of Object.keys(kindOfOwner) as OwnedTable[]) {
    const rows = touched.filter((row) => row.table === table).map((row) => row.id);
    if (rows.length === 0) continue;
    for (const id of queries.ownersOf(db, table, rows)) ids[kindOfOwner[table]].add(id);
  }
  return ids;
}
