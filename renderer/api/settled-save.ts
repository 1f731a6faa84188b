import { ORPCError } from '@orpc/client';
import { appErrors } from '#shared/contract/errors.ts';
import type { StaleField } from '#shared/contract/errors.ts';
import type { Choices } from './conflicts.tsx';

/** What a save of fields writes, and what it began from. */
export interface FieldSave<Fields extends object> {
  readonly base: Partial<Fields>;
  readonly changes: Partial<Fields>;
}

/** The fields that were written elsewhere, of a save that was refused for it; undefined for any other failure. */
export function staleFieldsOf(error: unknown): readonly StaleField[] | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'STALE') return undefined;
  const data = appErrors.STALE.data.safeParse(error.data);
  return data.success && (data.data.fields?.length ?? 0) > 0 ? data.data.fields : undefined;
}

/** A moment belongs to its day: where both were written elsewhere, one choice decides both. */
const dayOfMoment: Readonly<Record<string, string>> = { certifiedUntilAtMs: 'certifiedUntilOn' };

/** The stale field whose choice decides a stale field: mostly itself. */
export function decidedBy(field: string, stale: readonly Pick<StaleField, 'field'>[]): string {
  const day = dayOfMoment[field];
  return day !== undefined && stale.some((each) => each.field === day) ? day : field;
}

/**
 * The save that the choices make of a stale one: where mine is chosen it begins from what was found, where theirs is
 * chosen the field is left alone; other fields are written as they were to be.
 */
export function settledSave<Fields extends object>(
  { base, changes }: FieldSave<Fields>,
  stale: readonly StaleField[],
  choices: Choices,
): FieldSave<Fields> {
  const left = new Set(
    stale.flatMap(({ field }) => (choices[decidedBy(field, stale)] === 'theirs' ? [field] : [])),
  );
  const without = (fields: Partial<Fields>): Partial<Fields> =>
    Object.fromEntries(Object.entries(fields).filter(([field]) => !left.has(field))) as Partial<Fields>;
  const found = Object.fromEntries(stale.map((each) => [each.field, each.found])) as Partial<Fields>;
  return { base: without({ ...base, ...found }), changes: without(changes) };
}
