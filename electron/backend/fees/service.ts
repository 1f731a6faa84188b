import type { z } from 'zod';
import { AppError } from '#shared/contract/errors.ts';
import type { feeFields, feeRow } from '#shared/contract/fees.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { textColumn } from '#backend/columns.ts';
import type { Db } from '#backend/db/open.ts';
import { asStored, refuseStale } from '#backend/stale-save.ts';
import { clientOfApplication, feesOfClient, isLiveClient, liveFee, paymentIdsOf } from './queries.ts';
import type { FeeRecord } from './queries.ts';

type FeeFields = z.infer<typeof feeFields>;
export type FeeRow = z.infer<typeof feeRow>;

/** The fees of a client, newest first, each with what was paid on it (fen). */
export function listFeesOfClient(backend: Pick<Backend, 'db'>, clientId: string): FeeRow[] {
  return feesOfClient(backend.db, clientId).map((record) => ({
    id: record.id,
    applicationId: record.application_id,
    ...fieldsOf(record),
    paidFen: record.paid_fen,
  }));
}

export interface NewFee {
  readonly clientId: string;
  readonly id: string | null;
  readonly applicationId: string | null;
  readonly fee: FeeFields;
}

/** Writes a fee, a new one when `id` is null. Throws AppError NOT_FOUND (client, application or fee). */
export function saveFee(backend: Backend, { clientId, id, applicationId, fee }: NewFee) {
  const { changeId, result } = backend.changes.record('fees.save', (change) => {
    requireOwner(backend.db, clientId, applicationId);
    const columns = columnsOf(fee);
    if (id === null)
      return change.insert('fees', { ...columns, client_id: clientId, application_id: applicationId });
    if (liveFee(backend.db, id)?.client_id !== clientId)
      throw new AppError('NOT_FOUND', { what: 'fees', id });
    change.update(
      'fees',
      id,
      applicationId === null ? columns : { ...columns, application_id: applicationId },
    );
    return id;
  });
  return { changeId, id: result };
}

export interface FeeSave {
  readonly base: Partial<FeeFields>;
  readonly changes: Partial<FeeFields>;
}

/** Writes the fields in `changes` of a fee. Throws AppError: NOT_FOUND, STALE (a stored value is not `base`'s). */
export function updateFee(backend: Backend, id: string, { base, changes }: FeeSave) {
  const { changeId } = backend.changes.record('fees.save', (change) => {
    const record = liveFee(backend.db, id);
    if (record === undefined) throw new AppError('NOT_FOUND', { what: 'fees', id });
    const stored = fieldsOf(record);
    const columns = columnsOf({ ...stored, ...changes });
    refuseStale(stored, base, asStored(fieldsOf({ ...record, ...columns }), changes));
    change.update('fees', id, columns);
  });
  return { changeId };
}

export interface NewPayment {
  readonly feeId: string;
  /** Fen; below zero for money given back. */
  readonly amountFen: number;
  readonly paidOn: CalendarDate;
  readonly method: string | null;
}

/** Records a payment on a fee. Throws AppError NOT_FOUND. */
export function payFee(backend: Backend, { feeId, amountFen, paidOn, method }: NewPayment) {
  const { changeId, result } = backend.changes.record('fees.pay', (change) => {
    requireFee(backend.db, feeId);
    const payment = { fee_id: feeId, amount_fen: amountFen, paid_on: paidOn, method: textColumn(method) };
    return change.insert('payments', payment);
  });
  return { changeId, id: result };
}

/** Moves a fee to the trash with its payments. Throws AppError NOT_FOUND. */
export function removeFee(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('fees.remove', (change) => {
    requireFee(backend.db, id);
    for (const paymentId of paymentIdsOf(backend.db, id)) change.remove('payments', paymentId);
    change.remove('fees', id);
  });
  return { changeId };
}

function requireFee(db: Db, id: string): void {
  if (liveFee(db, id) === undefined) throw new AppError('NOT_FOUND', { what: 'fees', id });
}

function requireOwner(db: Db, clientId: string, applicationId: string | null): void {
  if (!isLiveClient(db, clientId)) throw new AppError('NOT_FOUND', { what: 'clients', id: clientId });
  if (applicationId !== null && clientOfApplication(db, applicationId) !== clientId) {
    throw new AppError('NOT_FOUND', { what: 'applications', id: applicationId });
  }
}

const columnsOf = (fee: FeeFields) => ({
  kind: fee.kind,
  title: fee.title,
  amount_fen: fee.amountFen,
  charged_on: fee.chargedOn,
  due_on: fee.dueOn,
  invoice_number: textColumn(fee.invoiceNumber),
});

const fieldsOf = (record: FeeRecord): FeeFields => ({
  kind: record.kind,
  title: record.title,
  amountFen: record.amount_fen,
  chargedOn: record.charged_on as CalendarDate,
  dueOn: record.due_on as CalendarDate | null,
  invoiceNumber: record.invoice_number,
});
