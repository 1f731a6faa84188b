/** What is to be written to many clients: only what was touched. */
import type { ClientBulkFields } from '#shared/contract/bulk.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { parseYuan } from '#shared/domain/money.ts';

/** As it stands in the dialog; the fee as it is typed. */
export interface EditDraft extends Partial<Omit<ClientBulkFields, 'serviceFeeFen'>> {
  readonly feeText?: string;
}

/** The draft with one field touched, or with undefined as it was. A standing is looked up on the day it is entered. */
export function touched<Key extends keyof EditDraft>(
  draft: EditDraft,
  key: Key,
  value: EditDraft[Key] | undefined,
  today: CalendarDate,
): EditDraft {
  const along = key === 'standing' ? { standingCheckedOn: dayOf(value, today) } : {};
  const next = { ...draft, ...along, [key]: value };
  return Object.fromEntries(Object.entries(next).filter(([, each]) => each !== undefined));
}

const dayOf = (standing: unknown, today: CalendarDate): CalendarDate | null | undefined =>
  standing === undefined ? undefined : standing === null ? null : today;

/** What the draft writes; undefined while an amount is no amount. */
export function changesOf({ feeText, ...fields }: EditDraft): Partial<ClientBulkFields> | undefined {
  if (feeText === undefined) return fields;
  if (feeText.trim() === '') return { ...fields, serviceFeeFen: null };
  const fen = parseYuan(feeText);
  return fen === undefined || fen < 0 ? undefined : { ...fields, serviceFeeFen: fen };
}
