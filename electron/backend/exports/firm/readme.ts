import type { Backend } from '#backend/backend.ts';
import { columnsOf, referencesOf } from './queries.ts';
import type { ColumnRecord } from './queries.ts';
import { columnWords, filled } from './speech.ts';
import type { Speech } from './speech.ts';
import { exportedTables, logTables } from './tables.ts';
import type { TableCount } from './tables.ts';

export interface ReadmeFacts {
  readonly firm: string;
  readonly moment: string;
  readonly counts: readonly TableCount[];
}

/** What the folder holds and how it is read, as Markdown. */
export function readmeText({ archive, data }: Speech, { firm, moment, counts }: ReadmeFacts): string {
  const { readme } = archive;
  const places = [
    ['index.html', readme.index],
    ['workbooks/', readme.workbooks],
    ['data/', readme.data],
    ['data/trash/', readme.trash],
    ['files/', readme.files],
    ['manifest.csv', readme.manifest],
  ];
  const tables: Readonly<Record<string, string>> = data.table;
  return [
    `# ${readme.title}`,
    filled(readme.intro, { firm: plain(firm), moment }),
    readme.private,
    `## ${readme.layout}`,
    places.map(([place, words]) => `- \`${place}\`${archive.stop}${words}`).join('\n'),
    `## ${readme.verify}`,
    readme.verifyText,
    `## ${readme.rows}`,
    tableText(
      [readme.table, '', readme.live, readme.trashed],
      counts.map(({ table, live, trashed }) => [
        `\`${table}\``,
        tables[table] ?? '',
        String(live),
        String(trashed),
      ]),
    ),
    `## ${readme.left}`,
    readme.leftText,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Every column of every table: its type, unit and meaning, as Markdown. */
export function schemaText(speech: Speech, { db }: Pick<Backend, 'db'>): string {
  const { schema } = speech.archive;
  const tables: Readonly<Record<string, string>> = speech.data.table;
  const parts = exportedTables.map((table) => {
    const references = referencesOf(db, table);
    const rows = columnsOf(db, table).map((column) => [
      `\`${column.name}\``,
      typeWords(speech, column),
      meaningOf(speech, table, column, references.get(column.name)),
    ]);
    const log = logTables.includes(table) ? ` (${schema.log})` : '';
    const head = tableText([schema.column, schema.type, schema.meaning], rows);
    return `## ${table}\n\n${tables[table] ?? table}${log}\n\n${head}`;
  });
  return `# ${schema.title}\n\n${schema.intro}\n\n${parts.join('\n\n')}\n`;
}

function typeWords({ archive: { schema } }: Speech, { type }: ColumnRecord): string {
  if (type === 'INTEGER') return schema.integer;
  return type === 'REAL' ? schema.real : schema.text;
}

function meaningOf(speech: Speech, table: string, { name }: ColumnRecord, other: string | undefined): string {
  const { schema } = speech.archive;
  const key = other === undefined ? undefined : filled(schema.key, { table: other });
  return [columnWords(speech, table, name), unitOf(name, schema), key]
    .filter((part) => part !== undefined)
    .join(speech.archive.lang === 'en' ? '; ' : '；');
}

function unitOf(column: string, schema: Speech['archive']['schema']): string | undefined {
  if (column.endsWith('_fen')) return schema.fen;
  if (column.endsWith('at_ms')) return schema.atMs;
  if (column.endsWith('_on')) return schema.on;
  if (column.endsWith('_bytes')) return schema.bytes;
  if (column.endsWith('_px')) return schema.px;
  return /^is_|^answers_calls$|_forever$/u.test(column) ? schema.flag : undefined;
}

const tableText = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A name in Markdown is no markup. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|!]/gu, '\\$&').replaceAll(/\s+/gu, ' ');
