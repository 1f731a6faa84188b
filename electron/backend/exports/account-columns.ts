import type { AccountRow } from '#shared/contract/account-pages.ts';
import { platformWords } from './client-accounts.ts';
import type { ListColumn } from './list.ts';
import type { ListWords } from './words.ts';

export function accountColumns(words: ListWords): ListColumn<AccountRow>[] {
  const { vocabulary } = words;
  const heads = words.lists.account;
  return [
    { heading: heads.client, kind: 'text', cell: (row) => row.clientName },
    { heading: heads.platform, kind: 'text', cell: (row) => platformWords(row.platform, row.kind, words) },
    { heading: heads.name, kind: 'text', cell: (row) => row.name },
    { heading: heads.appId, kind: 'text', cell: (row) => row.appId },
    { heading: heads.certifiedUntil, kind: 'date', cell: (row) => row.certifiedUntilOn },
    { heading: heads.reviewOpens, kind: 'date', cell: (row) => row.reviewOpensOn },
    { heading: heads.application, kind: 'text', cell: ({ application }) => application?.number ?? null },
    {
      heading: heads.kind,
      kind: 'text',
      cell: ({ application }) => (application === null ? null : vocabulary.applicationKind[application.kind]),
    },
    {
      heading: heads.stage,
      kind: 'text',
      cell: ({ application }) => (application === null ? null : vocabulary.stage[application.stage]),
    },
    { heading: heads.consultant, kind: 'text', cell: (row) => row.consultantName },
  ];
}
