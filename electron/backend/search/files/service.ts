import { foundOnPage } from '#shared/domain/found-on-page.ts';
import type { ExcerptRoom, FoundOnPage } from '#shared/domain/found-on-page.ts';
import type { Backend } from '#backend/backend.ts';
import { readOrigin, writeOrigin } from '#backend/db/derived-from.ts';
import { fileIndexForm, indexedFile } from '../text-index.ts';
import * as queries from './queries.ts';

type Source = Pick<Backend, 'db'>;

/**
 * Makes what was read of a file findable, once for all papers with it: a change of papers, which may be many, never goes
 * through their pages again. Gives whether there was anything that was not found before.
 */
export function indexFile({ db }: Source, sha256: string): { readonly isNew: boolean } {
  const index = db.transaction(() => {
    const texts = queries.unindexedTexts(db, sha256);
    for (const { id, text } of texts) queries.indexWords(db, id, indexedFile(text));
    return { isNew: texts.length > 0 };
  });
  return index.immediate();
}

/** An index of an older form is emptied; the files come in again one by one, in quiet moments. */
export function dropOldFileIndex({ db }: Source): void {
  if (readOrigin(db, 'files_indexed_as') === fileIndexForm) return;
  db.transaction(() => {
    queries.clearFileIndex(db);
    writeOrigin(db, 'files_indexed_as', fileIndexForm);
  }).immediate();
}

export interface FileText {
  /** Pages with `pageBreak` between them. */
  readonly text: string;
  /** Whether no newer file has taken the place of this one. */
  readonly isCurrent: boolean;
}

/** What the files of papers say, by the paper. */
export function fileTextsOf({ db }: Source, ids: readonly string[]): ReadonlyMap<string, FileText[]> {
  const byDocument = new Map<string, FileText[]>();
  for (const { document_id: id, text, is_current: isCurrent } of queries.fileTextsOf(db, ids)) {
    const known = byDocument.get(id) ?? [];
    byDocument.set(id, [...known, { text, isCurrent: isCurrent === 1 }]);
  }
  return byDocument;
}

export type SeenInFile = FoundOnPage & Pick<FileText, 'isCurrent'>;

/** The first place in the files of a paper that holds a query; `room` as for `foundOnPage`. */
export function seenInFiles(
  texts: readonly FileText[],
  query: string,
  room?: ExcerptRoom,
): SeenInFile | undefined {
  for (const { text, isCurrent } of texts) {
    const found = foundOnPage(text, query, room);
    if (found !== undefined) return { ...found, isCurrent };
  }
  return undefined;
}
