import type { ExportFormat } from '#shared/contract/exports.ts';
import type { Backend } from '#backend/backend.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { WorkerPool } from './worker-pool.ts';

/** How the cells of a column are written: dates come as YYYY-MM-DD, money in fen. */
export type CellKind = 'text' | 'date' | 'money' | 'count';

/** Null for nothing. A text in a column of another kind, such as 长期 among dates, stays a text. */
export type ListCell = string | number | null;
export type ListRow = readonly ListCell[];

export interface ListSheet {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly kind: CellKind }[];
}

/**
 * One file, written step by step: `begin`, any number of `add`, `finish`. Each throws AppError NOT_WRITABLE, DISK_FULL.
 * The file is made under its temporary name; a .csv file holds the first sheet alone.
 */
export type ExportTasks = {
  begin: {
    readonly input: {
      readonly temporary: string;
      /** As the user knows the file. */
      readonly name: string;
      readonly format: ExportFormat;
      readonly sheets: readonly ListSheet[];
    };
    readonly output: null;
  };
  /** More rows for each sheet, in the order of the sheets. */
  add: { readonly input: { readonly rows: readonly (readonly ListRow[])[] }; readonly output: null };
  finish: { readonly input: null; readonly output: { readonly sizeBytes: number } };
};

/** A thread for one file: it holds the rows, and ends with the pool. */
export const exportJob = ({ workerFile }: Pick<Backend, 'workerFile'>): WorkerPool<ExportTasks> =>
  createWorkerPool<ExportTasks>({
    file: workerFile('export-worker'),
    size: 1,
    idleMs: 600_000,
    maxHeapMb: 4096,
  });
