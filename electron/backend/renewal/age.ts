import type { DocumentRow } from '#shared/contract/documents.ts';
import { isCalendarDate } from '#shared/domain/calendar-date.ts';
import { compareAge } from '#shared/domain/paper-age.ts';
import type { PaperDays } from '#shared/domain/paper-age.ts';
import { highConfidence } from '#shared/domain/read-field.ts';
import type { ReadFieldName } from '#shared/domain/read-field.ts';
import type { Backend } from '#backend/backend.ts';
import { keptReading } from '#backend/documents/reading/kept.ts';

/** Whether a paper may be the one that another was renewed by; of two that came in together either may. */
export const comesAfter = (backend: Backend, paper: DocumentRow, old: DocumentRow): boolean =>
  compareAge(daysOf(backend, paper), daysOf(backend, old)) >= 0;

/** What is noted of a paper, else what was read off it well. */
function daysOf(backend: Backend, paper: DocumentRow): PaperDays {
  const { fields } = keptReading(backend, paper);
  const read = (name: ReadFieldName): string | undefined =>
    fields.find(({ field, confidence }) => field === name && confidence >= highConfidence)?.value;
  const dayRead = (name: ReadFieldName) => {
    const value = read(name) ?? '';
    return isCalendarDate(value) ? value : null;
  };
  const endRead = read('valid_until') === 'forever' ? 'forever' : dayRead('valid_until');
  return {
    validUntil: paper.validUntil ?? endRead,
    validFromOn: paper.validFromOn ?? dayRead('valid_from'),
    issuedOn: paper.issuedOn ?? dayRead('issued_on'),
    filedAtMs: paper.createdAtMs,
  };
}
