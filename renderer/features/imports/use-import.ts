import { planOfParts } from '#shared/contract/imports.ts';
import type { ImportPlan } from '#shared/contract/imports.ts';
import type { RowDecision } from '#shared/domain/import-draft.ts';
import { resultOf } from '#shared/contract/work.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useTakeBack } from '#renderer/api/use-action.ts';
import { paths } from '#renderer/components/paths.ts';
import { hideToast, showRunning, showToast } from '#renderer/components/toast.tsx';
import { useProgressFigures } from '#renderer/components/use-progress-figures.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { importSession, useImportState } from './import-store.ts';
import type { ColumnChoice, Decisions, ImportOutcome, Source } from './import-store.ts';
import { useStoppingJob } from './use-stopping-job.ts';

/** One import from the choice of a file to its result. Nothing is written before `write`. */
export function useImport() {
  const { backend } = useApi();
  const { report } = useFailures();
  const state = useImportState();
  const away = useAway();
  const { set } = importSession;

  const plan = async (from: Source): Promise<void> => {
    const { signal } = importSession.begin(from);
    if (from.mapping === undefined && from.sheet === undefined) set({ kind: 'reading', name: from.name });
    try {
      const { file, sheet, mapping } = from;
      const input = {
        file,
        ...(sheet !== undefined && { sheet }),
        ...(mapping !== undefined && { mapping }),
      };
      const planned = await planOfParts(backend.imports.plan(input, { signal }));
      if (!signal.aborted) set({ kind: 'review', plan: planned, decisions: {} });
    } catch (error) {
      if (signal.aborted) return;
      report(error);
      set({ kind: 'choosing' });
    }
  };

  const decide = async (planned: ImportPlan, decisions: Decisions): Promise<void> => {
    const { signal } = importSession.begin();
    set({ kind: 'review', plan: planned, decisions, isDeciding: true });
    try {
      const { planId } = planned;
      const decided = await planOfParts(
        backend.imports.decide({ planId, decisions: { ...decisions } }, { signal }),
      );
      if (!signal.aborted) set({ kind: 'review', plan: decided, decisions });
    } catch (error) {
      if (signal.aborted) return;
      report(error);
      set({ kind: 'review', plan: planned, decisions });
    }
  };

  /** Follows the taking back of what was written, until whose end nothing can be written again; gives how many clients stay. */
  const stopping = async (planned: ImportPlan): Promise<number> => {
    const tell = (done: number, total: number): void => {
      set({ kind: 'stopping', plan: planned, done, total });
      away.stopping(planned.fileName, done, total);
    };
    tell(0, 0);
    const following = backend.history.untilTakenBack();
    // Where it can't be followed, the backend is lost: it takes the rest back when it starts.
    const end = await resultOf(following, (step) => tell(step.done, step.total)).catch(() => undefined);
    return end?.keptClients ?? 0;
  };

  const run = async (planned: ImportPlan, decisions: Decisions): Promise<void> => {
    const { signal } = importSession.begin();
    let stopped = { done: 0, total: 0 };
    const tell = (done: number, total: number): void => {
      stopped = { done, total };
      set({ kind: 'writing', plan: planned, done, total });
      away.progress(planned.fileName, done, total);
    };
    // How many clients it comes to is not known yet.
    tell(0, 0);
    try {
      const input = { planId: planned.planId, decisions: { ...decisions } };
      const outcome = await resultOf(backend.imports.run(input, { signal }), (step) => {
        if (!signal.aborted) tell(step.done, step.total);
      });
      set({ kind: 'done', plan: planned, ...outcome });
      away.done(planned.fileName, outcome);
    } catch (error) {
      const isCancelled = signal.aborted;
      const kept = isCancelled ? await stopping(planned) : 0;
      set({
        ...{ kind: 'review', plan: planned, decisions },
        ...(isCancelled && { stopped: { ...stopped, kept } }),
      });
      if (isCancelled) away.cancelled(planned.fileName, kept);
      else report(error, 'long_work');
    } finally {
      away.end();
    }
  };

  return {
    state,
    read: (file: string, name: string) => void plan({ file, name }),
    chooseSheet: (sheet: string) => {
      const from = importSession.source();
      if (from !== null) void plan({ file: from.file, name: from.name, sheet });
    },
    remap: (mapping: ColumnChoice[]) => {
      const from = importSession.source();
      if (from !== null) void plan({ ...from, mapping });
    },
    /** Undefined: the program's own proposal counts again. */
    decideRow: (rowNo: number, decision: RowDecision | undefined) => {
      if (state.kind !== 'review') return;
      const others = Object.entries(state.decisions).filter(([no]) => no !== String(rowNo));
      const own = decision === undefined ? [] : [[String(rowNo), decision] as const];
      void decide(state.plan, Object.fromEntries([...others, ...own]));
    },
    write: () => {
      if (state.kind === 'review') void run(state.plan, state.decisions);
    },
    cancel: importSession.cancel,
    reset: () => {
      importSession.cancel();
      set({ kind: 'choosing' });
    },
  };
}

const toastId = 'import-running';
const isHere = (): boolean => window.location.hash.startsWith(paths.imports());

/** What is said of a running import while another page is shown. */
function useAway() {
  const t = useT();
  const stoppingJob = useStoppingJob();
  const figuresOf = useProgressFigures();
  const format = useFormat();
  const takeBack = useTakeBack();
  const end = (): void => hideToast(toastId);
  return {
    end,
    progress(name: string, done: number, total: number): void {
      if (isHere()) {
        end();
        return;
      }
      showRunning(toastId, {
        title: t('imports.writing', { name }),
        figures: total > 0 && figuresOf('clients', done, total),
        share: total === 0 ? null : done / total,
        onCancel: importSession.cancel,
      });
    },
    stopping(name: string, done: number, total: number): void {
      if (isHere()) end();
      else showRunning(toastId, stoppingJob(name, done, total));
    },
    cancelled(name: string, kept: number): void {
      if (isHere()) return;
      const message =
        kept === 0
          ? t('imports.cancelledAway', { name })
          : t('imports.cancelledKept', { n: format.count(kept) });
      showToast({ message });
    },
    done(name: string, { changeId }: ImportOutcome): void {
      if (isHere() || changeId === null) return;
      showToast({
        message: t('imports.doneAway', { name }),
        undo: { changeId, run: () => takeBack(changeId) },
      });
    },
  };
}
