import { AppError } from '#shared/contract/errors.ts';
import type { StaleField } from '#shared/contract/errors.ts';

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Refuses a save that would overwrite what somebody else has written meanwhile. Every field to be changed must still
 * hold the value the change started from (`base`), or already hold the new one; a field that `base` leaves out is not
 * compared. Throws AppError STALE with every field that differs, named by the first.
 */
export function refuseStale<F extends Fields>(stored: F, base: Partial<F>, changes: Partial<F>): void {
  const fields = Object.keys(changes).flatMap((field): StaleField[] => {
    const [found, expected, wanted] = [stored[field], base[field], changes[field]];
    if (wanted === undefined || expected === undefined || found === expected || found === wanted) return [];
    return [{ field, expected, found: found ?? null }];
  });
  const [first] = fields;
  if (first === undefined) return;
  const { field, expected, found } = first;
  throw new AppError('STALE', { field, expected: asText(expected), found: asText(found), fields });
}

/** Of what a row will hold, the fields that were to be changed: some are stored in another form than they were typed. */
export function asStored<F extends object>(next: F, changes: Partial<F>): Partial<F> {
  const named = Object.entries(next).filter(([field]) => changes[field as keyof F] !== undefined);
  return Object.fromEntries(named) as Partial<F>;
}

const asText = (value: Fields[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
