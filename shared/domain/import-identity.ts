import { appIdKey } from './import-existing.ts';
import type { Existing, ExistingClient } from './import-existing.ts';
import { cellNote } from './import-note.ts';
import type { CellNote } from './import-note.ts';
import { platformOf } from './import-row.ts';
import type { ParsedRow } from './import-row.ts';
import { eachInSteps, mapInSteps } from './in-steps.ts';
import type { InSteps } from './in-steps.ts';
import { nameKey } from './name-key.ts';

/** A client that rows of the sheet mean: one that the firm has, or a new one. */
export type Identity = {
  readonly known: ExistingClient | undefined;
  readonly name: string;
  /** `nameKey` of the name under which it is stored. */
  readonly key: string;
  creditCode: string | undefined;
  readonly appIds: Set<string>;
  /** Without an entity type a new client is not made. */
  hasType: boolean;
};

export type Identified =
  | { readonly kind: 'client'; readonly client: Identity }
  | { readonly kind: 'refused'; readonly note: CellNote };

export type IdentifiableRow = Pick<ParsedRow, 'values' | 'entityTypeOfCode'> & { readonly rowNo: number };

/** Two passes do for nearly every sheet. */
const mostPasses = 20;

/**
 * Says for each row, by its number, which client it means: by credit code, else by normalised name. The rows are
 * gone through until no further code or AppID comes to light, so that a row is not refused for what a later one
 * explains, and the same sheet gives the same answer once it has been imported.
 */
export function* identifyRows(
  rows: readonly IdentifiableRow[],
  existing: Existing,
): InSteps<ReadonlyMap<number, Identified>> {
  const keyed = yield* mapInSteps(rows, keyedRow);
  const codesByKey = yield* codesOf(keyed);
  let known: readonly Identity[] = [];
  for (let pass = 1; ; pass += 1) {
    const { answers, met } = yield* goThrough(keyed, codesByKey, existing, known);
    const made = [...met].filter((client) => client.known !== undefined || client.hasType);
    const isSettled = made.length === known.length && factsOf(made) === factsOf(known);
    if (isSettled || pass === mostPasses) return answers;
    known = yield* mapInSteps(made, (client) => ({ ...client, appIds: new Set(client.appIds) }));
  }
}

const factsOf = (clients: readonly Identity[]): number =>
  clients.reduce((sum, { creditCode, appIds }) => sum + appIds.size + (creditCode === undefined ? 0 : 1), 0);

type KeyedRow = {
  readonly rowNo: number;
  readonly name: string;
  readonly key: string;
  readonly creditCode: string | undefined;
  readonly appId: string | undefined;
  readonly appIdKey: string | undefined;
  readonly hasType: boolean;
};

function keyedRow({ rowNo, values, entityTypeOfCode }: IdentifiableRow): KeyedRow {
  const { name = '', creditCode, appId } = values;
  const key = appId === undefined ? undefined : appIdKey(platformOf(values), appId);
  const hasType = values.entityType !== undefined || entityTypeOfCode !== undefined;
  return { rowNo, name, key: nameKey(name), creditCode, appId, appIdKey: key, hasType };
}

function* goThrough(
  rows: readonly KeyedRow[],
  codesByKey: ReadonlyMap<string, ReadonlySet<string>>,
  existing: Existing,
  known: readonly Identity[],
): InSteps<{ readonly answers: ReadonlyMap<number, Identified>; readonly met: ReadonlySet<Identity> }> {
  const index = createIndex(existing);
  yield* eachInSteps(known, (client) => index.enter(client));
  const met = new Set<Identity>();
  const answers = new Map<number, Identified>();
  yield* eachInSteps(rows, (row) => {
    const found = identify(row, codesByKey, existing, index);
    answers.set(row.rowNo, found);
    if (found.kind === 'refused') return;
    index.learn(found.client, row);
    met.add(found.client);
  });
  return { answers, met };
}

function identify(
  row: KeyedRow,
  codesByKey: ReadonlyMap<string, ReadonlySet<string>>,
  existing: Existing,
  index: Index,
): Identified {
  const { name, key, creditCode } = row;
  const owner = creditCode === undefined ? undefined : index.byCode(creditCode);
  if (owner !== undefined) return unlessTaken(owner, row, index);
  const namesakes = index.byKey(key);
  const open = namesakes.filter((client) => creditCode === undefined || client.creditCode === undefined);
  const stored = existing.byKey(key).flatMap(({ values }) => values.creditCode ?? []);
  const codes = new Set([...(codesByKey.get(key) ?? []), ...stored]);
  const count = creditCode === undefined ? Math.max(open.length, codes.size) : open.length;
  if (count > 1) return { kind: 'refused', note: cellNote('name', 'error', 'client_unclear', { count }) };
  const fresh = { known: undefined, name, key, creditCode, appIds: new Set<string>(), hasType: false };
  return unlessTaken(open[0] ?? fresh, row, index);
}

/** An AppID belongs to one client. */
function unlessTaken(client: Identity, { appId, appIdKey: key }: KeyedRow, index: Index): Identified {
  const owner = key === undefined ? undefined : index.byAppId(key);
  if (owner === undefined || owner === client) return { kind: 'client', client };
  const data = { value: appId ?? '', name: owner.name };
  return { kind: 'refused', note: cellNote('appId', 'error', 'app_id_taken', data) };
}

type Index = {
  enter(client: Identity): void;
  byCode(creditCode: string): Identity | undefined;
  byKey(key: string): readonly Identity[];
  byAppId(key: string): Identity | undefined;
  learn(client: Identity, row: KeyedRow): void;
};

/** Finds what earlier passes and earlier rows have told, and what the firm has. */
function createIndex(existing: Existing): Index {
  const byId = new Map<string, Identity>();
  const byCode = new Map<string, Identity>();
  const byKey = new Map<string, Set<Identity>>();
  const byAppId = new Map<string, Identity>();
  const enter = (client: Identity, key: string) => {
    if (client.known !== undefined) byId.set(client.known.clientId, client);
    if (client.creditCode !== undefined) byCode.set(client.creditCode, client);
    byKey.set(key, (byKey.get(key) ?? new Set()).add(client));
    for (const appId of client.appIds) byAppId.set(appId, client);
  };
  const identityOf = (client: ExistingClient): Identity => {
    const entered = byId.get(client.clientId);
    if (entered !== undefined) return entered;
    const { key, values } = client;
    const { name = '', creditCode } = values;
    const made = { known: client, name, key, creditCode, appIds: new Set<string>(), hasType: true };
    enter(made, key);
    return made;
  };
  const orStored = (client: ExistingClient | undefined) =>
    client === undefined ? undefined : identityOf(client);

  return {
    enter: (client) => enter(client, client.key),
    byCode: (creditCode) => byCode.get(creditCode) ?? orStored(existing.byCode(creditCode)),
    byKey(key) {
      const stored = existing.byKey(key).map(identityOf);
      return [...new Set([...(byKey.get(key) ?? []), ...stored])];
    },
    byAppId(key) {
      const owner = existing.ownerOfAppId(key);
      return byAppId.get(key) ?? (owner === undefined ? undefined : orStored(existing.byId(owner)));
    },
    learn(client, row) {
      client.creditCode ??= row.creditCode;
      if (row.appIdKey !== undefined) client.appIds.add(row.appIdKey);
      client.hasType ||= row.hasType;
      enter(client, row.key);
    },
  };
}

function* codesOf(rows: readonly KeyedRow[]): InSteps<ReadonlyMap<string, ReadonlySet<string>>> {
  const codes = new Map<string, Set<string>>();
  yield* eachInSteps(rows, ({ key, creditCode }) => {
    if (creditCode !== undefined) codes.set(key, (codes.get(key) ?? new Set()).add(creditCode));
  });
  return codes;
}
