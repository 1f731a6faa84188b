/** An entry of the history in words: what was touched, and each changed field before and after. */
import type { HistoryEntry } from '#shared/contract/history.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { headTitleOf } from '#shared/domain/head-title.ts';
import { accountTail, maskIdNumber, maskPhone } from '#shared/domain/mask.ts';
import { shareText } from '#shared/domain/share.ts';
import { isStatedField, natureOf } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import type { Format } from '#renderer/i18n/format.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import { choiceWords, isChoice } from './choice-words.ts';
import { historyFields, historyTables } from './history-vocabulary.ts';
import type { HistoryField } from './history-vocabulary.ts';

type Cell = string | number | null;

export interface FieldChange {
  readonly field: string;
  /** Null when nothing was there. */
  readonly before: string | null;
  readonly after: string;
}

export interface HistoryWords {
  /** 改 主体, 新建 平台账号「栩禾外送」. */
  readonly what: string;
  readonly changes: readonly FieldChange[];
}

export interface HistorySpeech {
  readonly t: TFunction;
  readonly format: Format;
  readonly nowMs: number;
  /** What kind of body the client is: it decides how the one who acts for it is called. */
  readonly entityType: EntityType;
  /** Names of consultants and other rows that a column points at. */
  readonly nameOf: (id: string) => string | undefined;
}

/** Entries of one change, which was made at one moment by one person: what it was about comes first. */
export function changesTogether(
  entries: readonly HistoryEntry[],
): readonly (readonly [HistoryEntry, ...HistoryEntry[]])[] {
  const changes = new Map<string, [HistoryEntry, ...HistoryEntry[]]>();
  for (const entry of entries) {
    const same = changes.get(entry.changeId);
    if (same === undefined) changes.set(entry.changeId, [entry]);
    else same.push(entry);
  }
  return [...changes.values()].map((change) => change.sort((a, b) => rankOf(a) - rankOf(b)));
}

/** What was changed says more than what came along with it. */
const rankOf = ({ table, operation }: HistoryEntry): number => {
  const rank = historyTables.findIndex((known) => known === table);
  return (rank < 0 ? historyTables.length : rank) + (operation === 'update' ? 0 : 0.5);
};

/** One line for a change: its main entry, the changed fields of all its rows, and how many other rows came along. */
export function changeWords(
  [main, ...others]: readonly [HistoryEntry, ...HistoryEntry[]],
  speech: HistorySpeech,
): HistoryWords {
  if (main.action === 'clients.merge') return mergeWords([main, ...others], speech);
  const { what, changes } = historyWords(main, speech);
  const along = others.filter(({ operation }) => operation !== 'update').length;
  return {
    what: along === 0 ? what : what + speech.t('client.history.more', { n: along }),
    changes: [...changes, ...others.flatMap((entry) => historyWords(entry, speech).changes)],
  };
}

/** What a merge moved is told by the client that was put in; of the kept one what its own facts became. */
function mergeWords(entries: readonly HistoryEntry[], speech: HistorySpeech): HistoryWords {
  const { t, nameOf } = speech;
  const own = entries.filter(({ table }) => table === 'clients');
  const put = own.find(({ operation }) => operation === 'delete');
  const name = put === undefined ? undefined : nameOf(put.rowId);
  return {
    what: name === undefined ? t('actions.clients.merge') : t('client.history.mergeIn', { name }),
    changes: own.flatMap((entry) => changesOf(entry, speech)),
  };
}

export function historyWords(entry: HistoryEntry, speech: HistorySpeech): HistoryWords {
  const { t } = speech;
  const isKnown = historyTables.find((table) => table === entry.table);
  const table = isKnown === undefined ? t('client.history.row') : t(`client.history.table.${isKnown}`);
  const name = nameOfRow(entry, speech);
  const subject = name === undefined ? table : t('client.history.named', { table, name });
  const what = t(`client.history.operation.${entry.operation}`, { subject });
  if (entry.isErased === true) return { what: t('client.history.erased', { what }), changes: [] };
  return { what, changes: changesOf(entry, speech) };
}

/** What a row of its table is called; an update holds only what changed, so it has no name then. */
function nameOfRow(entry: HistoryEntry, speech: HistorySpeech): string | undefined {
  const { t, nameOf } = speech;
  const { before, after, operation } = entry;
  if (entry.table === 'calls') return callWords(entry, speech);
  const stated = statedFieldOf(entry);
  if (stated !== undefined) {
    const paper = nameOf(statingPaperOf(entry));
    return isText(paper) ? paper : t(`vocabulary.statedField.${stated}`);
  }
  if (entry.table === 'client_answers') return nameOf(questionOf(entry));
  const row = operation === 'update' ? {} : { ...before, ...after };
  const text = [row.name, row.title, row.holder_name, row.original_name, row.number, row.text].find(isText);
  if (text !== undefined) return cutText(text);
  if (isText(row.kind) && row.kind in documentKindWords(t)) return documentKindWords(t)[row.kind];
  const pointed = [row.contact_id, row.tag_id, row.document_id].find(isText);
  const name = pointed === undefined ? undefined : nameOf(pointed);
  return name === '' ? undefined : name;
}

/** A call of the reviewer by its outcome and its moment; what is taken away or brought back names neither. */
function callWords({ after }: HistoryEntry, { t, format, nowMs }: HistorySpeech): string | undefined {
  if (typeof after?.at_ms !== 'number') return undefined;
  const outcome = t(`client.history.callOutcome.${after.outcome === 'missed' ? 'missed' : 'answered'}`);
  return `${format.moment(after.at_ms, nowMs)} ${outcome}`;
}

const documentKindWords = (t: TFunction): Readonly<Record<string, string>> =>
  t('vocabulary.documentKind', { returnObjects: true });

/** So much of a long text tells which one it is. */
const shownLength = 60;
const cutText = (text: string): string => {
  const characters = [...text.replaceAll(/\s+/gu, ' ')];
  return characters.length <= shownLength
    ? characters.join('')
    : `${characters.slice(0, shownLength).join('')}…`;
};

const isText = (value: Cell | undefined): value is string => typeof value === 'string' && value !== '';

/** The key of a stated value ends with its field, which an update does not repeat. */
function statedFieldOf({ table, rowId }: HistoryEntry): StatedField | undefined {
  const field = rowId.slice(rowId.lastIndexOf('.') + 1);
  return table === 'stated_values' && isStatedField(field) ? field : undefined;
}

const statingPaperOf = ({ rowId }: HistoryEntry): string => rowId.slice(0, rowId.lastIndexOf('.'));

function changesOf(entry: HistoryEntry, speech: HistorySpeech): FieldChange[] {
  const { table, before, after, operation } = entry;
  const stated = statedFieldOf(entry);
  if (stated !== undefined) return statedChange(stated, entry, speech);
  if (table === 'client_answers' && operation === 'insert') return newAnswer(entry, speech);
  if (table === 'judgements' && operation === 'insert') return verdictChange(entry, speech);
  if (operation !== 'update') return [];
  const columns = Object.keys(after ?? {});
  return historyFields
    .filter((field) => columns.includes(field))
    .map((field) => ({
      field: fieldWords(field, speech),
      before: cellWords(table, field, before?.[field] ?? null, speech),
      after: cellWords(table, field, after?.[field] ?? null, speech) ?? speech.t('client.history.nothing'),
    }));
}

function fieldWords(field: HistoryField, { t, entityType }: HistorySpeech): string {
  const title = t(`vocabulary.headTitle.${headTitleOf(entityType)}`);
  if (field === 'legal_representative') return title;
  return field === 'is_legal_representative'
    ? t('client.history.isHead', { title })
    : t(`client.history.field.${field}`);
}

/** Of a kept verdict only the figures are told, never its facts. */
function verdictChange({ after }: HistoryEntry, { t }: HistorySpeech): FieldChange[] {
  const words = t('client.history.verdict', {
    blockers: after?.blocker_count ?? 0,
    warnings: after?.warning_count ?? 0,
  });
  return [{ field: t('client.history.field.verdict'), before: null, after: words }];
}

/** What was written of a paper is told when it is new as well. */
function statedChange(
  field: StatedField,
  { before, after }: HistoryEntry,
  { t, entityType }: HistorySpeech,
): FieldChange[] {
  const words = (value: Cell | undefined): string | null => {
    if (!isText(value)) return null;
    return natureOf(field) === 'resident_id' ? maskIdNumber(value) : value;
  };
  const now = words(after?.value);
  if (now === null) return [];
  const label =
    field === 'legal_representative'
      ? t(`vocabulary.headTitle.${headTitleOf(entityType)}`)
      : t(`vocabulary.statedField.${field}`);
  return [{ field: label, before: words(before?.value), after: now }];
}

/** The key of an answer ends with its question. */
const questionOf = ({ rowId }: HistoryEntry): string => rowId.slice(rowId.indexOf('.') + 1);

/** A new answer is told with the row that holds it. */
const newAnswer = ({ after }: HistoryEntry, { t }: HistorySpeech): FieldChange[] => [
  {
    field: t('client.history.field.is_yes'),
    before: null,
    after: t(after?.is_yes === 1 ? 'client.history.yes' : 'client.history.no'),
  },
];

/** Personal numbers are masked; money, moments and choices are said as everywhere else. */
function cellWords(table: string, field: HistoryField, value: Cell, speech: HistorySpeech): string | null {
  const { t, format, nowMs, nameOf } = speech;
  if (value === null || value === '') return null;
  const text = String(value);
  if (field === 'phone') return maskPhone(text);
  if (field === 'id_number' || isNumberOfPerson(table, field, text)) return maskIdNumber(text);
  if (field === 'account_number') return t('client.banks.tail', { tail: accountTail(text) });
  if (field.endsWith('_fen')) return format.moneyWithUnit(Number(value));
  if (field.endsWith('_at_ms')) return format.moment(Number(value), nowMs);
  if (field.endsWith('_id')) return nameOf(text) ?? t('client.history.other');
  if (flags.has(field)) return t(value === 1 ? 'client.history.yes' : 'client.history.no');
  if (field === 'share_bp') return shareText(Number(value));
  if (field === 'text') return cutText(text);
  return isChoice(field) ? (choiceWords(table, field, text, t) ?? t('client.history.otherChoice')) : text;
}

/** An ID card's own number. */
const isNumberOfPerson = (table: string, field: HistoryField, text: string): boolean =>
  table === 'documents' && field === 'number' && /^\d{17}[\dX]$/.test(text);

const flags: ReadonlySet<HistoryField> = new Set<HistoryField>([
  'licence_forever',
  'valid_forever',
  'is_legal_representative',
  'is_administrator',
  'is_finance',
  'answers_calls',
  'is_yes',
]);
