import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { ListColumn } from '../list.ts';
import { changeWords, subjectWords } from './event-words.ts';
import type { AttemptRecord, EventRecord, FeeRecord } from './queries.ts';
import { cellWords, momentWords } from './speech.ts';
import type { Speech } from './speech.ts';

export function feeColumns(speech: Speech): ListColumn<FeeRecord>[] {
  const heads = speech.archive.fee;
  return [
    { heading: heads.client, kind: 'text', cell: (row) => row.client_name },
    { heading: heads.kind, kind: 'text', cell: (row) => cellWords(speech, 'fees', 'kind', row.kind) },
    { heading: heads.title, kind: 'text', cell: (row) => row.title },
    { heading: heads.application, kind: 'text', cell: (row) => row.application_number },
    { heading: heads.amount, kind: 'money', cell: (row) => row.amount_fen },
    { heading: heads.paid, kind: 'money', cell: (row) => row.paid_fen },
    { heading: heads.owed, kind: 'money', cell: (row) => row.amount_fen - row.paid_fen },
    { heading: heads.charged, kind: 'date', cell: (row) => row.charged_on },
    { heading: heads.due, kind: 'date', cell: (row) => row.due_on },
    { heading: heads.invoice, kind: 'text', cell: (row) => row.invoice_number },
    { heading: heads.remark, kind: 'text', cell: (row) => row.remark },
  ];
}

export function attemptColumns(speech: Speech): ListColumn<AttemptRecord>[] {
  const heads = speech.archive.attempt;
  return [
    { heading: heads.client, kind: 'text', cell: (row) => row.client_name },
    { heading: heads.application, kind: 'text', cell: (row) => row.application_number },
    { heading: heads.account, kind: 'text', cell: (row) => row.account_name },
    { heading: heads.kind, kind: 'text', cell: (row) => cellWords(speech, 'applications', 'kind', row.kind) },
    { heading: heads.no, kind: 'count', cell: (row) => row.attempt_no },
    { heading: heads.submitted, kind: 'date', cell: (row) => dateOfInstant(row.submitted_at_ms) },
    {
      heading: heads.outcome,
      kind: 'text',
      cell: (row) => cellWords(speech, 'attempts', 'outcome', row.outcome),
    },
    {
      heading: heads.returned,
      kind: 'date',
      cell: ({ returned_at_ms: atMs }) => (atMs === null ? null : dateOfInstant(atMs)),
    },
    { heading: heads.reason, kind: 'text', cell: (row) => row.reason_text },
    { heading: heads.fee, kind: 'money', cell: (row) => row.fee_fen },
  ];
}

export function eventColumns(speech: Speech): ListColumn<EventRecord>[] {
  const heads = speech.archive.event;
  return [
    { heading: heads.moment, kind: 'text', cell: (row) => momentWords(row.at_ms) },
    { heading: heads.person, kind: 'text', cell: (row) => row.actor_name },
    { heading: heads.action, kind: 'text', cell: (row) => speech.actionOf(row.action) },
    { heading: heads.client, kind: 'text', cell: (row) => row.client_name },
    { heading: heads.what, kind: 'text', cell: (row) => subjectWords(speech, row) },
    { heading: heads.operation, kind: 'text', cell: (row) => speech.archive.operation[row.operation] },
    { heading: heads.changes, kind: 'text', cell: (row) => cellText(changeWords(speech, row)) },
  ];
}

/** A cell of a workbook ends at 32,767 characters. */
const longest = 32_000;
const cellText = (lines: readonly string[]): string => lines.join('\n').slice(0, longest);
