/** An object with the field, or without it: never with `undefined` in it, so that equal facts compare equal. */
export function optionalField<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}
