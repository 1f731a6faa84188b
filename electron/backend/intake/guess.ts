import type { TrayPaper } from '#shared/contract/intake.ts';
import { cardSidesIn } from '#shared/domain/card-sides.ts';
import type { CardSide } from '#shared/domain/card-sides.ts';
import { pagesOf } from '#shared/domain/file-text.ts';
import { guessKind } from '#shared/domain/kind-guess.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { isPersonInName } from '#shared/domain/person-in-name.ts';
import { compactText } from '#shared/domain/plain-text.ts';
import type { Backend } from '#backend/backend.ts';
import { textsSoFar } from '#backend/documents/reading/tray.ts';
import { rememberedGuess } from './guess-memory.ts';
import * as queries from './queries.ts';
import type { FileRecord, NamedClient, NamedPerson, PageRecord, PaperRecord } from './queries.ts';

type ClientGuess = TrayPaper['clientGuesses'][number];

export interface Guesses {
  readonly clientGuesses: readonly ClientGuess[];
  readonly kindGuess: TrayPaper['kindGuess'];
  /** Which sides of an ID card its pages show. */
  readonly sides: readonly CardSide[];
}

/** A piece with its pages in their order, and what is guessed of it. */
export interface Piece {
  readonly paper: PaperRecord;
  readonly pages: readonly PageRecord[];
  readonly guesses: Guesses;
}

/** A unified social credit code as it may stand in a text: the whole of it is checked by being some client's. */
const code = /[0-9A-HJ-NP-RTUW-Y]{18}/gu;
/** A word of a file's name that may be of a client's: two Chinese characters or more. */
const word = /\p{Script=Han}{2,}/gu;
const guessedAtMost = 4;
/** A word that stands in more names than this tells nobody's name. */
const widest = 5;
const shares = {
  ...{ code: 0.99, id_number: 0.97, name: 0.93, name_of_file: 0.93 },
  // A namesake may have sent it: below what need not be asked.
  ...{ person: 0.75, file_name: 0.7 },
} as const;
/** What stands on the page itself. */
const onPage: ReadonlySet<ClientGuess['sign']> = new Set(['code', 'id_number', 'name']);
/** A resident's number as it may stand in a text; whose it is is checked by being on file. */
const residentNumber = /(?<!\d)\d{17}[\dX](?!\d)/gu;

/**
 * Whose a piece is and what, by its pages' texts and its files' and folders' names. Nothing of it is written before
 * somebody has looked. What was guessed is remembered until a client changes: the same words give the same guesses.
 */
export function guessesOf(
  backend: Pick<Backend, 'db' | 'changes'>,
  pages: readonly PageRecord[],
  files: ReadonlyMap<string, FileRecord>,
  { texts, inPieces }: GuessedBy,
): Guesses {
  const text = pages.map((page) => textOf(page, files, texts)).join('\n');
  const names = [...new Set(pages.flatMap(({ file_id: id }) => files.get(id) ?? []))];
  const fileName = names.map((file) => file.original_name).join(' ');
  const folderName = names.map((file) => file.folder_name).join(' ');
  const holdsSeveral = names.some(({ id }) => inPieces.has(id));
  return rememberedGuess(backend, [text, fileName, folderName, `${holdsSeveral}`], () => ({
    clientGuesses: clientsOf(backend, text, { fileName, folderName }),
    kindGuess: guessKind(text, fileName, { holdsSeveral }),
    sides: cardSidesIn(text),
  }));
}

export interface GuessedBy {
  readonly texts: TextsOfFiles;
  /** Files whose pages are in several pieces: their names are sure of none of them. */
  readonly inPieces: ReadonlySet<string>;
}

/** The pages' texts of a file by its hash, each file read once. */
export type TextsOfFiles = (sha256: string) => readonly string[];

export function textsOfFiles(backend: Backend): TextsOfFiles {
  const known = new Map<string, readonly string[]>();
  return (sha256) => {
    const before = known.get(sha256);
    if (before !== undefined) return before;
    const text = queries.textOfFile(backend.db, sha256);
    const pages = text === '' ? textsSoFar(backend, sha256) : pagesOf(text);
    known.set(sha256, pages);
    return pages;
  };
}

function textOf(
  { file_id: fileId, page_no: pageNo }: PageRecord,
  files: ReadonlyMap<string, FileRecord>,
  texts: TextsOfFiles,
): string {
  const file = files.get(fileId);
  return file === undefined ? '' : (texts(file.sha256)[pageNo - 1] ?? '');
}

interface Names {
  readonly fileName: string;
  readonly folderName: string;
}

function clientsOf(
  { db }: Pick<Backend, 'db'>,
  text: string,
  { fileName, folderName }: Names,
): ClientGuess[] {
  const found: ClientGuess[] = [];
  /** Where several are named, each is as likely as the others. */
  const add = (clients: readonly (NamedClient | NamedPerson)[], sign: ClientGuess['sign']): void => {
    const share = shares[sign] / Math.max(1, new Set(clients.map(({ id }) => id)).size);
    const isInName = !onPage.has(sign);
    for (const client of clients) {
      const personName = 'person' in client ? client.person : null;
      const known = found.find(({ clientId }) => clientId === client.id);
      if (known !== undefined) known.isInName ||= isInName;
      else found.push({ clientId: client.id, clientName: client.name, sign, share, personName, isInName });
    }
  };
  const names = `${fileName} ${folderName}`;
  const codes = text.toUpperCase().match(code) ?? [];
  if (codes.length > 0) add(queries.clientsByCode(db, codes), 'code');
  const numbers =
    text
      .toUpperCase()
      .replaceAll(/[ \u3000]/gu, '')
      .match(residentNumber) ?? [];
  if (numbers.length > 0) add(queries.peopleByNumber(db, numbers), 'id_number');
  const key = nameKey(text);
  if (key !== '') add(queries.clientsNamedIn(db, key, guessedAtMost), 'name');
  const nameOfFile = nameKey(names);
  if (nameOfFile !== '') add(queries.clientsNamedIn(db, nameOfFile, guessedAtMost), 'name_of_file');
  const named = queries.peopleNamedIn(db, compactText(fileName));
  add(
    named.filter(({ person }) => isPersonInName(fileName, person)),
    'person',
  );
  for (const each of names.match(word) ?? []) {
    if (guessKind('', each) !== null) continue;
    const clients = queries.clientsWithWord(db, nameKey(each), widest + 1);
    if (clients.length <= widest) add(clients, 'file_name');
  }
  return found.toSorted((a, b) => b.share - a.share).slice(0, guessedAtMost);
}
