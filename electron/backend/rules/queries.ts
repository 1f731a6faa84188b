import type { Db } from '#backend/db/open.ts';
import { statement } from '#backend/db/statement.ts';

export interface StoredPackRecord {
  readonly id: string;
  readonly pack_id: string;
  readonly version: string;
  readonly sha256: string;
  readonly content: string;
  readonly created_at_ms: number;
}

/** Packs or lists that the firm holds itself: imported ones, and those that an application was opened with. */
export function storedPacks(db: Db, kind: 'rules' | 'categories'): StoredPackRecord[] {
  const sql = `SELECT id, pack_id, version, sha256, content, created_at_ms FROM rule_packs
    WHERE kind = ? AND deleted_at_ms IS NULL ORDER BY created_at_ms, id`;
  return statement<[string], StoredPackRecord>(db, sql).all(kind);
}

export function storedPackBySha(
  db: Db,
  sha256: string,
): { id: string; deleted_at_ms: number | null } | undefined {
  const sql = 'SELECT id, deleted_at_ms FROM rule_packs WHERE sha256 = ? ORDER BY deleted_at_ms IS NULL DESC';
  return statement<[string], { id: string; deleted_at_ms: number | null }>(db, sql).get(sha256);
}

export interface OverrideRecord {
  readonly id: string;
  readonly pack_id: string;
  readonly place: string;
  readonly value: string;
  readonly reason: string;
  readonly author: string | null;
  readonly created_at_ms: number;
  readonly deleted_at_ms: number | null;
}

/** All that ever were; those in force have no `deleted_at_ms`. */
export function overrides(db: Db): OverrideRecord[] {
  const sql = `SELECT id, pack_id, place, value, reason, author, created_at_ms, deleted_at_ms FROM rule_overrides
    ORDER BY pack_id, place, id`;
  return statement<[], OverrideRecord>(db, sql).all();
}

export interface HolidayYearRecord {
  readonly id: string;
  readonly year: number;
  readonly content: string;
  readonly file_name: string;
  readonly created_at_ms: number;
}

export function holidayYears(db: Db): HolidayYearRecord[] {
  const sql = `SELECT id, year, content, file_name, created_at_ms FROM holiday_years
    WHERE deleted_at_ms IS NULL ORDER BY year`;
  return statement<[], HolidayYearRecord>(db, sql).all();
}

const isOpen = `deleted_at_ms IS NULL AND stage NOT IN ('passed', 'failed', 'withdrawn')`;

/** Open applications of a pack in any version, or in any but the one with that hash, the oldest first. */
export function openApplicationIdsOfPack(db: Db, packId: string, exceptSha256 = ''): string[] {
  const sql = `SELECT id FROM applications WHERE rule_pack_id = ? AND rule_pack_sha256 <> ? AND ${isOpen}
    ORDER BY opened_at_ms, id`;
  return statement<[string, string], { id: string }>(db, sql)
    .all(packId, exceptSha256)
    .map(({ id }) => id);
}

export function countOpenApplicationsOfSha(db: Db, sha256: string): number {
  const sql = `SELECT count(*) AS n FROM applications WHERE rule_pack_sha256 = ? AND ${isOpen}`;
  return statement<[string], { n: number }>(db, sql).get(sha256)?.n ?? 0;
}

/** Applications that go by a version, those in the trash too, and verdicts that were given by it. */
export function countUsesOfSha(db: Db, sha256: string): number {
  const sql = `SELECT (SELECT count(*) FROM applications WHERE rule_pack_sha256 = @sha256)
    + (SELECT count(*) FROM judgements WHERE rule_pack_sha256 = @sha256) AS n`;
  return statement<[{ sha256: string }], { n: number }>(db, sql).get({ sha256 })?.n ?? 0;
}

/** For which accounts a list of categories is. */
export interface ListAccounts {
  readonly platform: string;
  readonly accountKinds: readonly string[];
}

const ofList = `a.stage NOT IN ('passed', 'failed', 'withdrawn') AND a.deleted_at_ms IS NULL AND t.platform = @platform
  AND t.kind IN (SELECT value FROM json_each(@kinds))`;
const openOfList = `FROM applications a JOIN accounts t ON t.id = a.account_id WHERE ${ofList}`;

function idsOfList(
  db: Db,
  { platform, accountKinds }: ListAccounts,
  condition: string,
  sha256: string,
): string[] {
  const sql = `SELECT a.id ${openOfList} AND ${condition} ORDER BY a.opened_at_ms, a.id`;
  const values = { platform, kinds: JSON.stringify(accountKinds), sha256 };
  return statement<[typeof values], { id: string }>(db, sql)
    .all(values)
    .map(({ id }) => id);
}

/** Open applications of a list's accounts that do not go by the version with that hash already, the oldest first. */
export const openApplicationIdsOfList = (db: Db, accounts: ListAccounts, exceptSha256: string): string[] =>
  idsOfList(db, accounts, 'a.category_pack_sha256 IS NOT @sha256', exceptSha256);

/** Those of them that name another version. */
export const openApplicationIdsOfOtherLists = (
  db: Db,
  accounts: ListAccounts,
  exceptSha256: string,
): string[] => idsOfList(db, accounts, 'a.category_pack_sha256 <> @sha256', exceptSha256);

/** Those of them that name no version at all. */
export const openApplicationIdsWithoutList = (db: Db, accounts: ListAccounts): string[] =>
  idsOfList(db, accounts, 'coalesce(a.category_pack_sha256, @sha256) = @sha256', '');

/** Applications that go by a version of a list, those in the trash too, and verdicts that were given by it. */
export function countUsesOfList(db: Db, sha256: string): number {
  const sql = `SELECT (SELECT count(*) FROM applications WHERE category_pack_sha256 = @sha256)
    + (SELECT count(*) FROM judgements WHERE category_pack_sha256 = @sha256) AS n`;
  return statement<[{ sha256: string }], { n: number }>(db, sql).get({ sha256 })?.n ?? 0;
}

export function countOpenApplicationsOfList(db: Db, sha256: string): number {
  const sql = `SELECT count(*) AS n FROM applications WHERE category_pack_sha256 = ? AND ${isOpen}`;
  return statement<[string], { n: number }>(db, sql).get(sha256)?.n ?? 0;
}

/** Clients with an application under way by a pack that one of the overrides, live or gone, lies on. */
export function clientsOfOverrides(db: Db, overrideIds: readonly string[]): string[] {
  const sql = `SELECT DISTINCT client_id FROM applications WHERE ${isOpen}
    AND rule_pack_id IN (SELECT pack_id FROM rule_overrides WHERE id IN (SELECT value FROM json_each(?)))`;
  return statement<[string], { client_id: string }>(db, sql)
    .all(JSON.stringify(overrideIds))
    .map(({ client_id }) => client_id);
}
