import type { ColumnChoice, ColumnMatch } from '#shared/domain/import-columns.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import type { SourceRow } from '#shared/domain/import-plan.ts';
import type { Backend } from '#backend/backend.ts';
import type { WorkerPool } from './worker-pool.ts';
import { createWorkerPool } from './worker-pool.ts';

/** A row of the sheet: its cells as they stand, and what they say. */
export type ReadRow = SourceRow & { readonly raw: readonly string[] };

export interface ReadSheet {
  /** Of the whole file. */
  readonly sha256: string;
  readonly sheet: string;
  readonly sheets: readonly string[];
  /** Number of the row of headings, as the spreadsheet shows it. */
  readonly headerRowNo: number;
  readonly columns: readonly ColumnMatch[];
  readonly rows: readonly ReadRow[];
}

/** A sheet without its rows, which have come before it. */
type SheetHead = Omit<ReadSheet, 'rows'>;

/** A row as it was, what is wrong with it in words, and which of its cells that is (columns from 0). */
export interface ReturnedRow {
  readonly raw: readonly string[];
  readonly reasons: string;
  readonly faultyColumns: readonly number[];
}

export type ImportTasks = {
  /**
   * Reads a sheet, the first with a row of headings unless one is named; its rows come as progress, some at
   * a time. Throws AppError FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE, WORKBOOK_ENCRYPTED, WORKBOOK_DAMAGED, WORKBOOK_QUOTES, WORKBOOK_EMPTY, WORKBOOK_NO_HEADER,
   * NOT_FOUND (the sheet).
   */
  read: {
    readonly input: {
      readonly path: string;
      readonly sheet: string | null;
      readonly choices: readonly ColumnChoice[];
      /** Fields by `headingKey`, as the last import had them. */
      readonly remembered: readonly (readonly [string, ImportField | null])[];
    };
    readonly output: SheetHead;
  };
  /** Writes rows back as a workbook that can be imported again. Throws AppError NOT_WRITABLE, DISK_FULL. */
  writeReturned: {
    readonly input: {
      readonly path: string;
      readonly sheet: string;
      readonly headings: readonly string[];
      readonly rows: readonly ReturnedRow[];
    };
    readonly output: { readonly sizeBytes: number };
  };
};

const pools = new Map<string, WorkerPool<ImportTasks>>();

/** This process's thread for workbooks. */
export function importJobs({ workerFile }: Pick<Backend, 'workerFile'>): WorkerPool<ImportTasks> {
  const file = workerFile('import-worker');
  const known = pools.get(file.href);
  if (known !== undefined) return known;
  const made = createWorkerPool<ImportTasks>({ file, size: 1, idleMs: 30_000, maxHeapMb: 2048 });
  pools.set(file.href, made);
  return made;
}

/**
 * Reads a sheet whole; its rows come over in parts, between which this thread is free for other calls. Throws as
 * `ImportTasks.read` does.
 */
export async function readSheetInWorker(
  backend: Pick<Backend, 'workerFile'>,
  input: ImportTasks['read']['input'],
  options: { readonly signal: AbortSignal | undefined; readonly timeoutMs: number },
): Promise<ReadSheet> {
  const rows: ReadRow[] = [];
  const head = await importJobs(backend).run('read', input, {
    ...options,
    // What the reader tells is rows.
    onProgress: (part) => rows.push(...(part as readonly ReadRow[])),
  });
  return { ...head, rows };
}
