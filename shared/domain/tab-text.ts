import { guarded, unguarded } from './formula-guard.ts';

/** Cells by rows; every row is as wide as it is. */
export type TextBlock = readonly (readonly string[])[];

/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line for each row, quoted what holds
 * either. No spreadsheet evaluates what begins like a formula. One cell alone has no line end. `readTabText` gives it back.
 */
export function tabText(block: TextBlock): string {
  const lines = block.map((row) => row.map((text) => tabCell(guarded(text))).join('\t'));
  const isOne = block.length === 1 && block[0]?.length === 1;
  return isOne ? (lines[0] ?? '') : lines.map((line) => `${line}\r\n`).join('');
}

const tabCell = (text: string): string =>
  /^"|[\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A cell in quotes up to what ends a cell; one that isn't closed is no quoted cell. */
const quoted = /"((?:[^"]|"")*)"(?=\t|\r|\n|$)/uy;
const plain = /[^\t\r\n]*/uy;
const lineEnd = /\r\n|\r|\n/uy;

/** The cells of a text from the clipboard; at least one. A line end at the end of the text begins no row. */
export function readTabText(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match;
  };
  for (;;) {
    const inQuotes = take(quoted);
    const cell = inQuotes === null ? (take(plain)?.[0] ?? '') : (inQuotes[1] ?? '').replaceAll('""', '"');
    rows.at(-1)?.push(unguarded(cell));
    if (text.charAt(at) === '\t') at += 1;
    else if (take(lineEnd) === null || at === text.length) return rows;
    else rows.push([]);
  }
}
