import { useRef, useState } from 'react';
import type { ImportPlan } from '#shared/contract/imports.ts';
import type { ImportField } from '#shared/domain/import-fields.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';

export interface ImportOutcome {
  readonly changeId: string | null;
  readonly counts: ImportPlan['counts'];
  readonly refusedRows: readonly number[];
}

export type ColumnChoice = { readonly column: number; readonly field: ImportField | null };

type ImportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'review'; readonly plan: ImportPlan }
  | { readonly kind: 'writing'; readonly plan: ImportPlan; readonly rows: number; readonly total: number }
  | ({ readonly kind: 'done'; readonly plan: ImportPlan } & ImportOutcome);

interface Source {
  readonly file: string;
  readonly name: string;
  readonly sheet?: string;
  readonly mapping?: ColumnChoice[];
}

/** One import from the choice of a file to its result. Nothing is written before `write`. */
export function useImport() {
  const { backend } = useApi();
  const { report } = useFailures();
  const [state, setState] = useState<ImportState>({ kind: 'choosing' });
  const source = useRef<Source>(null);
  const running = useRef<AbortController>(null);

  const plan = async (from: Source): Promise<void> => {
    source.current = from;
    running.current?.abort();
    const ending = new AbortController();
    running.current = ending;
    if (from.mapping === undefined && from.sheet === undefined)
      setState({ kind: 'reading', name: from.name });
    try {
      const { file, sheet, mapping } = from;
      const input = {
        file,
        ...(sheet !== undefined && { sheet }),
        ...(mapping !== undefined && { mapping }),
      };
      setState({ kind: 'review', plan: await backend.imports.plan(input, { signal: ending.signal }) });
    } catch (error) {
      if (ending.signal.aborted) return;
      report(error);
      setState({ kind: 'choosing' });
    }
  };

  const run = async (planned: ImportPlan): Promise<void> => {
    const ending = new AbortController();
    running.current = ending;
    setState({ kind: 'writing', plan: planned, rows: 0, total: planned.counts.rows });
    try {
      const steps = await backend.imports.run({ planId: planned.planId }, { signal: ending.signal });
      for await (const step of steps) {
        if (step.kind === 'writing')
          setState({ kind: 'writing', plan: planned, rows: step.rows, total: step.total });
        else setState({ ...step, plan: planned });
      }
    } catch (error) {
      if (!ending.signal.aborted) report(error);
      setState({ kind: 'review', plan: planned });
    }
  };

  return {
    state,
    read: (file: string, name: string) => void plan({ file, name }),
    chooseSheet: (sheet: string) => {
      if (source.current !== null) void plan({ file: source.current.file, name: source.current.name, sheet });
    },
    remap: (mapping: ColumnChoice[]) => {
      if (source.current !== null) void plan({ ...source.current, mapping });
    },
    write: () => {
      if (state.kind === 'review') void run(state.plan);
    },
    cancel: () => running.current?.abort(),
    reset: () => {
      running.current?.abort();
      setState({ kind: 'choosing' });
    },
  };
}
