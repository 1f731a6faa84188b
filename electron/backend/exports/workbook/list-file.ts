import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { writeRefusal } from '#backend/files/write-refusal.ts';
import type { ExportTasks, ListRow } from '#backend/jobs/export-jobs.ts';
import { csvHead, csvRows } from './csv-list.ts';
import { createWorkbook } from './list-workbook.ts';

export interface ListFile {
  add(rows: readonly (readonly ListRow[])[]): Promise<void>;
  /** Puts it on the disk whole. */
  finish(): Promise<{ readonly sizeBytes: number }>;
}

/** Opens a file for a list under its temporary name; see `ExportTasks` for what it and its steps throw. */
export async function openListFile(input: ExportTasks['begin']['input']): Promise<ListFile> {
  const { temporary, name, format } = input;
  const refused = (error: unknown): never => {
    throw writeRefusal(error, name);
  };
  const handle = await open(temporary, 'wx').catch(refused);
  const content = format === 'csv' ? csvContent(handle, input) : workbookContent(handle, input);
  return {
    add: (rows) => content.add(rows).catch(refused),
    async finish() {
      try {
        await content.end();
        await handle.sync();
        return { sizeBytes: (await handle.stat()).size };
      } catch (error) {
        return refused(error);
      } finally {
        await handle.close();
      }
    },
  };
}

interface Content {
  add(rows: readonly (readonly ListRow[])[]): Promise<void>;
  end(): Promise<void>;
}

function csvContent(handle: FileHandle, { sheets }: ExportTasks['begin']['input']): Content {
  const [sheet] = sheets;
  const columns = sheet?.columns ?? [];
  let head = csvHead(columns);
  const write = async (text: string): Promise<void> => {
    await handle.appendFile(head + text);
    head = '';
  };
  return {
    add: ([rows = []]) => write(csvRows(columns, rows)),
    end: () => write(''),
  };
}

function workbookContent(handle: FileHandle, { sheets }: ExportTasks['begin']['input']): Content {
  const workbook = createWorkbook(sheets);
  return {
    add(rows) {
      workbook.add(rows);
      return Promise.resolve();
    },
    end: () => handle.writeFile(workbook.bytes()),
  };
}
