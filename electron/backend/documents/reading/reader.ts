import type { Backend } from '#backend/backend.ts';
import { createPageReader } from '#backend/reading/engine.ts';
import type { PageReader } from '#backend/reading/engine.ts';

/** A process with its models takes half a gigabyte: it is not kept for long when nothing is to be read. */
const idleMs = 30_000;
/** So many pages leave some hundred megabytes behind. */
const pagesEach = 100;
/** Longer than the largest page on a slow machine. */
const timeoutMs = 120_000;

const readers = new WeakMap<Backend, PageReader>();

/** The process that reads this firm's pages; it starts with the first page. */
export function readerOf(backend: Backend): PageReader {
  const known = readers.get(backend);
  if (known !== undefined) return known;
  const made = createPageReader({ start: backend.startEngine, idleMs, timeoutMs, pagesEach });
  readers.set(backend, made);
  return made;
}

/** Ends the process, and what it reads is cancelled. */
export const closeReader = (backend: Backend): void => readers.get(backend)?.close();
