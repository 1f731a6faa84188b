import { serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientRow, ClientSortKey } from '#shared/contract/clients.ts';
import type { CellOption, CellType } from '#shared/domain/cell-value.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { Column, ColumnCell } from '#renderer/components/table-column.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface Words {
  readonly t: TFunction;
  readonly format: Format;
}

type ClientField = Extract<keyof ClientRow, string>;

/** A fact of a client as a cell that can be edited. */
export function clientCell<Field extends ClientField>(
  field: Field & (ClientRow[Field] extends string | number | null ? Field : never),
  type: CellType | ((row: ClientRow) => CellType),
): ColumnCell<ClientRow> {
  return {
    field,
    type: typeof type === 'function' ? type : () => type,
    value: (row) => row[field] as string | number | null,
  };
}

/** The kinds of body, by their words. */
export const entityTypeCell = (t: TFunction): CellType => ({
  kind: 'entityType',
  options: entityTypes.map((value) => ({ value, label: t(`vocabulary.entityType.${value}`) })),
});

/** Facts that are shown when they are asked for; each can be written where it stands. */
export function factColumns({ t, format }: Words, people: readonly CellOption[]): Column<ClientRow>[] {
  const statuses = serviceStatuses.map((value) => ({ value, label: t(`vocabulary.serviceStatus.${value}`) }));
  const forever = t('components.date.noExpiry');
  const text = (words: string | null) =>
    words === null ? (
      <span className="cf-ink-3">—</span>
    ) : (
      <span className="cf-ink-2 cf-cut" title={words}>
        {words}
      </span>
    );
  const hidden = (id: ClientSortKey) => ({ id, sortable: true, hiddenAtFirst: true });
  return [
    {
      ...hidden('consultant'),
      title: t('clients.column.consultant'),
      width: 'var(--cf-col-person)',
      render: (row) => text(row.consultantName),
      cell: clientCell('consultantId', { kind: 'choice', options: people, isRequired: false }),
    },
    {
      ...hidden('serviceStatus'),
      title: t('clients.column.serviceStatus'),
      width: '88px',
      render: (row) => text(t(`vocabulary.serviceStatus.${row.serviceStatus}`)),
      cell: clientCell('serviceStatus', { kind: 'choice', options: statuses, isRequired: true }),
    },
    {
      ...hidden('serviceSince'),
      title: t('clients.column.serviceSince'),
      width: '104px',
      render: (row) => text(row.serviceSinceOn && format.date(row.serviceSinceOn)),
      cell: clientCell('serviceSinceOn', { kind: 'date' }),
    },
    {
      ...hidden('legalRepresentative'),
      title: t('clients.column.legalRepresentative'),
      width: '120px',
      render: (row) => text(row.legalRepresentative),
      cell: clientCell('legalRepresentative', { kind: 'line' }),
    },
    {
      ...hidden('address'),
      title: t('clients.column.address'),
      width: '220px',
      render: (row) => text(row.address),
      cell: clientCell('address', { kind: 'line' }),
    },
    {
      ...hidden('established'),
      title: t('clients.column.established'),
      width: '104px',
      render: (row) => text(row.establishedOn && format.date(row.establishedOn)),
      cell: clientCell('establishedOn', { kind: 'date' }),
    },
    {
      ...hidden('licenceUntil'),
      title: t('clients.column.licenceUntil'),
      width: '104px',
      render: ({ licenceUntil: until }) => text(until === 'forever' ? forever : until && format.date(until)),
      cell: clientCell('licenceUntil', { kind: 'term', forever }),
    },
    {
      ...hidden('remark'),
      title: t('clients.column.remark'),
      width: '200px',
      render: (row) => text(row.remark),
      cell: clientCell('remark', { kind: 'text' }),
    },
  ];
}
