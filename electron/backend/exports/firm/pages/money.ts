import type { Row } from '#backend/db/change.ts';
import { formatFen } from '#shared/domain/money.ts';
import type { ArchivedClient } from '../client-archive.ts';
import type { PageContext } from './context.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { storedColumns, tableOf } from './parts.ts';

/** Fees with what was paid of them, and the sums. */
export function feesSection({ speech }: PageContext, { rows }: ArchivedClient): Html {
  const { archive } = speech;
  const { head } = archive;
  const paidOf = (fee: Row): number =>
    sum(rows.payments.filter(({ fee_id: of }) => of === fee.id).map((payment) => payment.amount_fen));
  const total = sum(rows.fees.map((fee) => fee.amount_fen));
  const paid = sum(rows.fees.map(paidOf));
  const table = tableOf<Row>(
    speech,
    [
      ...storedColumns(speech, 'fees', ['kind', 'title', 'charged_on', 'due_on', 'amount_fen']),
      { head: head.paid, isNumber: true, cell: (fee) => formatFen(paidOf(fee)) },
      { head: head.owed, isNumber: true, cell: (fee) => formatFen(Number(fee.amount_fen) - paidOf(fee)) },
      ...storedColumns(speech, 'fees', ['invoice_number', 'remark']),
    ],
    rows.fees,
  );
  if (rows.fees.length === 0) return table;
  const sums = [
    [head.total, total],
    [head.paid, paid],
    [head.owed, total - paid],
  ] as const;
  const words = sums.map(([name, fen]) => `${name}${archive.stop}${formatFen(fen)}`);
  return html`${table}
    <p class="quiet">${words.join(' · ')}</p>`;
}

const sum = (amounts: readonly (Row[string] | undefined)[]): number =>
  amounts.reduce<number>((total, amount) => total + Number(amount ?? 0), 0);

export const tasksSection = ({ speech }: PageContext, { rows }: ArchivedClient): Html | null =>
  rows.tasks.length === 0
    ? null
    : tableOf(
        speech,
        storedColumns(speech, 'tasks', ['due_on', 'title', 'consultant_id', 'done_at_ms']),
        rows.tasks,
      );
