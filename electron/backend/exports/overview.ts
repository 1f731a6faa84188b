import type { ClientRow } from '#shared/contract/clients.ts';
import type { ListColumn } from './list.ts';
import type { ListWords } from './words.ts';

/** The clients table as it is on the screen, one row for each client. */
export function overviewColumns({ lists: { overview }, vocabulary }: ListWords): ListColumn<ClientRow>[] {
  return [
    { heading: overview.name, kind: 'text', cell: (row) => row.name },
    { heading: overview.entityType, kind: 'text', cell: (row) => vocabulary.entityType[row.entityType] },
    { heading: overview.creditCode, kind: 'text', cell: (row) => row.creditCode },
    { heading: overview.consultant, kind: 'text', cell: (row) => row.consultantName },
    {
      heading: overview.serviceStatus,
      kind: 'text',
      cell: (row) => vocabulary.serviceStatus[row.serviceStatus],
    },
    { heading: overview.accounts, kind: 'count', cell: (row) => row.accountCount },
    { heading: overview.certifiedUntil, kind: 'date', cell: (row) => row.certifiedUntil },
    { heading: overview.papers, kind: 'count', cell: (row) => row.paperCount },
    { heading: overview.missing, kind: 'count', cell: (row) => row.missingCount },
    { heading: overview.applications, kind: 'count', cell: (row) => row.openApplicationCount },
    {
      heading: overview.next,
      kind: 'text',
      cell: ({ next }) => (next === null ? null : vocabulary.obligationKind[next.kind]),
    },
    { heading: overview.nextOn, kind: 'date', cell: ({ next }) => next?.dueOn ?? null },
    { heading: overview.serviceFee, kind: 'money', cell: (row) => row.serviceFeeFen },
    { heading: overview.owed, kind: 'money', cell: (row) => row.owedFen },
  ];
}
