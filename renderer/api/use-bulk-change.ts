import { useState } from 'react';
import type { BulkOutcome } from '#shared/contract/bulk.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { showToast } from '#renderer/components/toast.tsx';
import type { ProgressUnit } from '#renderer/components/use-progress-figures.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useFailures } from './failures.tsx';
import { useTakeBack } from './use-action.ts';
import { useFollowed } from './use-followed.ts';

export interface BulkChange {
  /** While it is written. */
  readonly title: string;
  /** What is changed, in which it counts. */
  readonly unit: ProgressUnit;
  /** When it is; `n` rows were different. */
  readonly done: (n: string) => string;
  readonly start: (signal: AbortSignal) => PromiseLike<AsyncIterable<WorkStep<BulkOutcome>>>;
  /** The first of it is written. */
  readonly onBegun?: () => void;
  /** True: the caller has shown the failure. */
  readonly isKnown?: (error: unknown) => boolean;
}

/** Writes a change of many rows, says how far it is and what came of it, with Undo, or shows the failure. */
export function useBulkChange() {
  const t = useT();
  const format = useFormat();
  const { report } = useFailures();
  const follow = useFollowed();
  const takeBack = useTakeBack();
  const [isBusy, setBusy] = useState(false);
  const say = ({ changeId, written, skipped, same = 0 }: BulkOutcome, done: BulkChange['done']): void => {
    if (changeId === null) {
      showToast({ message: t('bulk.nothingDifferent') });
      return;
    }
    const left = skipped > 0 ? t('bulk.skipped', { n: format.count(skipped) }) : '';
    const unchanged = same > 0 ? t('bulk.same', { n: format.count(same) }) : '';
    showToast({
      message: done(format.count(written)) + unchanged + left,
      undo: { changeId, run: () => takeBack(changeId) },
    });
  };
  const run = async ({
    title,
    unit,
    done,
    start,
    onBegun,
    isKnown,
  }: BulkChange): Promise<BulkOutcome | undefined> => {
    setBusy(true);
    try {
      const outcome = await follow(title, start, { figures: unit, onStep: onBegun });
      if (outcome !== undefined) say(outcome, done);
      return outcome;
    } catch (error) {
      if (isKnown?.(error) !== true) report(error, 'long_work');
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  /** Follows what changes nothing; true when nothing failed. */
  const check = async ({ title, unit, start, isKnown }: Omit<BulkChange, 'done'>): Promise<boolean> => {
    try {
      return (await follow(title, start, { figures: unit })) !== undefined;
    } catch (error) {
      if (isKnown?.(error) !== true) report(error, 'long_work');
      return false;
    }
  };
  return { isBusy, run, check };
}
