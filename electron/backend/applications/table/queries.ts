import type { RowChoice } from '#shared/contract/values.ts';
import type { Stage } from '#shared/domain/application.ts';
import { keptUntilWritten } from '#backend/db/kept-until-written.ts';
import type { Db } from '#backend/db/open.ts';
import { choiceConditions, choiceValues } from '#backend/db/row-choice.ts';
import { statement } from '#backend/db/statement.ts';
import type { RowRange } from '#backend/page-cursor.ts';
import type { OwnedHits } from '#backend/search/service.ts';
import { columns, source } from '../queries.ts';
import type { ApplicationRecord } from '../queries.ts';

export interface ApplicationPageFilter {
  readonly stages: readonly Stage[] | undefined;
  readonly clientId: string | undefined;
  /** Only these, and all of these clients. */
  readonly found: OwnedHits | undefined;
  readonly rows?: RowChoice | undefined;
}

/** One page, newest first, and the rows that the whole filter holds. */
export function pageOfApplications(
  db: Db,
  filter: ApplicationPageFilter,
  { after, skip, limit }: RowRange,
): ApplicationRecord[] {
  const where = conditions(filter);
  if (after !== undefined)
    where.push('(a.opened_at_ms < @openedAtMs OR (a.opened_at_ms = @openedAtMs AND a.id > @afterId))');
  const sql = `SELECT ${columns} ${source} WHERE ${where.join(' AND ')} ORDER BY a.opened_at_ms DESC, a.id LIMIT @limit OFFSET @skip`;
  const values = {
    ...bindings(filter),
    openedAtMs: after?.value ?? null,
    afterId: after?.id ?? null,
    skip,
    limit,
  };
  return statement<[typeof values], ApplicationRecord>(db, sql).all(values);
}

/** Of the whole filter; every page of a list asks for it again. */
export function countApplications(db: Db, filter: ApplicationPageFilter): number {
  const sql = `SELECT count(*) AS n FROM applications a WHERE ${conditions(filter).join(' AND ')}`;
  return keptUntilWritten<ReturnType<typeof bindings>, { n: number }>(db, sql, bindings(filter))?.n ?? 0;
}

/** The ids of all that a filter holds, newest first. */
export function chosenApplications(db: Db, filter: ApplicationPageFilter): string[] {
  const sql = `SELECT a.id FROM applications a WHERE ${conditions(filter).join(' AND ')} ORDER BY a.opened_at_ms DESC, a.id`;
  return statement<[ReturnType<typeof bindings>], { id: string }>(db, sql)
    .all(bindings(filter))
    .map(({ id }) => id);
}

export interface ChosenGroup extends Pick<
  ApplicationRecord,
  'consultant_id' | 'stage' | 'rule_pack_id' | 'rule_pack_version' | 'rule_pack_sha256'
> {
  readonly n: number;
  readonly newest_at_ms: number;
}

/** What a filter holds, counted by who is in charge, stage and rules. */
export function chosenGroups(db: Db, filter: ApplicationPageFilter): ChosenGroup[] {
  const by = 'a.consultant_id, a.stage, a.rule_pack_id, a.rule_pack_version, a.rule_pack_sha256';
  const sql = `SELECT ${by}, count(*) AS n, max(a.updated_at_ms) AS newest_at_ms FROM applications a
    WHERE ${conditions(filter).join(' AND ')} GROUP BY ${by} ORDER BY ${by}`;
  return statement<[ReturnType<typeof bindings>], ChosenGroup>(db, sql).all(bindings(filter));
}

/** What a row `a` of applications has to meet. */
export function conditions({ stages, clientId, found, rows }: ApplicationPageFilter): string[] {
  const where = ['a.deleted_at_ms IS NULL', ...choiceConditions('a.id', rows)];
  if (stages !== undefined) where.push('a.stage IN (SELECT value FROM json_each(@stages))');
  if (clientId !== undefined) where.push('a.client_id = @clientId');
  if (found !== undefined) {
    where.push(
      '(a.id IN (SELECT value FROM json_each(@ids)) OR a.client_id IN (SELECT value FROM json_each(@clientIds)))',
    );
  }
  return where;
}

/** The values of `conditions`. */
export const bindings = ({ stages, clientId, found, rows }: ApplicationPageFilter) => ({
  ...choiceValues(rows),
  stages: JSON.stringify(stages ?? []),
  clientId: clientId ?? null,
  ids: JSON.stringify(found?.ids ?? []),
  clientIds: JSON.stringify(found?.clientIds ?? []),
});
