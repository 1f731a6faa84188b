/** Without it Excel takes the bytes of a .csv file for the code page of the computer. */
export const byteOrderMark = '\ufeff';

/** One record of a .csv file after RFC 4180, with its line end. */
export const csvRecord = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** White space at the ends is quoted too: some readers trim what is bare. */
const csvCell = (text: string): string =>
  /[",;|\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
