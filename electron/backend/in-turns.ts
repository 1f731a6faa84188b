import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { InSteps } from '#shared/domain/in-steps.ts';
import { inOneGo } from '#shared/domain/in-steps.ts';
import type { Backend } from './backend.ts';
import { turnToOthers } from './work.ts';

/** So long work goes on before other calls get their turn: none of them waits to be felt. */
const turnMs = 15;

/** Drives work in steps, giving other calls their turns. Throws AppError CANCELLED, and what the work throws. */
export async function inTurns<Result>(
  steps: InSteps<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  for (let sinceMs = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - sinceMs < turnMs) continue;
    await turnToOthers(signal);
    sinceMs = performance.now();
  }
}

/** So often work begins anew because somebody has written meanwhile; then the others wait for it. */
const mostBeginnings = 3;
const askAgainMs = 20;

/**
 * The same for work that reads and must see one state of the firm: it begins anew when anything is written meanwhile,
 * and where that happens again and again it is done in one go. What it results in holds until the caller waits for
 * something else. What a key has meant is decided before, since another may be the latest by the next beginning.
 */
export async function undisturbed<Result>(
  { changes }: { readonly changes: Pick<Backend['changes'], 'onCommit'> },
  work: () => InSteps<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  for (let beginning = 1; beginning <= mostBeginnings; beginning += 1) {
    const watch = { isDisturbed: false };
    const endWatching = changes.onCommit(() => (watch.isDisturbed = true));
    try {
      const found = await inTurns(unlessDisturbed(work(), watch), signal);
      if (found !== null) return found.result;
    } finally {
      endWatching();
    }
  }
  return inOneGo(work());
}

/** Waits for the end of a change in parts, half of which is no state to read. Throws AppError CANCELLED. */
export async function afterLongChange(
  { changes }: Pick<Backend, 'changes'>,
  signal: AbortSignal | undefined,
): Promise<void> {
  while (changes.underWay() !== null) {
    await pause(askAgainMs);
    if (signal?.aborted === true) throw new AppError('CANCELLED', {});
  }
}

/** Ends early, with null, once it has been disturbed. */
function* unlessDisturbed<Result>(
  steps: InSteps<Result>,
  watch: { readonly isDisturbed: boolean },
): InSteps<{ readonly result: Result } | null> {
  while (!watch.isDisturbed) {
    const step = steps.next();
    if (step.done === true) return { result: step.value };
    yield;
  }
  return null;
}
