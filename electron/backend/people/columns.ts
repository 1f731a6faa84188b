import { everydayKinds, isOnlyWords, withoutWords, wordsIn } from '#shared/domain/person-words.ts';
import type { PersonWord, PersonWordKind } from '#shared/domain/person-words.ts';
import type { SharedTable } from '#backend/db/tables.ts';

/**
 * How a column of texts may speak of a person. `free`: in whatever words somebody wrote. `field`: a name stands there alone or means
 * something else, as in an address or the name of a bank. `data`: within the texts of what the program has stored as JSON. `own`: a
 * word of the program, which never speaks of anybody and is never changed.
 */
export type ColumnNature = 'free' | 'field' | 'data' | 'own';

type Natures = Readonly<Record<string, ColumnNature>>;

const of = (nature: ColumnNature, ...names: readonly string[]): Natures =>
  Object.fromEntries(names.map((name) => [name, nature]));

/** Of every column of texts of the shared tables but keys, days and fingerprints; a new one has to be decided here (a test says so). */
const natures: Partial<Readonly<Record<SharedTable, Natures>>> = {
  consultants: of('free', 'name', 'phone', 'email'),
  clients: {
    ...of('free', 'name', 'name_key', 'legal_representative', 'remark', 'credit_code_note'),
    ...of('field', 'credit_code', 'address', 'business_scope'),
    ...of('own', 'entity_type', 'service_status', 'standing'),
  },
  client_identifiers: { ...of('free', 'value', 'note'), ...of('own', 'kind') },
  contacts: of('free', 'name', 'phone', 'email', 'wechat', 'id_number', 'available_hours', 'remark'),
  bank_accounts: {
    ...of('free', 'holder_name'),
    ...of('field', 'bank_name', 'account_number', 'permit_number', 'clearing_code'),
    ...of('own', 'kind'),
  },
  client_relations: { ...of('free', 'remark'), ...of('own', 'kind') },
  tags: of('free', 'name'),
  accounts: {
    ...of('free', 'name', 'remark'),
    ...of('field', 'category', 'filing_number'),
    ...of('own', 'platform', 'kind'),
  },
  applications: {
    ...of('free', 'remark'),
    ...of('field', 'number', 'category'),
    ...of('own', 'kind', 'rule_pack_version', 'entity_type', 'stage'),
  },
  attempts: { ...of('free', 'reason_text'), ...of('own', 'outcome', 'reason_code') },
  items: { ...of('free', 'reject_reason', 'remark'), ...of('own', 'decision') },
  documents: {
    ...of('free', 'title', 'number', 'remark', 'destroyed_remark'),
    ...of('own', 'kind', 'destroyed_by_rule'),
  },
  document_versions: { ...of('free', 'original_name'), ...of('own', 'part', 'media_type') },
  tasks: of('free', 'title'),
  notes: of('free', 'text'),
  fees: { ...of('free', 'title', 'invoice_number', 'remark'), ...of('own', 'kind') },
  payments: { ...of('free', 'remark'), ...of('own', 'method') },
  saved_views: { ...of('free', 'name'), ...of('data', 'filter'), ...of('own', 'screen') },
  settings: of('free', 'value'),
  rule_packs: { ...of('free', 'content'), ...of('own', 'kind', 'version') },
  rule_overrides: of('free', 'place', 'value', 'reason', 'author'),
  holiday_years: of('free', 'content', 'file_name'),
  stated_values: { ...of('field', 'value'), ...of('own', 'field') },
  judgements: of('data', 'overrides', 'facts'),
  aftercare_steps: { ...of('free', 'remark'), ...of('own', 'decision') },
  calls: { ...of('free', 'remark'), ...of('own', 'outcome') },
  intake_files: {
    ...of('free', 'original_name', 'folder_name', 'destroyed_remark'),
    ...of('own', 'came_by', 'media_type'),
  },
  intake_papers: { ...of('free', 'title'), ...of('own', 'kind') },
  intake_pages: of('own', 'part'),
  hand_outs: {
    ...of('free', 'copy_name', 'folder_name', 'recipient', 'purpose', 'remark'),
    ...of('own', 'way', 'outcome'),
  },
  erasures: of('free', 'remark'),
  erasure_stays: of('own', 'what', 'reason'),
};

export const natureOf = (table: SharedTable, column: string): ColumnNature =>
  natures[table]?.[column] ?? 'own';

/** The columns that may speak of a person. */
export const speakingColumns = (table: SharedTable): readonly string[] =>
  Object.entries(natures[table] ?? {}).flatMap(([name, nature]) => (nature === 'own' ? [] : [name]));

/** All that are decided, for the test that none is left out. */
export const decidedColumns = (table: SharedTable): readonly string[] => Object.keys(natures[table] ?? {});

const certain = (words: readonly PersonWord[]): PersonWord[] =>
  words.filter(({ kind }) => !everydayKinds.has(kind));
/** What is stored as data holds words of the program beside those of people: an everyday one of Latin letters may be either. */
const withinData = (words: readonly PersonWord[]): PersonWord[] =>
  words.filter(({ kind, probe }) => !everydayKinds.has(kind) || /\p{Script=Han}/u.test(probe));

/** Which words of a person stand in a cell. */
export function wordsInCell(
  nature: ColumnNature,
  text: string,
  words: readonly PersonWord[],
  others: readonly string[],
): PersonWordKind[] {
  switch (nature) {
    case 'free':
      return wordsIn(text, words, others);
    case 'field':
      return wordsIn(text, isOnlyWords(text, words) ? words : certain(words), others);
    case 'data': {
      const found = textsWithin(text).flatMap((leaf) => wordsIn(leaf, withinData(words), others));
      return [...new Set(found)];
    }
    case 'own':
      return [];
  }
}

/** Which of them stand in a cell by their letters alone, and may be of a place or a bank. */
export function unsureInCell(
  nature: ColumnNature,
  text: string,
  words: readonly PersonWord[],
  others: readonly string[],
): PersonWordKind[] {
  if (nature !== 'field' && nature !== 'data') return [];
  const sure = new Set(wordsInCell(nature, text, words, others));
  const texts = nature === 'data' ? textsWithin(text) : [text];
  const found = new Set(texts.flatMap((leaf) => wordsIn(leaf, words, others)));
  return [...found].filter((kind) => !sure.has(kind) && (nature === 'field' || kind === 'name'));
}

/** A cell without them. */
export function withoutWordsInCell(
  nature: ColumnNature,
  text: string,
  words: readonly PersonWord[],
  others: readonly string[],
): string {
  switch (nature) {
    case 'free':
      return withoutWords(text, words, others);
    case 'field':
      return withoutWords(text, isOnlyWords(text, words) ? words : certain(words), others);
    case 'data':
      return dataWithout(text, (leaf) => withoutWords(leaf, withinData(words), others));
    case 'own':
      return text;
  }
}

/** JSON with each of its texts put through; what is none is one text. */
export function dataWithout(json: string, without: (text: string, key: string) => string): string {
  const parsed = parsedJson(json);
  return parsed === undefined
    ? without(json, '')
    : JSON.stringify(parsed, (key, value: unknown) =>
        typeof value === 'string' ? without(value, key) : value,
      );
}

function textsWithin(json: string): string[] {
  const texts: string[] = [];
  dataWithout(json, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
