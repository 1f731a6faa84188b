import { resultOf } from '#shared/contract/work.ts';
import type { WorkStep } from '#shared/contract/work.ts';

/** Follows a long work to its result; a person at a terminal sees on standard error how far it is. */
export async function followed<Result>(
  what: string,
  steps: PromiseLike<AsyncIterable<WorkStep<Result>>>,
  terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
): Promise<Result> {
  try {
    return await resultOf(steps, ({ done, total }) => {
      if (terminal.isTTY) terminal.write(`${clearedLine}${what} ${done} / ${total}`);
    });
  } finally {
    if (terminal.isTTY) terminal.write(clearedLine);
  }
}

/** Back to the start of the line, and nothing on it. */
const clearedLine = '\r\u001b[K';
