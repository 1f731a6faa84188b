/** Longer than any running number. */
const digits = 12;

/**
 * What the number of an application is sorted by: year and running number by what they count, so that A-2026-A100000 comes
 * behind A-2026-A99999, whatever the letters between them.
 */
export const numberOrder = (number: string): string =>
  number.replaceAll(/\d+/g, (count) => count.padStart(digits, '0'));
