import { setTimeout as pause } from 'node:timers/promises';
import type { ImportTasks } from '#backend/jobs/import-jobs.ts';
import { serveTasks } from './serve-tasks.ts';

/** Rows that go over at a time: some milliseconds for whoever takes them in. */
const rowsAtOnce = 1000;
const pauseMs = 5;

serveTasks<ImportTasks>({
  async read(input, tell) {
    const { readSheet } = await import('#backend/imports/workbook/read-sheet.ts');
    const { rows, ...head } = await readSheet(input);
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      tell(rows.slice(start, start + rowsAtOnce));
      // Messages that wait together are taken in together.
      await pause(pauseMs);
    }
    return { output: head, transfer: [] };
  },
  async writeReturned(input) {
    const { writeReturnedRows } = await import('#backend/imports/workbook/write-returned.ts');
    return { output: await writeReturnedRows(input), transfer: [] };
  },
});
