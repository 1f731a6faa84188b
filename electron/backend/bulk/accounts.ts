import type { z } from 'zod';
import type { bulk as contract, BulkOutcome } from '#shared/contract/bulk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { removeAccount } from '#backend/accounts/service.ts';
import { countAccountsByGroup, readChosen } from '#backend/accounts/table/table.ts';
import type { Backend } from '#backend/backend.ts';
import { goneOf, rowByRow } from './row-by-row.ts';

type Chosen = z.infer<NonNullable<(typeof contract)['lookAtAccounts']['~orpc']['inputSchema']>>;

/** How many accounts are meant, and which of them are in use. */
export function lookAtAccounts(backend: Backend, { filter, rows, group: by }: Chosen) {
  const found = readChosen(backend, { ...filter, rows });
  const ids = found.map(({ id }) => id);
  const busy = found.filter(({ open_application_id: order }) => order !== null).map(({ id }) => id);
  const groups = by === undefined ? [] : countAccountsByGroup(backend, { ...filter, rows }, by);
  return { count: found.length, gone: goneOf(rows, ids), groups, busy };
}

/** Moves all accounts that are meant to the trash. Throws AppError IN_USE, and what `writeInParts` throws. */
export async function* trashAccounts(
  backend: Backend,
  { filter, rows }: Chosen,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  const found = readChosen(backend, { ...filter, rows });
  const count = found.filter(({ open_application_id: order }) => order !== null).length;
  if (count > 0) throw new AppError('IN_USE', { what: 'applications', count });
  const ids = found.map(({ id }) => id);
  const write = (change: Parameters<typeof removeAccount>[1], id: string): boolean => {
    removeAccount(backend, change, id);
    return true;
  };
  yield* rowByRow(backend, { action: 'bulk.trashAccounts', table: 'accounts', ids, write }, signal);
}
