import type { TrayPaper } from '#shared/contract/intake.ts';
import { pagesOf } from '#shared/domain/file-text.ts';
import { guessKind } from '#shared/domain/kind-guess.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import type { Backend } from '#backend/backend.ts';
import { rememberedGuess } from './guess-memory.ts';
import * as queries from './queries.ts';
import type { FileRecord, NamedClient, PageRecord } from './queries.ts';

type ClientGuess = TrayPaper['clientGuesses'][number];

export interface Guesses {
  readonly clientGuesses: readonly ClientGuess[];
  readonly kindGuess: TrayPaper['kindGuess'];
}

/** A unified social credit code as it may stand in a text: the whole of it is checked by being some client's. */
const code = /[0-9A-HJ-NP-RTUW-Y]{18}/gu;
/** A word of a file's name that may be of a client's: two Chinese characters or more. */
const word = /\p{Script=Han}{2,}/gu;
const guessedAtMost = 4;
/** A word that stands in more names than this tells nobody's name. */
const widest = 5;
const shares = { code: 0.99, name: 0.93, file_name: 0.7 } as const;

/**
 * Whose a piece is and what, by its pages' texts and its files' and folders' names. Nothing of it is written before
 * somebody has looked. What was guessed is remembered until a client changes: the same words give the same guesses.
 */
export function guessesOf(
  backend: Pick<Backend, 'db' | 'changes'>,
  pages: readonly PageRecord[],
  files: ReadonlyMap<string, FileRecord>,
  texts: TextsOfFiles,
): Guesses {
  const text = pages.map((page) => textOf(page, files, texts)).join('\n');
  const names = [...new Set(pages.flatMap(({ file_id: id }) => files.get(id) ?? []))];
  const fileName = names.map((file) => file.original_name).join(' ');
  const folderName = names.map((file) => file.folder_name).join(' ');
  return rememberedGuess(backend, [text, fileName, folderName], () => ({
    clientGuesses: clientsOf(backend, text, `${fileName} ${folderName}`),
    kindGuess: guessKind(text, fileName),
  }));
}

/** The pages' texts of a file by its hash, each file read once. */
export type TextsOfFiles = (sha256: string) => readonly string[];

export function textsOfFiles({ db }: Pick<Backend, 'db'>): TextsOfFiles {
  const known = new Map<string, readonly string[]>();
  return (sha256) => {
    const pages = known.get(sha256) ?? pagesOf(queries.textOfFile(db, sha256));
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

function clientsOf({ db }: Pick<Backend, 'db'>, text: string, names: string): ClientGuess[] {
  const found: ClientGuess[] = [];
  /** Where several are named, each is as likely as the others. */
  const add = (clients: readonly NamedClient[], sign: ClientGuess['sign']): void => {
    const share = shares[sign] / Math.max(1, clients.length);
    for (const { id, name } of clients)
      if (!found.some(({ clientId }) => clientId === id))
        found.push({ clientId: id, clientName: name, sign, share });
  };
  const codes = text.toUpperCase().match(code) ?? [];
  if (codes.length > 0) add(queries.clientsByCode(db, codes), 'code');
  const key = nameKey(text);
  if (key !== '') add(queries.clientsNamedIn(db, key, guessedAtMost), 'name');
  const nameOfFile = nameKey(names);
  if (nameOfFile !== '') add(queries.clientsNamedIn(db, nameOfFile, guessedAtMost), 'name');
  for (const each of names.match(word) ?? []) {
    if (guessKind('', each) !== null) continue;
    const clients = queries.clientsWithWord(db, nameKey(each), widest + 1);
    if (clients.length <= widest) add(clients, 'file_name');
  }
  return found.toSorted((a, b) => b.share - a.share).slice(0, guessedAtMost);
}
