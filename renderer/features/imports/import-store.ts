import { useSyncExternalStore } from 'react';
import type { ImportPlan } from '#shared/contract/imports.ts';
import type { RowDecision } from '#shared/domain/import-draft.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import type { LeftOutCode } from '#shared/domain/import-left-out.ts';

export interface ImportOutcome {
  readonly changeId: string | null;
  readonly counts: ImportPlan['counts'];
  readonly refusedRows: readonly number[];
  /** Cells that stayed out of rows that were written for the rest. */
  readonly leftOut: readonly {
    readonly rowNo: number;
    readonly field: ImportField;
    readonly code: LeftOutCode;
  }[];
}

export type ColumnChoice = { readonly column: number; readonly field: ImportField | null };

/** The user's word on single rows, by the row's number. */
export type Decisions = Readonly<Record<string, RowDecision>>;

/** In clients. */
export interface Stopped {
  readonly done: number;
  readonly total: number;
  /** Those that others have gone on with meanwhile stay. */
  readonly kept: number;
}

export type ImportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading'; readonly name: string }
  | {
      readonly kind: 'review';
      readonly plan: ImportPlan;
      readonly decisions: Decisions;
      /** What was decided last is being worked out. */
      readonly isDeciding?: boolean;
      /** It was being written and was cancelled: how far it was by then. */
      readonly stopped?: Stopped;
    }
  /** It was given up; what was written is being taken back, counted in rows of the database. */
  | { readonly kind: 'stopping'; readonly plan: ImportPlan; readonly done: number; readonly total: number }
  | { readonly kind: 'writing'; readonly plan: ImportPlan; readonly done: number; readonly total: number }
  | ({ readonly kind: 'done'; readonly plan: ImportPlan } & ImportOutcome);

export interface Source {
  readonly file: string;
  readonly name: string;
  readonly sheet?: string;
  readonly mapping?: ColumnChoice[];
}

/** The one import of this window: it goes on, and stays as it is, while other pages are shown. */
let state: ImportState = { kind: 'choosing' };
let source: Source | null = null;
let running: AbortController | null = null;
const listeners = new Set<() => void>();

export const importSession = {
  get: (): ImportState => state,
  set: (next: ImportState): void => {
    state = next;
    for (const listener of listeners) listener();
  },
  source: (): Source | null => source,
  /** Gives up what runs, and begins anew. */
  begin: (from: Source | null = source): AbortController => {
    running?.abort();
    source = from;
    running = new AbortController();
    return running;
  },
  cancel: (): void => running?.abort(),
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useImportState = (): ImportState => useSyncExternalStore(subscribe, importSession.get);
