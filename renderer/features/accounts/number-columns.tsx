import type { AccountRow, AccountSortKey } from '#shared/contract/account-pages.ts';
import type { CellType } from '#shared/domain/cell-value.ts';
import type { Column, ColumnCell } from '#renderer/components/table-column.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

type AccountField =
  | 'name'
  | 'appId'
  | 'originalId'
  | 'filingNumber'
  | 'filedOn'
  | 'certifiedSinceOn'
  | 'certifiedUntilOn'
  | 'remark';

interface Words {
  readonly t: TFunction;
  readonly format: Format;
}

/** A fact of an account as a cell that can be edited. */
export const accountCell = (field: AccountField, type: CellType): ColumnCell<AccountRow> => ({
  field,
  type: () => type,
  value: (row) => row[field],
});

/** Facts that are shown when they are asked for; each can be written where it stands. */
export function numberColumns({ t, format }: Words): Column<AccountRow>[] {
  const text = (words: string | null, mono = false) =>
    words === null ? (
      <span className="cf-ink-3">—</span>
    ) : (
      <span className={`cf-ink-2 cf-cut ${mono ? 'cf-mono' : ''}`} title={words}>
        {words}
      </span>
    );
  const hidden = (id: AccountSortKey) => ({ id, sortable: true, hiddenAtFirst: true });
  return [
    {
      ...hidden('originalId'),
      title: t('accounts.column.originalId'),
      width: '156px',
      render: (row) => text(row.originalId, true),
      cell: accountCell('originalId', { kind: 'platformKey' }),
    },
    {
      ...hidden('filingNumber'),
      title: t('accounts.column.filingNumber'),
      width: '180px',
      render: (row) => text(row.filingNumber),
      cell: accountCell('filingNumber', { kind: 'filingNumber' }),
    },
    {
      ...hidden('filedOn'),
      title: t('accounts.column.filedOn'),
      width: '104px',
      render: (row) => text(row.filedOn && format.date(row.filedOn)),
      cell: accountCell('filedOn', { kind: 'date' }),
    },
    {
      ...hidden('certifiedSince'),
      title: t('accounts.column.certifiedSince'),
      width: '104px',
      render: (row) => text(row.certifiedSinceOn && format.date(row.certifiedSinceOn)),
      cell: accountCell('certifiedSinceOn', { kind: 'date' }),
    },
    {
      ...hidden('remark'),
      title: t('accounts.column.remark'),
      width: '200px',
      render: (row) => text(row.remark),
      cell: accountCell('remark', { kind: 'text' }),
    },
  ];
}
