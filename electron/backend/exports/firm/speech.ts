import type { languages } from '#shared/contract/settings.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { accountTail, maskIdNumber, maskPhone } from '#shared/domain/mask.ts';
import { formatFen } from '#shared/domain/money.ts';
import { actionWords } from '#shared/words/action-words.ts';
import { actions as enActions } from '#shared/words/en/actions.ts';
import { archive as enArchive } from '#shared/words/en/archive.ts';
import { data as enData } from '#shared/words/en/data.ts';
import type { WordsLike } from '#shared/words/words-like.ts';
import { actions as zhActions } from '#shared/words/zh-cn/actions.ts';
import { archive as zhArchive } from '#shared/words/zh-cn/archive.ts';
import { data as zhData } from '#shared/words/zh-cn/data.ts';
import type { Cell, Row } from '#backend/db/change.ts';
import { listWords } from '#backend/exports/words.ts';
import type { ListWords } from '#backend/exports/words.ts';

export type Language = (typeof languages)[number];

/** The words of a full export. */
export interface Speech extends ListWords {
  readonly archive: WordsLike<typeof zhArchive>;
  readonly data: WordsLike<typeof zhData>;
  readonly actionOf: (action: string) => string;
  /** Empty for one that is not known. */
  readonly consultantOf: (id: Cell | undefined) => string;
}

export function speechOf(language: Language, consultants: ReadonlyMap<string, string>): Speech {
  const consultantOf: Speech['consultantOf'] = (id) => consultants.get(String(id)) ?? '';
  const lists = listWords(language);
  switch (language) {
    case 'zh-CN':
      return {
        ...lists,
        ...{ archive: zhArchive, data: zhData, consultantOf },
        actionOf: (action) => actionWords(zhActions, action) ?? action,
      };
    case 'en':
      return {
        ...lists,
        ...{ archive: enArchive, data: enData, consultantOf },
        actionOf: (action) => actionWords(enActions, action) ?? action,
      };
  }
}

/** Words with their {{places}} filled. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''));

export const momentWords = (atMs: number): string => `${dateOfInstant(atMs)} ${timeOfInstant(atMs)}`;

type Named = Readonly<Record<string, string>>;

/** What a table holds, in a word or two: its description up to the first colon or comma. */
export function tableWords({ data }: Speech, table: string): string {
  const words = (data.table as Named)[table] ?? table;
  return words.split(/[：:,，]/u, 1)[0] ?? words;
}

export function columnWords({ data }: Speech, table: string, column: string): string {
  const own = (data.own as Readonly<Record<string, Named>>)[table]?.[column];
  return own ?? (data.column as Named)[column] ?? column;
}

/** A cell as people read it; null for nothing. A value that has no words, as one of a newer version, stands as it is. */
export function cellWords(
  speech: Speech,
  table: string,
  column: string,
  cell: Cell | undefined,
): string | null {
  if (cell === undefined || cell === null || cell === '') return null;
  const { archive } = speech;
  if (column.endsWith('_fen')) return formatFen(Number(cell));
  if (column.endsWith('_at_ms') || column === 'at_ms') return momentWords(Number(cell));
  if (flags.test(column)) return cell === 1 ? archive.yes : archive.no;
  if (column === 'consultant_id') return speech.consultantOf(cell) || String(cell);
  const words = choices(speech)[`${table}.${column}`] ?? choices(speech)[column];
  const text = String(cell);
  return words !== undefined && Object.hasOwn(words, text) ? (words[text] ?? text) : text;
}

const flags = /^is_|^answers_calls$|_forever$/u;

const choices = ({ vocabulary, archive }: Speech): Readonly<Record<string, Named | undefined>> => ({
  entity_type: vocabulary.entityType,
  platform: vocabulary.platform,
  stage: vocabulary.stage,
  service_status: vocabulary.serviceStatus,
  standing: vocabulary.standing,
  part: vocabulary.documentPart,
  decision: archive.decision,
  'attempts.outcome': archive.outcome,
  'calls.outcome': archive.call,
  clock_id: archive.lapse,
  'accounts.kind': vocabulary.accountKind,
  'applications.kind': vocabulary.applicationKind,
  'documents.kind': vocabulary.documentKind,
  'fees.kind': vocabulary.feeKind,
  'bank_accounts.kind': vocabulary.bankAccountKind,
  'client_relations.kind': vocabulary.relationKind,
  'stated_values.field': vocabulary.statedField,
});

/** A number that pages hide until it is asked for, with what shows of it; null for any other cell. */
export function hiddenForm(table: string, column: string, cell: Cell | undefined): string | null {
  if (typeof cell !== 'string' || cell === '') return null;
  if (column === 'phone') return maskPhone(cell);
  if (column === 'id_number' || isNumberOfPerson(table, column, cell)) return maskIdNumber(cell);
  return column === 'account_number' ? `**** ${accountTail(cell)}` : null;
}

/** An ID card’s own number, or what another paper says of one. */
const isNumberOfPerson = (table: string, column: string, text: string): boolean =>
  ((table === 'documents' && column === 'number') || (table === 'stated_values' && column === 'value')) &&
  /^\d{17}[\dXx]$/u.test(text);

/** What a paper is called: its own title, else its kind. */
export const paperTitle = (speech: Speech, { title, kind }: Row): string =>
  title === null || title === undefined || title === ''
    ? (cellWords(speech, 'documents', 'kind', kind) ?? '')
    : String(title);
