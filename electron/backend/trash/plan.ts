import { AppError } from '#shared/contract/errors.ts';
import type { RestoreObstacle } from '#shared/contract/trash.ts';
import { isClosed } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import { trashKinds } from '#shared/domain/trash-kind.ts';
import type { TrashKind } from '#shared/domain/trash-kind.ts';
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { holderOf, referencesOf, uniqueKeysOf } from '#backend/db/references.ts';
import type { Reference } from '#backend/db/references.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import * as queries from './queries.ts';

/** A row that comes back. */
interface PlannedRow {
  readonly table: SharedTable;
  readonly id: string;
  /** Columns that would point at a consultant who is gone. */
  readonly cleared: readonly string[];
}

interface RestorePlan {
  readonly rows: readonly PlannedRow[];
  readonly obstacles: readonly RestoreObstacle[];
}

interface Candidate {
  readonly changeId: string;
  readonly table: SharedTable;
  readonly id: string;
  readonly row: Row;
}

const keyOf = (table: SharedTable, id: string): string => `${table} ${id}`;
const kindOf = (table: SharedTable): TrashKind | undefined => trashKinds.find((kind) => kind === table);

/**
 * What comes back when these entries are restored together, parents first. A row without a name of its own, such as
 * the link of a paper to an item, stays away when what it belongs to is gone; one with a name is an obstacle then.
 * Throws AppError NOT_FOUND when nothing is left in the trash of an entry.
 */
export function planRestore(db: Db, changeIds: readonly string[]): RestorePlan {
  const coming = withPeople(
    db,
    [...new Set(changeIds)].flatMap((changeId) => candidatesOf(db, changeId)),
  );
  const back = new Set(coming.map(({ table, id }) => keyOf(table, id)));
  const claimed = new Map<string, string>();
  const rows: PlannedRow[] = [];
  const obstacles: RestoreObstacle[] = [];
  for (const candidate of coming) {
    const missing = parentsGone(db, candidate, back);
    const parent = missing.find(({ reference }) => isOwner(reference));
    const holder = parent === undefined ? takenBy(db, candidate, claimed) : undefined;
    const isNamed = kindOf(candidate.table) !== undefined;
    if (parent === undefined && holder === undefined) {
      for (const claim of claimsOf(db, candidate)) claimed.set(claim, candidate.id);
      const cleared = missing.filter(({ reference }) => isOfConsultant(reference));
      rows.push({ ...candidate, cleared: cleared.map(({ reference }) => reference.column) });
    } else {
      back.delete(keyOf(candidate.table, candidate.id));
      if (isNamed && parent !== undefined) obstacles.push(parentObstacle(db, candidate, parent));
      if (isNamed && holder !== undefined) obstacles.push(holderObstacle(db, candidate, holder));
    }
  }
  return { rows, obstacles: ofEachOnce(obstacles) };
}

function candidatesOf(db: Db, changeId: string): Candidate[] {
  const found = queries.goneByChange(db, changeId).flatMap(({ row_table: table, row_id: id }) => {
    const row = queries.rowOf(db, table, id);
    return row === undefined ? [] : [{ changeId, table, id, row }];
  });
  // An entry has something with a name of its own; what a rule or a link left behind is none.
  if (!found.some(({ table }) => kindOf(table) !== undefined))
    throw new AppError('NOT_FOUND', { what: 'trash', id: changeId });
  return found;
}

/** A person comes back with whatever points at them, also when they were thrown away with another client's. */
function withPeople(db: Db, candidates: readonly Candidate[]): readonly Candidate[] {
  const present = new Set(candidates.map(({ table, id }) => keyOf(table, id)));
  const people = candidates.flatMap(({ changeId, table, row }): Candidate[] => {
    const id = row.contact_id;
    if (table !== 'client_contacts' || typeof id !== 'string' || present.has(keyOf('contacts', id)))
      return [];
    const person = queries.rowOf(db, 'contacts', id);
    if (person === undefined || person.deleted_at_ms === null) return [];
    present.add(keyOf('contacts', id));
    return [{ changeId, table: 'contacts', id, row: person }];
  });
  return [...people, ...candidates].sort((a, b) => depthOf(a.table) - depthOf(b.table));
}

/** Owners before what they own, so that a row whose owner stays away is seen to. */
const order: readonly SharedTable[] = [
  ...([
    'consultants',
    'contacts',
    'tags',
    'clients',
    'accounts',
    'applications',
    'attempts',
    'items',
  ] as const),
  ...(['documents', 'fees'] as const),
];
const depthOf = (table: SharedTable): number => {
  const place = order.indexOf(table);
  return place < 0 ? order.length : place;
};

interface GoneParent {
  readonly reference: Reference;
  readonly id: string;
}

function parentsGone(db: Db, { table, row }: Candidate, back: ReadonlySet<string>): GoneParent[] {
  return referencesOf(db)
    .filter((reference) => reference.table === table)
    .flatMap((reference) => {
      const id = row[reference.column];
      if (typeof id !== 'string' || back.has(keyOf(reference.target, id))) return [];
      const parent = queries.rowOf(db, reference.target, id);
      return parent?.deleted_at_ms === null ? [] : [{ reference, id }];
    });
}

/** A row can't be there without it; a note on an application is nothing without that. */
const isOwner = ({ table, isOptional, column }: Reference): boolean =>
  !isOptional || column === 'client_id' || (table === 'notes' && column === 'application_id');
const isOfConsultant = ({ target }: Reference): boolean => target === 'consultants';

/** Who has what the row would have to itself: a row that is there, or one that comes back before it. */
function takenBy(db: Db, candidate: Candidate, claimed: ReadonlyMap<string, string>): string | undefined {
  const { table, row } = candidate;
  const holders = uniqueKeysOf(db)
    .filter((key) => key.table === table)
    .map((key) => holderOf(db, key, row));
  return [
    orderBeside(db, candidate),
    ...holders,
    ...claimsOf(db, candidate).map((claim) => claimed.get(claim)),
  ].find((holder) => holder !== undefined);
}

/** One account has one order of a kind under way. */
function orderBeside(db: Db, { table, row }: Candidate): string | undefined {
  if (table !== 'applications' || isClosed(row.stage as Stage)) return undefined;
  return queries.openOrderLike(db, row);
}

/** What a row would have to itself, each as one text. */
function claimsOf(db: Db, { table, row }: Candidate): string[] {
  return uniqueKeysOf(db)
    .filter((key) => key.table === table)
    .map(({ columns }) => columns.map((column) => row[column] ?? null))
    .filter((values) => !values.includes(null))
    .map((values, index) => JSON.stringify([table, index, values]));
}

const titled = (db: Db, { changeId, table, id }: Candidate) => ({
  changeId,
  title: queries.titleOf(db, table, id),
});

function parentObstacle(db: Db, candidate: Candidate, { reference, id }: GoneParent): RestoreObstacle {
  return {
    ...titled(db, candidate),
    reason: 'parent_gone',
    byTitle: queries.titleOf(db, reference.target, id),
    byKind: kindOf(reference.target) ?? 'clients',
    byChangeId: queries.changeThatThrew(db, reference.target, id) ?? null,
    byClientId: null,
  };
}

function holderObstacle(db: Db, candidate: Candidate, holder: string): RestoreObstacle {
  const row = queries.rowOf(db, candidate.table, holder);
  const client = candidate.table === 'clients' ? holder : row?.client_id;
  return {
    ...titled(db, candidate),
    reason: 'place_taken',
    byTitle: queries.titleOf(db, candidate.table, holder),
    byKind: kindOf(candidate.table) ?? 'clients',
    byChangeId: null,
    byClientId: typeof client === 'string' ? client : null,
  };
}

/** One obstacle an entry and thing in the way says enough. */
function ofEachOnce(obstacles: readonly RestoreObstacle[]): RestoreObstacle[] {
  const seen = new Set<string>();
  return obstacles.filter(({ changeId, reason, byChangeId, byTitle }) => {
    const key = JSON.stringify([changeId, reason, byChangeId, byTitle]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
