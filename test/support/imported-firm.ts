import { existingFrom } from '#shared/domain/import-existing.ts';
import type { Existing, ExistingAccount, ExistingClient, Firm } from '#shared/domain/import-existing.ts';
import type { ImportValues } from '#shared/domain/import-fields.ts';
import type { PlannedAccount, PlannedClient } from '#shared/domain/import-plan.ts';
import { nameKey } from '#shared/domain/name-key.ts';

export const emptyFirm: Firm = { clients: [], accounts: [], consultants: [] };

export const existingOf = (firm: Firm): Existing => existingFrom(firm);

/** The firm after a plan was written, worked out without a database. */
export function firmAfter(firm: Firm, planned: readonly PlannedClient[]): Firm {
  return planned.reduce(withClient, firm);
}

function withClient(firm: Firm, planned: PlannedClient): Firm {
  const clientId = planned.clientId ?? `new client ${firm.clients.length}`;
  const before = firm.clients.find((client) => client.clientId === clientId);
  const after = clientAfter(clientId, before, planned);
  const { consultant } = planned.values;
  return {
    clients:
      before === undefined ? [...firm.clients, after] : firm.clients.map((c) => (c === before ? after : c)),
    accounts: planned.accounts.reduce(
      (accounts, account) => withAccount(accounts, clientId, account),
      firm.accounts,
    ),
    consultants:
      consultant === undefined ? firm.consultants : [...new Set([...firm.consultants, consultant])],
  };
}

function clientAfter(
  clientId: string,
  before: ExistingClient | undefined,
  planned: PlannedClient,
): ExistingClient {
  const { administratorName, administratorPhone, ...said } = planned.values;
  const values: ImportValues = { ...before?.values, ...said };
  const known = before?.administrators ?? [];
  const named = known.find(({ name }) => name === administratorName);
  const phone = administratorPhone ?? named?.phone;
  const person =
    administratorName === undefined
      ? []
      : [{ name: administratorName, ...(phone !== undefined && { phone }) }];
  const others =
    named === undefined && administratorName !== undefined ? [] : known.filter((one) => one !== named);
  const isLegalChanged =
    said.legalRepresentative !== undefined && said.legalRepresentative !== before?.values.legalRepresentative;
  const legalPhone =
    administratorName === undefined && administratorPhone !== undefined
      ? administratorPhone
      : isLegalChanged
        ? undefined
        : before?.legalRepresentativePhone;
  return {
    clientId,
    key: nameKey(values.name ?? ''),
    values,
    tags: planned.tags,
    administrators: [...person, ...others],
    ...(legalPhone !== undefined && { legalRepresentativePhone: legalPhone }),
  };
}

function withAccount(
  accounts: readonly ExistingAccount[],
  clientId: string,
  { accountId, kind, values }: PlannedAccount,
): readonly ExistingAccount[] {
  if (accountId === null)
    return [...accounts, { accountId: `new account ${accounts.length}`, clientId, kind, values }];
  return accounts.map((account) =>
    account.accountId === accountId ? { ...account, values: { ...account.values, ...values } } : account,
  );
}
