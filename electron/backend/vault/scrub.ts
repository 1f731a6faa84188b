import { isAppError } from '#shared/contract/errors.ts';
import type { StoredFile } from './layout.ts';

/** `missing`: not there; `altered`: other bytes than were stored. */
export type FileFault = 'missing' | 'altered' | 'unreadable';

/** `orphaned`: no paper knows the file. */
type VaultProblemCode = FileFault | 'orphaned';

export interface ScrubStep {
  readonly done: number;
  readonly total: number;
  readonly file: StoredFile;
  readonly problem?: { readonly code: VaultProblemCode; readonly sha256: string } | undefined;
}

/**
 * Holds the files against what is known of them: yields a step for each known file, and one for each orphan.
 * `hashOf` reads a file whole. Throws AppError CANCELLED when reading was cancelled.
 */
export async function* scrub(
  known: Iterable<StoredFile>,
  kept: () => Iterable<StoredFile>,
  hashOf: (sha256: string) => Promise<StoredFile>,
): AsyncGenerator<ScrubStep> {
  const expected = new Map([...known].map((file) => [file.sha256, file.sizeBytes]));
  const present = new Map([...kept()].map((file) => [file.sha256, file.sizeBytes]));
  const total = expected.size;
  let done = 0;
  for (const [sha256, sizeBytes] of expected) {
    const code = await faultOf(sha256, sizeBytes, present.get(sha256), hashOf);
    done += 1;
    const step = { done, total, file: { sha256, sizeBytes } };
    yield code === undefined ? step : { ...step, problem: { code, sha256 } };
  }
  for (const [sha256, sizeBytes] of present) {
    const file = { sha256, sizeBytes };
    if (!expected.has(sha256)) yield { done, total, file, problem: { code: 'orphaned', sha256 } };
  }
}

/** What is wrong with a file, by its size and then by its bytes. Throws AppError CANCELLED. */
export async function faultOf(
  sha256: string,
  expectedBytes: number,
  foundBytes: number | undefined,
  hashOf: (sha256: string) => Promise<StoredFile>,
): Promise<FileFault | undefined> {
  if (foundBytes === undefined) return 'missing';
  if (foundBytes !== expectedBytes) return 'altered';
  try {
    return (await hashOf(sha256)).sha256 === sha256 ? undefined : 'altered';
  } catch (error) {
    if (isAppError(error) && error.code === 'CANCELLED') throw error;
    return 'unreadable';
  }
}
