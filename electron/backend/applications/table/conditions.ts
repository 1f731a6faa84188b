/** A filter over `application_summaries s`, as conditions and the values that they name. */
import { stages } from '#shared/domain/application.ts';
import { choiceConditions, choiceValues } from '#backend/db/row-choice.ts';
import type { FilteredRows } from '#backend/group-rows.ts';
import type { ApplicationPageFilter } from './queries.ts';

export type FilterValues = Readonly<Record<string, string | number | null>>;

/** Of a clock that is counted in hours the hour counts, of every other date the day. */
export const isOverdue = `(s.hour_at_ms < @nowMs OR (s.hour_at_ms IS NULL AND +s.due_sort < @today))`;
export const returnedAt = stages.indexOf('returned');

/** `WHERE …`, or nothing for all; the unary plus keeps a condition from choosing another index than the order's. */
export function whereOf(filter: ApplicationPageFilter, more: readonly string[] = []): string {
  const all = [...conditionsOf(filter), ...more];
  return all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
}

/** All that the filter holds. */
export const filteredRows = (filter: ApplicationPageFilter): FilteredRows => ({
  id: 's.application_id',
  from: 'application_summaries s',
  where: conditionsOf(filter),
  values: valuesOf(filter),
});

export function valuesOf(filter: ApplicationPageFilter): FilterValues {
  const list = (values: readonly (string | number)[] | undefined) => JSON.stringify(values ?? []);
  return {
    ...choiceValues(filter.rows),
    match: filter.search?.own.match ?? null,
    ownFrom: filter.search?.own.from ?? null,
    ownTo: filter.search?.own.to ?? null,
    clientFrom: filter.search?.client.from ?? null,
    clientTo: filter.search?.client.to ?? null,
    clientId: filter.clientId ?? null,
    stages: list(filter.stages),
    platforms: list(filter.platforms),
    kinds: list(filter.kinds),
    consultantIds: list(filter.consultantIds),
    dueUntil: filter.dueUntil ?? null,
    hourUntilMs: filter.hourUntilMs ?? null,
    ...filter.moment,
  };
}

const hits = (range: 'own' | 'client') =>
  `SELECT e.entity_id FROM search_index x CROSS JOIN search_entries e ON e.rowid = x.rowid
    WHERE x.search_index MATCH @match AND x.rowid BETWEEN @${range}From AND @${range}To`;

function conditionsOf(filter: ApplicationPageFilter): string[] {
  const where = choiceConditions('s.application_id', filter.rows);
  const among = (column: string, name: string) => `+${column} IN (SELECT value FROM json_each(@${name}))`;
  if (filter.clientId !== undefined) where.push('s.client_id = @clientId');
  if (filter.search !== undefined)
    where.push(`(+s.application_id IN (${hits('own')}) OR +s.client_id IN (${hits('client')}))`);
  if (filter.stages !== undefined) where.push(among('s.stage_sort', 'stages'));
  if (filter.platforms !== undefined) where.push(among('s.platform_sort', 'platforms'));
  if (filter.kinds !== undefined) where.push(among('s.kind_sort', 'kinds'));
  if (filter.consultantIds !== undefined) {
    const nobody = filter.consultantIds.includes('nobody') ? 'OR s.consultant_id IS NULL' : '';
    where.push(`(${among('s.consultant_id', 'consultantIds')} ${nobody})`);
  }
  return [...where, ...dateConditions(filter), ...stateConditions(filter)];
}

function dateConditions({ dueUntil, hourUntilMs, overdue }: ApplicationPageFilter): string[] {
  return [
    ...(dueUntil === undefined ? [] : ['+s.due_sort <= @dueUntil']),
    ...(hourUntilMs === undefined ? [] : ['+s.hour_at_ms <= @hourUntilMs']),
    ...(overdue === undefined ? [] : [overdue ? isOverdue : `coalesce(NOT ${isOverdue}, 1)`]),
  ];
}

function stateConditions({ papersMissing, returned }: ApplicationPageFilter): string[] {
  return [
    ...(papersMissing === undefined ? [] : [`+s.missing_sort ${papersMissing ? '>' : '<='} 0`]),
    ...(returned === undefined ? [] : [`+s.stage_sort ${returned ? '=' : '<>'} ${returnedAt}`]),
  ];
}
