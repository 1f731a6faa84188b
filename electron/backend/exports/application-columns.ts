import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { ListColumn } from './list.ts';
import type { ListWords } from './words.ts';

export function applicationColumns(words: ListWords): ListColumn<ApplicationRow>[] {
  const { vocabulary, ofRule } = words;
  const heads = words.lists.application;
  return [
    { heading: heads.number, kind: 'text', cell: (row) => row.number },
    { heading: heads.client, kind: 'text', cell: (row) => row.clientName },
    { heading: heads.platform, kind: 'text', cell: (row) => vocabulary.platform[row.platform as Platform] },
    { heading: heads.account, kind: 'text', cell: (row) => row.accountName },
    { heading: heads.kind, kind: 'text', cell: (row) => vocabulary.applicationKind[row.kind] },
    {
      heading: heads.category,
      kind: 'text',
      cell: ({ category }) => (category === null ? null : ofRule(category.path)),
    },
    { heading: heads.stage, kind: 'text', cell: (row) => vocabulary.stage[row.stage] },
    { heading: heads.stageSince, kind: 'date', cell: (row) => dateOfInstant(row.stageSinceAtMs) },
    { heading: heads.refill, kind: 'count', cell: (row) => row.refillNo },
    ...clockColumns(words),
    { heading: heads.items, kind: 'count', cell: (row) => row.itemCount },
    { heading: heads.missing, kind: 'count', cell: (row) => row.missingCount },
    { heading: heads.consultant, kind: 'text', cell: (row) => row.consultantName },
  ];
}

/** The two dates are never mixed: one that the firm has set itself is an internal one. */
function clockColumns({ vocabulary, lists: { application } }: ListWords): ListColumn<ApplicationRow>[] {
  return [
    {
      heading: application.clock,
      kind: 'text',
      cell: ({ clock }) => (clock === null ? null : vocabulary.obligationKind[clock.kind]),
    },
    { heading: application.legalOn, kind: 'date', cell: ({ clock }) => clock?.legalOn ?? null },
    {
      heading: application.internalOn,
      kind: 'date',
      cell: ({ clock }) => {
        if (clock === null) return null;
        return clock.internalOn ?? (clock.legalOn === null ? clock.dueOn : null);
      },
    },
  ];
}
