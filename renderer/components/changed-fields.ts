/** The fields of a form that differ from what was there, and what was there: for a save that overwrites nothing else. */
export function changedFields<Fields extends object>(
  stored: Fields,
  form: Fields,
): { readonly base: Partial<Fields>; readonly changes: Partial<Fields> } {
  const keys = (Object.keys(form) as (keyof Fields)[]).filter((key) => form[key] !== stored[key]);
  const pick = (source: Fields): Partial<Fields> =>
    Object.fromEntries(keys.map((key) => [key, source[key]])) as Partial<Fields>;
  return { base: pick(stored), changes: pick(form) };
}

/** A field left empty holds nothing. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
