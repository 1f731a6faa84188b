import type { HandOutRow } from '#shared/contract/hand-outs.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import type { ListColumn } from './list.ts';
import type { ListWords } from './words.ts';

export function handOutColumns({ lists, vocabulary }: ListWords): ListColumn<HandOutRow>[] {
  const heads = lists.handOut;
  return [
    {
      heading: heads.at,
      kind: 'text',
      cell: ({ handedAtMs }) => `${dateOfInstant(handedAtMs)} ${timeOfInstant(handedAtMs)}`,
    },
    {
      heading: heads.paper,
      kind: 'text',
      cell: ({ documentTitle: title, documentKind: kind }) =>
        title === null || title === '' ? kind && vocabulary.documentKind[kind] : title,
    },
    { heading: heads.client, kind: 'text', cell: (row) => row.clientName },
    { heading: heads.application, kind: 'text', cell: (row) => row.applicationNumber },
    { heading: heads.way, kind: 'text', cell: (row) => lists.handOutWay[row.way] },
    { heading: heads.copyName, kind: 'text', cell: (row) => row.copyName },
    { heading: heads.folder, kind: 'text', cell: (row) => row.folderName },
    { heading: heads.recipient, kind: 'text', cell: (row) => row.recipient },
    { heading: heads.purpose, kind: 'text', cell: (row) => row.purpose },
    { heading: heads.consultant, kind: 'text', cell: (row) => row.consultantName },
    {
      heading: heads.outcome,
      kind: 'text',
      cell: ({ outcome }) => outcome && lists.handOutOutcome[outcome],
    },
    { heading: heads.outcomeOn, kind: 'date', cell: (row) => row.outcomeOn },
    { heading: heads.remark, kind: 'text', cell: (row) => row.remark },
    { heading: heads.size, kind: 'count', cell: (row) => row.sizeBytes },
    { heading: heads.originalSha256, kind: 'text', cell: (row) => row.originalSha256 },
    { heading: heads.copySha256, kind: 'text', cell: (row) => row.copySha256 },
  ];
}
