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

/** So often work begins anew because somebody has written meanwhile; then the others wait. */
const mostBeginnings = 3;

/**
 * The same for work that reads and must see one state of the firm: it begins anew when anything is written meanwhile,
 * and is done in one go where that does not end. What it results in holds until the caller waits for something else.
 */
export async function undisturbed<Result>(
  { changes }: Pick<Backend, 'changes'>,
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
