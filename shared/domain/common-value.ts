/** What many rows have in one field: the same value, or different ones. */
export type CommonValue<Value> =
  { readonly isMixed: false; readonly value: Value } | { readonly isMixed: true };

/** The value that all of them are; mixed also where there are none. */
export function commonValue<Value extends string | number | null>(
  values: readonly Value[],
): CommonValue<Value> {
  const [first] = values;
  return first === undefined || values.some((value) => value !== first)
    ? { isMixed: true }
    : { isMixed: false, value: first };
}
