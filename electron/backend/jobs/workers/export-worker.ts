import type { ExportTasks } from '#backend/jobs/export-jobs.ts';
import type { ListFile } from '#backend/exports/workbook/list-file.ts';
import { serveTasks } from './serve-tasks.ts';

/** The one file of this thread. */
let file: ListFile | undefined;

function begun(): ListFile {
  if (file === undefined) throw new Error('no file was begun');
  return file;
}

serveTasks<ExportTasks>({
  async begin(input) {
    const { openListFile } = await import('#backend/exports/workbook/list-file.ts');
    file = await openListFile(input);
    return { output: null, transfer: [] };
  },
  async add({ rows }) {
    await begun().add(rows);
    return { output: null, transfer: [] };
  },
  async finish() {
    return { output: await begun().finish(), transfer: [] };
  },
});
