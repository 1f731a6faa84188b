import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ExportFormat, WrittenList } from '#shared/contract/exports.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { writeRefusal } from '#backend/files/write-refusal.ts';
import { exportJob } from '#backend/jobs/export-jobs.ts';
import { finished, turnToOthers, working } from '#backend/work.ts';
import type { List } from './list.ts';

/**
 * Writes a list to `target`, whole or not at all: rows are read page by page and other calls have their turn between,
 * a thread makes the file under a temporary name beside it. Throws AppError NOT_WRITABLE, DISK_FULL, CANCELLED.
 */
export async function* writeList(
  backend: Pick<Backend, 'workerFile'>,
  { sheets, pages }: List,
  { target, format }: { readonly target: string; readonly format: ExportFormat },
  signal: AbortSignal | undefined,
  /** A thread for several lists, one after the other, which its owner ends. */
  shared?: ReturnType<typeof exportJob>,
): AsyncGenerator<WorkStep<WrittenList>> {
  const name = path.basename(target);
  const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  const job = shared ?? exportJob(backend);
  let rowCount = 0;
  try {
    await job.run('begin', { temporary, name, format, sheets });
    for (const { sheets: rows, done, total } of pages) {
      await job.run('add', { rows });
      rowCount += done;
      yield working(rowCount, Math.max(total, rowCount));
      await turnToOthers(signal);
    }
    const { sizeBytes } = await job.run('finish', null, { signal });
    await turnToOthers(signal);
    await fs.rename(temporary, target).catch((error: unknown) => {
      throw writeRefusal(error, name);
    });
    yield finished({ name, rowCount, sizeBytes });
  } finally {
    // The thread first: it may still hold the file.
    if (shared === undefined) await job.close();
    await fs.rm(temporary, { force: true }).catch(() => undefined);
  }
}
