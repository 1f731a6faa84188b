import { accountDraft, nothing, state, together } from './import-draft.ts';
import type { AccountDraft, Outcome, RowDecision } from './import-draft.ts';
import { cellNote } from './import-note.ts';
import { hasAccount, platformOf } from './import-row.ts';
import type { ParsedRow } from './import-row.ts';
import { nameKey } from './name-key.ts';

/** Which account a row means; `unclear` when it could be several. */
export type RowAccount = AccountDraft | 'unclear';

type AccountRow = ParsedRow & { readonly rowNo: number };

/** An account with all names and the AppID that the rows of its client give it. */
type Candidate = { readonly account: AccountDraft; readonly keys: Set<string>; appId: string | undefined };

/**
 * Says for each row of a client, by its number, which account it means, and adds the new ones to `accounts`. An
 * account is known by its AppID, else by its name on the platform; a row with neither means the only one there. The
 * rows that say most are asked first, so that one answer does not hang on the order of the rows.
 */
export function assignAccounts(
  accounts: AccountDraft[],
  clientName: string,
  rows: readonly AccountRow[],
): ReadonlyMap<number, RowAccount> {
  const candidates = accounts.map(candidateOf);
  const answers = new Map<number, RowAccount>();
  const withAccount = rows.filter(({ values }) => hasAccount(values));
  for (const row of withAccount.toSorted((a, b) => sayingOf(a) - sayingOf(b))) {
    const found = findAccount(candidates, row);
    if (found === 'unclear') {
      answers.set(row.rowNo, found);
      continue;
    }
    const candidate = found ?? candidateOf(newAccount(row, clientName, withAccount));
    if (found === undefined) {
      candidates.push(candidate);
      accounts.push(candidate.account);
    }
    candidate.appId ??= row.values.appId;
    if (row.values.accountName !== undefined) candidate.keys.add(nameKey(row.values.accountName));
    answers.set(row.rowNo, candidate.account);
  }
  return answers;
}

/** Gives an account what a row says about it. */
export function stateAccount(
  account: RowAccount | undefined,
  { values }: ParsedRow,
  rowNo: number,
  decision: RowDecision | undefined,
): Outcome {
  if (account === undefined) return nothing;
  if (account === 'unclear')
    // Such a row names no account: the day is all that it says of one.
    return { changes: [], notes: [cellNote('certifiedUntil', 'warning', 'account_unclear')] };
  return together([
    announcement(account, rowNo),
    ...(['accountName', 'appId', 'certifiedUntil'] as const).flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [state(account, field, value, rowNo, decision)];
    }),
  ]);
}

/** The first row of a new account also brings its platform and its name. */
function announcement({ accountId, values, statedBy }: AccountDraft, rowNo: number): Outcome {
  if (accountId !== null || statedBy.has('platform')) return nothing;
  statedBy.set('platform', rowNo);
  const changes = (['platform', 'accountName'] as const).map((field) => ({
    field,
    before: null,
    after: values[field] ?? null,
  }));
  return { changes, notes: [] };
}

const sayingOf = ({ values }: ParsedRow): number =>
  values.appId !== undefined ? 0 : values.accountName !== undefined ? 1 : 2;

const candidateOf = (account: AccountDraft): Candidate => ({
  account,
  keys: new Set(account.values.accountName === undefined ? [] : [nameKey(account.values.accountName)]),
  appId: account.values.appId,
});

/** A new account needs a platform and a name: WeChat, and the client's, unless a row of it says otherwise. */
function newAccount(row: AccountRow, clientName: string, rows: readonly AccountRow[]): AccountDraft {
  const { appId, accountName } = row.values;
  const named = rows.find(
    ({ values }) => values.accountName !== undefined && appId !== undefined && values.appId === appId,
  );
  const values = {
    platform: platformOf(row.values),
    accountName: accountName ?? named?.values.accountName ?? clientName,
  };
  return { ...accountDraft(null, row.accountKind ?? 'mini_program', values), said: { ...values } };
}

function findAccount(candidates: readonly Candidate[], row: ParsedRow): Candidate | 'unclear' | undefined {
  const { platform, accountName, appId } = row.values;
  const isThere = ({ account }: Candidate) =>
    account.values.platform === (platform ?? account.values.platform);
  const sameId =
    appId === undefined ? undefined : candidates.find((one) => one.appId === appId && isThere(one));
  if (sameId !== undefined) return sameId;
  const open = candidates.filter((candidate) => isOpenTo(candidate, row));
  if (accountName !== undefined) return open.find(({ keys }) => keys.has(nameKey(accountName)));
  if (open.length <= 1) return open[0];
  return appId === undefined ? 'unclear' : undefined;
}

/** Whether a row without the account's AppID can mean it. */
function isOpenTo(
  { account: { kind, values }, appId }: Candidate,
  { values: row, accountKind }: ParsedRow,
): boolean {
  if (values.platform !== platformOf(row)) return false;
  if (accountKind !== undefined && accountKind !== kind) return false;
  return row.appId === undefined || appId === undefined;
}
