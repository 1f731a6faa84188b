import type { DocumentRow } from '#shared/contract/documents.ts';
import { isReadableKind, readFields } from '#shared/domain/paper-fields.ts';
import type { ReadField } from '#shared/domain/read-field.ts';
import type { Backend } from '#backend/backend.ts';
import { findText } from '#backend/documents/texts/queries.ts';
import { isBeingRead } from './read-file.ts';
import * as queries from './queries.ts';

/** What is known so far of what the newest files of a paper say. */
export interface KeptReading {
  /**
   * `none`: nobody knows how to read papers of its kind, or it has no file. `waiting`: a file is still to be read.
   * `unreadable`: none of its files could be read.
   */
  readonly state: 'none' | 'waiting' | 'unreadable' | 'read';
  /** The versions that nobody has looked at yet. */
  readonly waiting: readonly string[];
  /** The first of each name. */
  readonly fields: readonly ReadField[];
}

/** What was read off the newest files of a paper; nothing is read by it. */
export function keptReading(
  backend: Backend,
  { kind, current }: Pick<DocumentRow, 'kind' | 'current'>,
): KeptReading {
  if (!isReadableKind(kind) || current.length === 0) return { state: 'none', waiting: [], fields: [] };
  const files = current.map(({ id, sha256 }) => ({ id, sha256, state: stateOf(backend, sha256) }));
  const fields = files.flatMap(({ sha256, state }) =>
    state === 'read'
      ? queries.pagesOfFile(backend.db, sha256).flatMap(({ lines }) => readFields(kind, lines))
      : [],
  );
  const waiting = files.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  const isRead = files.some(({ state }) => state === 'read');
  return {
    state: waiting.length > 0 ? 'waiting' : isRead ? 'read' : 'unreadable',
    waiting,
    fields: fields.filter(({ field }, at) => fields.findIndex((other) => other.field === field) === at),
  };
}

function stateOf(backend: Backend, sha256: string): 'waiting' | 'unreadable' | 'read' {
  const text = isBeingRead(backend, sha256) ? undefined : findText(backend.db, sha256, 'ocr');
  if (text === undefined) return 'waiting';
  return text.fault === null ? 'read' : 'unreadable';
}
