import type { TrayFile } from '#shared/contract/intake.ts';
import type { Backend } from '#backend/backend.ts';
import { nearPrints } from './near-prints.ts';
import * as queries from './queries.ts';
import type { FileRecord, TwinRecord } from './queries.ts';

type Twins = Pick<TrayFile, 'same' | 'similar'>;
type Twin = NonNullable<TrayFile['same']>;

/**
 * What each file of the tray is known from: the same bytes, in a paper or earlier in the tray, or a picture of the same
 * paper. Files of one page are compared by their pictures; what nobody has looked at yet has none.
 */
export function twinsOf(
  { db }: Pick<Backend, 'db'>,
  files: readonly FileRecord[],
): ReadonlyMap<string, Twins> {
  const found = new Map<string, Twins>();
  for (const [index, file] of files.entries()) {
    const before = files.slice(0, index);
    const same = sameOf(db, file, before);
    found.set(file.id, {
      same,
      similar: same === null ? similarOf(db, file, before) : null,
    });
  }
  return found;
}

/** Where these bytes are already: in a paper or in the tray; null where they are new. */
export function twinOfBytes({ db }: Pick<Backend, 'db'>, sha256: string): Twin | null {
  const paper = queries.paperWithFile(db, sha256, '');
  if (paper !== undefined) return twinOfPaper(paper);
  const file = queries.fileInTrayWith(db, sha256);
  return file === undefined ? null : { of: 'file', ...file };
}

type Db = Backend['db'];

function sameOf(db: Db, file: FileRecord, before: readonly FileRecord[]): Twin | null {
  const paper = queries.paperWithFile(db, file.sha256, file.id);
  if (paper !== undefined) return twinOfPaper(paper);
  const other = before.find(({ sha256 }) => sha256 === file.sha256);
  return other === undefined ? null : { of: 'file', id: other.id, name: other.original_name };
}

function similarOf(db: Db, file: FileRecord, before: readonly FileRecord[]): TrayFile['similar'] {
  if (file.page_count !== 1) return null;
  for (const { sha256, likeness: share } of nearPrints(db, file.sha256)) {
    const other = before.find((each) => each.sha256 === sha256);
    if (other !== undefined)
      return { twin: { of: 'file', id: other.id, name: other.original_name }, likeness: share };
    const paper = queries.paperWithFile(db, sha256, file.id);
    if (paper !== undefined) return { twin: twinOfPaper(paper), likeness: share };
  }
  return null;
}

const twinOfPaper = (paper: TwinRecord): Twin => ({
  of: 'document',
  id: paper.document_id,
  clientId: paper.client_id,
  clientName: paper.client_name,
  title: paper.title,
  documentKind: paper.kind,
  versionNo: paper.version_no,
});
