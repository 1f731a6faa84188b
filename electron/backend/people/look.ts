import {
  longerNames,
  personWordKinds,
  personWords,
  uniqueWords,
  wordsIn,
} from '#shared/domain/person-words.ts';
import type { PersonFacts, PersonWord, PersonWordKind } from '#shared/domain/person-words.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Backend } from '#backend/backend.ts';
import type { Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { createRowWriter } from '#backend/db/row-writer.ts';
import { sharedTableNames } from '#backend/db/tables.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import { natureOf, speakingColumns, unsureInCell, wordsInCell } from './columns.ts';
import { formerFactsOf } from './former-facts.ts';
import * as queries from './queries.ts';
import type { FileRecord, LinkRecord, PaperRecord, PersonRecord, StatedRecord } from './queries.ts';
import * as scan from './scan-queries.ts';
import type { OwnerRecord, ScannedEvent } from './scan-queries.ts';

export interface FoundColumn {
  readonly name: string;
  /** Which words of the person alone stand there, and which that somebody else has too. */
  readonly own: readonly PersonWordKind[];
  readonly shared: readonly PersonWordKind[];
  /** The same letters stand there, and may mean a place or a bank. */
  readonly isUnsure: boolean;
}

/** A row in whose texts words of the person stand. */
export interface FoundRow {
  readonly table: SharedTable;
  readonly row: Row;
  readonly clientId: string | null;
  readonly columns: readonly FoundColumn[];
}

export interface FoundEvent extends ScannedEvent {
  /** Words that are the person's alone; none where it is about a row of theirs. */
  readonly kinds: readonly PersonWordKind[];
}

interface FoundText {
  readonly sha256: string;
  readonly text: string;
  readonly owners: readonly OwnerRecord[];
}

/** All that is held about one person, as it is stored. */
export interface PersonLook {
  readonly person: PersonRecord;
  /** All words of the person, and those that no other person has too. */
  readonly words: readonly PersonWord[];
  readonly ownWords: readonly PersonWord[];
  /** Longer names of others that hold the person's. */
  readonly others: readonly string[];
  readonly namesakes: readonly {
    readonly person: PersonRecord;
    readonly kinds: readonly PersonWordKind[];
    /** Those of the person that are this one's too. */
    readonly words: readonly PersonWord[];
  }[];
  readonly links: readonly LinkRecord[];
  /** Clients that the person has or had something to do with. */
  readonly clientIds: ReadonlySet<string>;
  readonly papers: readonly PaperRecord[];
  readonly stated: readonly StatedRecord[];
  readonly files: readonly FileRecord[];
  /** Rows elsewhere, without the person's own entry and their papers. */
  readonly rows: readonly FoundRow[];
  /** Rows in which nothing but what their entry said before stands. */
  readonly formerRows: readonly FoundRow[];
  /** Whether that was surely about them: the entry never had another name. */
  readonly isFormerTheirs: boolean;
  readonly texts: readonly FoundText[];
  readonly events: readonly FoundEvent[];
  /** Of what is kept on this computer alone; whether a word that is the person's alone stands there. */
  readonly locals: readonly { readonly id: string; readonly table: string; readonly isOwn: boolean }[];
}

export const factsOf = (record: PersonRecord): PersonFacts => ({
  name: record.name,
  phone: record.phone,
  email: record.email,
  wechat: record.wechat,
  idNumber: record.id_number,
});

/** Papers that are about one person by their kind. */
const personalKinds = ['id_card', 'face_photo', 'residence_permit'] as const;

/** Goes through everything that is stored. Throws AppError NOT_FOUND. */
export function* lookAt({ db }: Pick<Backend, 'db'>, id: string): InSteps<PersonLook> {
  const person = queries.findPerson(db, id);
  if (person === undefined) throw new AppError('NOT_FOUND', { what: 'contacts', id });
  const former = formerFactsOf(db, id, factsOf(person));
  const formerWords = former.facts.flatMap(personWords);
  const words = personWords(factsOf(person));
  const all = uniqueWords([...words, ...formerWords]);
  const namesakes = namesakesOf(db, person, all);
  const shared = new Set(namesakes.flatMap((each) => each.words.map(({ pattern }) => pattern.source)));
  const isConsultant = queries.consultantsNamed(db, person.name);
  const isOwn = ({ kind, pattern }: PersonWord): boolean =>
    !shared.has(pattern.source) && !(isConsultant && kind === 'name');
  const others = longerNames(person.name, queries.namesOfOthers(db, id, person.name));
  const presentWords = words.filter(isOwn);
  const sharedWords = all.filter((word) => !isOwn(word));
  const ownWords = former.isSurelyTheirs ? all.filter(isOwn) : presentWords;
  yield;
  const links = queries.linksOf(db, id);
  const linked = new Set(links.map(({ client_id: clientId }) => clientId));
  const papers = papersAbout(db, id, { words: presentWords, others, linked });
  const paperIds = papers.map((paper) => paper.id);
  const clientIds = new Set([...linked, ...papers.map(({ client_id: clientId }) => clientId)]);
  const stated = queries.statedOf(db, paperIds);
  const files = queries.filesOf(db, paperIds);
  const own = new Set([id, ...paperIds, ...stated.map((each) => each.id), ...files.map((each) => each.id)]);
  yield;
  const rows = yield* rowsNaming(db, { words: presentWords, shared: sharedWords, others, own });
  const told = new Set(rows.map(({ row }) => String(row.id)));
  const before = formerWords.filter(isOwn);
  const beside = new Set([...own, ...told]);
  const formerRows = yield* rowsNaming(db, { words: before, shared: [], others, own: beside });
  const hashes = files.map(({ sha256 }) => sha256);
  const said = yield* textsNaming(db, { words, others, own: new Set(hashes) });
  const texts = [...said, ...sharedFiles(db, files, new Set(paperIds))];
  const named = yield* eventsNaming(db, { words: ownWords, others, own });
  // What was said before counts where the person has something to do with the client.
  const events = named.filter(
    (event) =>
      event.kinds.length === 0 ||
      (event.client_id !== null && clientIds.has(event.client_id)) ||
      kindsInEvent(event, presentWords, others).length > 0,
  );
  const probes = words.map(({ probe }) => probe);
  const locals = scan
    .localTexts(db, probes)
    .filter(({ text }) => wordsIn(text, words, others).length > 0)
    .map(({ id: localId, table, text }) => ({
      ...{ id: localId, table },
      isOwn: wordsIn(text, ownWords, others).length > 0,
    }));
  return {
    ...{ person, words, ownWords, others, namesakes, links, clientIds, papers, stated, files },
    ...{ rows, formerRows, isFormerTheirs: former.isSurelyTheirs, texts, events, locals },
  };
}

/** Others who have a word of the person for their own: their name, their number. */
function namesakesOf(db: Db, person: PersonRecord, words: readonly PersonWord[]): PersonLook['namesakes'] {
  return [...queries.otherPeople(db, person.id)].flatMap((other) => {
    const facts = factsOf(other);
    const same = words.filter(({ kind, pattern }) => {
      const text = facts[kind]?.trim() ?? '';
      // One of several numbers in a field is theirs as well.
      const isNumber = kind === 'phone' || kind === 'idNumber';
      return [...text.matchAll(pattern)].some((match) => isNumber || match[0].length === text.length);
    });
    const kinds = [...new Set(same.map(({ kind }) => kind))];
    return kinds.length === 0 ? [] : [{ person: other, kinds, words: same }];
  });
}

interface About {
  readonly words: readonly PersonWord[];
  readonly others: readonly string[];
  readonly linked: ReadonlySet<string>;
}

/**
 * Papers that name the person as theirs, and such papers of one person that don't but say so, in their data or their files: by
 * number, or by name at a client of theirs.
 */
function papersAbout(db: Db, id: string, { words, others, linked }: About): PaperRecord[] {
  const unnamed = queries.papersOfNobody(
    db,
    personalKinds,
    words.map(({ probe }) => probe),
  );
  const stated = queries.statedOf(
    db,
    unnamed.map((paper) => paper.id),
  );
  const files = queries.filesOf(
    db,
    unnamed.map((paper) => paper.id),
  );
  const saying = unnamed.filter((paper) => {
    const texts = [
      ...[paper.number, paper.title].flatMap((text) => text ?? []),
      ...stated.flatMap(({ document_id: of, value }) => (of === paper.id ? [value] : [])),
      ...files.flatMap(({ document_id: of, original_name: name }) => (of === paper.id ? [name] : [])),
    ];
    // What a picture says holds more names than one: an address, who issued it. A number is the holder's.
    const read = files.flatMap(({ document_id: of, sha256, text }) =>
      of === paper.id ? [text ?? '', ...queries.linesOfFile(db, sha256)] : [],
    );
    const kinds = new Set(texts.flatMap((text) => wordsIn(text, words, others)));
    const isNumbered = [...texts, ...read].some((text) => wordsIn(text, words, others).includes('idNumber'));
    return isNumbered || (kinds.has('name') && linked.has(paper.client_id));
  });
  return [...queries.papersNaming(db, id), ...saying];
}

/** Files of papers about the person that other papers have too. */
function sharedFiles(db: Db, files: readonly FileRecord[], paperIds: ReadonlySet<string>): FoundText[] {
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
  const owners = scan.ownersOfFiles(db, hashes).filter((owner) => !paperIds.has(owner.document_id));
  return hashes.flatMap((sha256) => {
    const its = owners.filter((owner) => owner.sha256 === sha256);
    const text = files.find((file) => file.sha256 === sha256)?.text ?? '';
    return its.length === 0 ? [] : [{ sha256, text, owners: its }];
  });
}

interface LookingAtRows extends Looking {
  /** Words that somebody else has too: they stay, and are told. */
  readonly shared: readonly PersonWord[];
}

interface Looking {
  readonly words: readonly PersonWord[];
  readonly others: readonly string[];
  /** What is looked at already. */
  readonly own: ReadonlySet<string>;
}

function* rowsNaming(db: Db, { words, shared, others, own }: LookingAtRows): InSteps<FoundRow[]> {
  if (words.length + shared.length === 0) return [];
  const probes = [...words, ...shared].map(({ probe }) => probe);
  const writer = createRowWriter(db);
  const found: FoundRow[] = [];
  for (const table of sharedTableNames) {
    const names = speakingColumns(table);
    for (const stretch of stretches(scan.lastRow(db, table))) {
      for (const row of scan.rowsHolding(db, table, probes, stretch)) {
        if (own.has(String(row.id))) continue;
        const columns = names.flatMap((name) => {
          const covering = coveringFor(table, name, others);
          const [nature, text] = [natureOf(table, name), String(row[name] ?? '')];
          const column: FoundColumn = {
            name,
            own: wordsInCell(nature, text, words, covering),
            shared: wordsInCell(nature, text, shared, covering),
            isUnsure: unsureInCell(nature, text, words, covering).length > 0,
          };
          return column.own.length + column.shared.length > 0 || column.isUnsure ? [column] : [];
        });
        if (columns.length > 0) found.push({ table, row, columns, clientId: writer.clientOf(table, row) });
      }
      yield;
    }
  }
  return found;
}

/** In the name of a business itself the name is told of: it stays there. */
const coveringFor = (table: SharedTable, column: string, others: readonly string[]): readonly string[] =>
  isBusinessName(table, column) || table === 'contacts' || table === 'consultants' ? [] : others;

export const isBusinessName = (table: SharedTable, column: string): boolean =>
  (table === 'clients' && (column === 'name' || column === 'name_key')) ||
  (table === 'accounts' && column === 'name') ||
  (table === 'client_identifiers' && column === 'value');

/** Rows that are looked at in one go, and texts, which are long. */
const atOnce = 5000;
const textsAtOnce = 1000;

function* stretches(last: number, size = atOnce): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from <= last; from += size) yield { from, to: from + size - 1 };
}

/** How the hashes of files begin: as many parts to go through. */
const shelves = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));

function* eventsNaming(db: Db, { words, others, own }: Looking): InSteps<FoundEvent[]> {
  const probes = words.map(({ probe }) => probe);
  const found = new Map<number, FoundEvent>();
  for (const stretch of stretches(scan.lastEvent(db))) {
    for (const event of scan.eventsHolding(db, probes, stretch)) {
      const kinds = kindsInEvent(event, words, others);
      if (kinds.length > 0) found.set(event.place, { ...event, kinds });
    }
    yield;
  }
  for (const event of scan.eventsOfRows(db, [...own]))
    if (!found.has(event.place)) found.set(event.place, { ...event, kinds: [] });
  return [...found.values()].sort((a, b) => a.place - b.place);
}

function kindsInEvent(
  { row_table: table, before, after }: ScannedEvent,
  words: readonly PersonWord[],
  others: readonly string[],
): PersonWordKind[] {
  const cells = [before, after].flatMap((json) =>
    json === null ? [] : Object.entries(JSON.parse(json) as Row),
  );
  const kinds = new Set(
    cells.flatMap(([name, cell]) =>
      typeof cell === 'string'
        ? wordsInCell(natureOf(table, name), cell, words, coveringFor(table, name, others))
        : [],
    ),
  );
  return personWordKinds.filter((kind) => kinds.has(kind));
}

/** What files say that are not files of papers about the person; a file counts once, whatever read it. */
function* textsNaming(db: Db, { words, others, own }: Looking): InSteps<FoundText[]> {
  const probes = words.map(({ probe }) => probe);
  const found = new Map<string, string>();
  const note = ({ sha256, text }: scan.ScannedText): void => {
    if (!own.has(sha256) && !found.has(sha256) && wordsIn(text, words, others).length > 0)
      found.set(sha256, text);
  };
  for (const stretch of stretches(scan.lastText(db), textsAtOnce)) {
    for (const each of scan.textsHolding(db, probes, stretch)) note(each);
    yield;
  }
  for (const shelf of shelves) {
    for (const each of scan.pagesHolding(db, probes, shelf)) note(each);
    yield;
  }
  const owners = scan.ownersOfFiles(db, [...found.keys()]);
  return [...found].map(([sha256, text]) => ({
    sha256,
    text,
    owners: owners.filter((owner) => owner.sha256 === sha256),
  }));
}
