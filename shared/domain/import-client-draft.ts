import type { EntityType } from './entity-type.ts';
import { assignAccounts } from './import-accounts.ts';
import type { RowAccount } from './import-accounts.ts';
import { accountDraft } from './import-draft.ts';
import type { AccountDraft, Draft } from './import-draft.ts';
import type { Existing, ExistingClient } from './import-existing.ts';
import type { Identity } from './import-identity.ts';
import type { ParsedRow } from './import-row.ts';

/** One client as the rows read so far leave it. */
export type ClientDraft = Draft & {
  readonly known: ExistingClient | undefined;
  /** Number of the first row that means the client. */
  readonly rowNo: number;
  readonly tags: string[];
  readonly accounts: readonly AccountDraft[];
  readonly accountOf: ReadonlyMap<number, RowAccount>;
  readonly entityTypeOfCode: EntityType | undefined;
};

type ClientRow = ParsedRow & { readonly rowNo: number };

/** The client as it stands before any of its rows has had a say. */
export function draftOf(
  { known, name }: Identity,
  rows: readonly ClientRow[],
  existing: Existing,
): ClientDraft {
  const stored = known === undefined ? [] : existing.accountsOf(known.clientId);
  const accounts = stored.map(({ accountId, kind, values }) => accountDraft(accountId, kind, { ...values }));
  const accountOf = assignAccounts(accounts, name, rows);
  return {
    known,
    rowNo: rows[0]?.rowNo ?? 0,
    values: { ...known?.values },
    said: {},
    statedBy: new Map(),
    tags: [...(known?.tags ?? [])],
    accounts,
    accountOf,
    entityTypeOfCode: rows.find(({ entityTypeOfCode }) => entityTypeOfCode !== undefined)?.entityTypeOfCode,
  };
}
