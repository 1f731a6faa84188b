import type { Cell, Row } from '#backend/db/change.ts';
import type { EventRecord } from './queries.ts';
import { cellWords, columnWords, hiddenForm, tableWords } from './speech.ts';
import type { Speech } from './speech.ts';

/** The row that an event is about: 客户「名称」, as far as the event names it. */
export function subjectWords(speech: Speech, event: EventRecord): string {
  const after = rowIn(event.after);
  const before = rowIn(event.before);
  const name = [after, before].flatMap(({ name: own, title, number }) => own ?? title ?? number ?? []).at(0);
  const table = tableWords(speech, event.row_table);
  const hidden = hiddenForm(event.row_table, 'number', name);
  return name === undefined ? table : `${table}${speech.archive.stop}${hidden ?? name}`;
}

/** What an update changed: 住所：甲 → 乙. Personal numbers are masked, as on every screen. */
export function changeWords(speech: Speech, event: EventRecord): string[] {
  if (event.operation !== 'update') return [];
  const { archive } = speech;
  const { row_table: table } = event;
  const before = rowIn(event.before);
  const after = rowIn(event.after);
  const say = (column: string, cell: Cell | undefined): string =>
    hiddenForm(table, column, cell) ?? cellWords(speech, table, column, cell) ?? archive.none;
  return Object.keys(after)
    .filter((column) => !isQuiet(column))
    .map(
      (column) =>
        `${columnWords(speech, table, column)}${archive.stop}${say(column, before[column])}${archive.to}${say(column, after[column])}`,
    );
}

/** Keys, and what follows from another column. */
const isQuiet = (column: string): boolean =>
  (column.endsWith('_id') && column !== 'consultant_id') ||
  column.endsWith('_sha256') ||
  column === 'updated_at_ms' ||
  column === 'name_key';

const rowIn = (json: string | null): Row => (json === null ? {} : (JSON.parse(json) as Row));
