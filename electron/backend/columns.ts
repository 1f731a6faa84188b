/** Text as people leave it empty: nothing is stored as nothing, so that "no value" has one form in every column. */
export const textColumn = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text === '' ? null : text;

/** A yes or no as SQLite keeps it. */
export const flagColumn = (flag: boolean | undefined): 0 | 1 => (flag === true ? 1 : 0);
