import { AppError } from '#shared/contract/errors.ts';

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Refuses a save that would overwrite what somebody else has written meanwhile. Every field to be changed must still
 * hold the value the change started from (`base`), or already hold the new one; a field that `base` leaves out is not
 * compared. Throws AppError STALE, naming the first field that differs.
 */
export function refuseStale<F extends Fields>(stored: F, base: Partial<F>, changes: Partial<F>): void {
  for (const field of Object.keys(changes)) {
    const [found, expected, wanted] = [stored[field], base[field], changes[field]];
    if (wanted === undefined || expected === undefined || found === expected || found === wanted) continue;
    throw new AppError('STALE', { field, expected: asText(expected), found: asText(found) });
  }
}

const asText = (value: Fields[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
