import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { namesTaken, safeFileName } from '#shared/domain/safe-file-name.ts';
import { writeWhole } from './write-whole.ts';

interface ToPrint {
  readonly applicationId: string;
  readonly name: string;
}

/**
 * Prints one after the other, so that the memory of one is enough for any number. Nothing in the folder is written over:
 * a name that is taken gets a number. Why one can't be printed is reported by its id. Throws AppError CANCELLED, NOT_WRITABLE,
 * DISK_FULL; what was written stays.
 */
export async function* printEach(
  folder: string,
  items: readonly ToPrint[],
  render: (applicationId: string) => Promise<Buffer>,
  signal: AbortSignal | undefined,
  report: (where: string, error: unknown) => void,
): AsyncGenerator<WorkStep<{ readonly writtenCount: number; readonly failedNames: string[] }>> {
  const names = namesTaken(await namesIn(folder));
  const failedNames: string[] = [];
  for (const [index, { applicationId, name }] of items.entries()) {
    yield { kind: 'working', done: index, total: items.length };
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
    const pdf = await render(applicationId).catch((error: unknown) => {
      report(`printing ${applicationId}`, error);
      return null;
    });
    if (pdf === null) failedNames.push(name);
    else await writeWhole(path.join(folder, names.take(safeFileName(name), '.pdf')), pdf);
  }
  yield { kind: 'done', result: { writtenCount: items.length - failedNames.length, failedNames } };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    throw new AppError('NOT_WRITABLE', { name: path.basename(folder) }, { cause: error });
  }
}
