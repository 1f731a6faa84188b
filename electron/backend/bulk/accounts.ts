import { createHash } from 'node:crypto';
import type { AccountFieldsLook, AccountsLook } from '#shared/contract/bulk-accounts.ts';
import type { BulkOutcome } from '#shared/contract/bulk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { commonValue } from '#shared/domain/common-value.ts';
import type { CommonValue } from '#shared/domain/common-value.ts';
import type { AccountKind } from '#shared/domain/platform.ts';
import { changeAccount, removeAccount } from '#backend/accounts/service.ts';
import { countAccountsByGroup, readChosen, readChosenFields } from '#backend/accounts/table/table.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import type { Input } from './input.ts';
import { goneOf, rowByRow } from './row-by-row.ts';

type Chosen = Input<'lookAtAccounts'>;

/** The accounts that are meant. */
export const readAccounts = (backend: Backend, { filter, rows }: Chosen) =>
  readChosen(backend, { ...filter, rows });

/** How many accounts are meant, and which of them are in use. */
export function lookAtAccounts(backend: Backend, { group: by, ...chosen }: Chosen): AccountsLook {
  const { filter, rows } = chosen;
  const found = readAccounts(backend, chosen);
  const ids = found.map(({ id }) => id);
  const busy = found.filter(({ open_application_id: order }) => order !== null).map(({ id }) => id);
  const groups = by === undefined ? [] : countAccountsByGroup(backend, { ...filter, rows }, by);
  return { count: found.length, gone: goneOf(rows, ids), groups, busy };
}

const isMerchant = ({ kind }: { readonly kind: AccountKind }): boolean => kind === 'merchant';

/** What the accounts that are meant have in common. */
export function lookAtAccountFields(backend: Backend, { filter, rows }: Chosen): AccountFieldsLook {
  const found = readChosenFields(backend, { ...filter, rows });
  const common = <Key extends keyof (typeof found)[number]>(key: Key) =>
    commonValue(found.map((account) => account[key]));
  const day = (key: 'filed_on' | 'certified_since_on' | 'certified_until_on') =>
    common(key) as CommonValue<CalendarDate | null>;
  return {
    count: found.length,
    fields: {
      platform: common('platform'),
      kind: common('kind'),
      category: common('category'),
      filedOn: day('filed_on'),
      certifiedSinceOn: day('certified_since_on'),
      certifiedUntilOn: day('certified_until_on'),
    },
    merchantCount: found.filter(isMerchant).length,
    exactEndCount: found.filter(({ certified_until_at_ms: atMs }) => atMs !== null).length,
    seen: createHash('sha256').update(JSON.stringify(found)).digest('hex'),
  };
}

/**
 * Writes the same to all accounts that are meant; a merchant is not filed. Throws AppError STALE (with `seen`: they are
 * others, or other than they were seen), and what `changeAccount` and `writeInParts` throw; nothing is changed then.
 */
export async function* writeAccounts(
  backend: Backend,
  { changes, seen, ...chosen }: Input<'writeAccounts'>,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  if (seen !== undefined && seen !== lookAtAccountFields(backend, chosen).seen)
    throw new AppError('STALE', { field: 'rows', expected: null, found: null });
  const { filter, rows } = chosen;
  const found = readChosenFields(backend, { ...filter, rows });
  const merchants = new Set(found.filter(isMerchant).map(({ id }) => id));
  const { filedOn, ...others } = changes;
  const changesOf = (id: string) =>
    filedOn === undefined || merchants.has(id) ? others : { ...others, filedOn };
  const write = (change: Change, id: string): boolean =>
    changeAccount(backend, change, id, { base: {}, changes: changesOf(id) });
  const ids = found.map(({ id }) => id);
  yield* rowByRow(backend, { action: 'bulk.accounts', table: 'accounts', ids, write }, signal);
}

/** Moves all accounts that are meant to the trash. Throws AppError IN_USE, and what `writeInParts` throws. */
export async function* trashAccounts(
  backend: Backend,
  chosen: Chosen,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  const found = readAccounts(backend, chosen);
  const count = found.filter(({ open_application_id: order }) => order !== null).length;
  if (count > 0) throw new AppError('IN_USE', { what: 'applications', count });
  const ids = found.map(({ id }) => id);
  const write = (change: Change, id: string): boolean => {
    removeAccount(backend, change, id);
    return true;
  };
  yield* rowByRow(backend, { action: 'bulk.trashAccounts', table: 'accounts', ids, write }, signal);
}
