import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isHidden } from '#shared/domain/passing-file.ts';
import { turnToOthers } from '#backend/work.ts';

/** A file on its way into the tray. */
export interface Coming {
  readonly file: string;
  /** The folder that it was found in, of a folder that was taken; else ''. */
  readonly folderName: string;
}

export type Walked =
  | ({ readonly kind: 'file' } & Coming)
  /** A folder is being looked into. */
  | { readonly kind: 'folder'; readonly name: string }
  /** A folder that can't be read; what lies beside it can. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly detail: string };

/** Folders deeper than this are another matter than a client's papers. */
const deepest = 8;

/** A file itself, or all files of a folder and those below, each folder's own files first. Throws AppError CANCELLED. */
export async function* filesBelow(source: string, signal: AbortSignal | undefined): AsyncGenerator<Walked> {
  const found = await stat(source).catch(() => null);
  if (found?.isDirectory() === true) yield* walked(source, 1, signal);
  else yield { kind: 'file', file: source, folderName: '' };
}

async function* walked(
  folder: string,
  depth: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Walked> {
  await turnToOthers(signal);
  const name = path.basename(folder);
  yield { kind: 'folder', name };
  const entries = await readdir(folder, { withFileTypes: true }).catch(wordOf);
  if (typeof entries === 'string') {
    yield { kind: 'unreadable', name, detail: entries };
    return;
  }
  const shown = entries
    .filter((entry) => !isHidden(entry.name))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  for (const entry of shown.filter((each) => each.isFile()))
    yield { kind: 'file', file: path.join(folder, entry.name), folderName: name };
  if (depth >= deepest) return;
  for (const entry of shown.filter((each) => each.isDirectory()))
    yield* walked(path.join(folder, entry.name), depth + 1, signal);
}

const wordOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'folder';
