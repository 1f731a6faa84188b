import { tagsText } from '#shared/domain/import-cell.ts';
import type { Existing, ExistingAccount, ExistingClient } from '#shared/domain/import-existing.ts';
import { importFields } from '#shared/domain/import-fields.ts';
import type { ImportField, ImportValues } from '#shared/domain/import-fields.ts';
import { isEntityType } from '#shared/domain/entity-type.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import type { Standing } from '#shared/domain/standing.ts';
import type { CellKind, ListCell } from '#backend/jobs/export-jobs.ts';
import type { ListColumn } from './list.ts';
import type { ListWords } from './words.ts';

/** A row of the sheet that can be imported again: a client with one of its accounts, if it has any. */
export interface ClientAccount {
  readonly values: ImportValues;
  readonly kind: AccountKind | undefined;
}

/** One row for each account. The service fee stands in the client's first row alone, so that a column's sum is right. */
export function clientAccounts(existing: Existing, clientIds: readonly string[]): ClientAccount[] {
  return clientIds.flatMap((id) => {
    const client = existing.byId(id);
    if (client === undefined) return [];
    const values = clientValues(client);
    const [first, ...others] = inOrder(existing.accountsOf(id));
    const withoutFee = Object.fromEntries(Object.entries(values).filter(([field]) => field !== 'serviceFee'));
    return [
      { values: { ...values, ...first?.values }, kind: first?.kind },
      ...others.map((account) => ({ values: { ...withoutFee, ...account.values }, kind: account.kind })),
    ];
  });
}

function clientValues({
  values,
  tags,
  administrators,
  legalRepresentativePhone,
}: ExistingClient): ImportValues {
  const [administrator] = administrators;
  const phone = administrator === undefined ? legalRepresentativePhone : administrator.phone;
  return {
    ...values,
    ...(administrator !== undefined && { administratorName: administrator.name }),
    ...(phone !== undefined && { administratorPhone: phone }),
    ...(tags.length > 0 && { tags: tagsText(tags) }),
  };
}

/** By what the rows say, not by keys: an import in another firm gives the same order. */
function inOrder(accounts: readonly ExistingAccount[]): ExistingAccount[] {
  const key = ({ kind, values: { platform = '', accountName = '', appId = '' } }: ExistingAccount) =>
    [platform, kind, accountName, appId].join('\n');
  return accounts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const kinds: Readonly<Partial<Record<ImportField, CellKind>>> = {
  establishedOn: 'date',
  licenceUntil: 'date',
  standingCheckedOn: 'date',
  certifiedUntil: 'date',
  serviceFee: 'money',
};

/** A column for each field that the import knows. */
export const clientAccountColumns = (words: ListWords): ListColumn<ClientAccount>[] =>
  importFields.map((field) => ({
    heading: words.lists.client[field],
    kind: kinds[field] ?? 'text',
    cell: (row) => cellOf(row, field, words),
  }));

function cellOf({ values, kind }: ClientAccount, field: ImportField, words: ListWords): ListCell {
  const value = values[field];
  if (value === undefined) return null;
  const { vocabulary, lists } = words;
  switch (field) {
    case 'entityType':
      return isEntityType(value) ? vocabulary.entityType[value] : value;
    case 'standing':
      return vocabulary.standing[value as Standing];
    case 'platform':
      return platformWords(value as Platform, kind, words);
    case 'licenceUntil':
      return value === 'forever' ? lists.forever : value;
    case 'serviceFee':
      return Number(value);
    default:
      return value;
  }
}

/** 微信小程序: the kind of account stands beside its platform, as the import reads it. */
export function platformWords(platform: Platform, kind: AccountKind | undefined, words: ListWords): string {
  const { vocabulary, lists } = words;
  const name = vocabulary.platform[platform];
  return kind === undefined ? name : `${name}${lists.gap}${vocabulary.accountKind[kind]}`;
}
