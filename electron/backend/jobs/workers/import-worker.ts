import type { ImportTasks } from '#backend/jobs/import-jobs.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks<ImportTasks>({
  async read(input) {
    const { readSheet } = await import('#backend/imports/workbook/read-sheet.ts');
    return { output: await readSheet(input), transfer: [] };
  },
  async writeReturned(input) {
    const { writeReturnedRows } = await import('#backend/imports/workbook/write-returned.ts');
    return { output: await writeReturnedRows(input), transfer: [] };
  },
});
