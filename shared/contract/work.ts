import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

/** How far a long work is, in the cases that it goes through. */
export type Working = { readonly kind: 'working'; readonly done: number; readonly total: number };

/** One word of a long work: how far it is, and in the end what came of it. */
export type WorkStep<Result> = Working | { readonly kind: 'done'; readonly result: Result };

/** A long work as a stream of its steps. Ending the call early gives the work up. */
export const work = <Result extends z.ZodType>(result: Result) =>
  eventIterator(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('working'), done: z.int(), total: z.int() }),
      z.object({ kind: z.literal('done'), result }),
    ]),
  );

/** Follows a long work to its result; `onStep` hears how far it is. Throws what the work throws. */
export async function resultOf<Result>(
  steps: AsyncIterable<WorkStep<Result>> | PromiseLike<AsyncIterable<WorkStep<Result>>>,
  onStep?: (step: Working) => void,
): Promise<Result> {
  let last: { readonly result: Result } | undefined;
  for await (const step of await steps) {
    if (step.kind === 'done') last = step;
    else onStep?.(step);
  }
  if (last === undefined) throw new Error('the work ended without a result');
  return last.result;
}
