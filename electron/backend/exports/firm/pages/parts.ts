import type { Row } from '#backend/db/change.ts';
import { cellWords, columnWords, hiddenForm } from '../speech.ts';
import type { Speech } from '../speech.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';

/** A cell of a row; personal numbers are hidden until they are clicked. */
export function cellHtml(speech: Speech, table: string, column: string, row: Row | undefined): Html | null {
  const words = cellWords(speech, table, column, row?.[column]);
  if (words === null) return null;
  const hidden = hiddenForm(table, column, row?.[column]);
  if (hidden === null) return html`${words}`;
  return html`<details class="hidden">
    <summary title="${speech.archive.hidden}">${hidden}</summary>
    ${words}
  </details>`;
}

/** The facts that are there, each under its name. */
export function factList(facts: readonly (readonly [string, Html | string | null])[]): Html {
  const known = facts.filter(([, value]) => value !== null && value !== '');
  return html`<dl>
    ${known.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Columns of a row as facts. */
export const columnFacts = (
  speech: Speech,
  table: string,
  row: Row,
  columns: readonly string[],
): (readonly [string, Html | null])[] =>
  columns.map(
    (column) => [columnWords(speech, table, column), cellHtml(speech, table, column, row)] as const,
  );

export interface PageColumn<Item> {
  readonly head: string;
  readonly cell: (item: Item) => Html | string | number | null;
  readonly isNumber?: boolean;
}

/** A table without the columns in which nothing stands; a line that says so where there is nothing at all. */
export function tableOf<Item>(
  { archive }: Speech,
  columns: readonly PageColumn<Item>[],
  items: readonly Item[],
): Html {
  if (items.length === 0) return html`<p class="none">${archive.none}</p>`;
  const filled = columns
    .map((column) => ({ ...column, cells: items.map(column.cell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''));
  const classOf = (isNumber = false): Html | null => (isNumber ? html` class="number"` : null);
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${filled.map(({ head, isNumber }) => html`<th scope="col" ${classOf(isNumber)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (_, row) =>
            html`<tr>
              ${filled.map(({ cells, isNumber }) => html`<td ${classOf(isNumber)}>${cells[row]}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Columns of a table that show a stored column each. */
export const storedColumns = (speech: Speech, table: string, columns: readonly string[]): PageColumn<Row>[] =>
  columns.map((column) => ({
    head: columnWords(speech, table, column),
    cell: (row) => cellHtml(speech, table, column, row),
    ...(column.endsWith('_fen') && { isNumber: true }),
  }));
