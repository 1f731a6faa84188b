import { parseTypedDate } from '#shared/domain/parse-date.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { DateReading } from './date-field.tsx';

/** Reads a date as people type it; what can't be read comes back with the reason in words. */
export function readTypedDate(text: string, t: TFunction): DateReading {
  const read = parseTypedDate(text);
  if (read.kind !== 'invalid') return read;
  return { kind: 'fault', fault: t(`components.dateFault.${read.reason}`) };
}
