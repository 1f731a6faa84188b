import { implement, ORPCError } from '@orpc/server';
import { AppError } from '#shared/contract/errors.ts';
import { contract } from '#shared/contract/contract.ts';
import { guarded, isStream } from '#shared/contract/guarded.ts';
import { databaseError } from './db/open.ts';

interface Ears {
  readonly report: (error: unknown, path: readonly string[]) => void;
  /** A call has come, or was answered. */
  readonly onCall: (path: readonly string[]) => void;
}

/** The contract, ready to be implemented: whatever a handler throws leaves as one of the contract's errors. */
export function createImplementer({ report, onCall }: Ears) {
  return implement(contract).use(async ({ next, path }) => {
    const turned = (error: unknown): unknown => contractError(error, path, report);
    onCall(path);
    try {
      const result = await next();
      return isStream(result.output) ? { ...result, output: guarded(result.output, turned) } : result;
    } catch (error) {
      throw turned(error);
    } finally {
      onCall(path);
    }
  });
}

export type Implementer = ReturnType<typeof createImplementer>;

function contractError(
  error: unknown,
  path: readonly string[],
  report: (error: unknown, path: readonly string[]) => void,
): unknown {
  if (error instanceof ORPCError) return error;
  const known = databaseError(error, '');
  if (known instanceof AppError) {
    return new ORPCError(known.code, {
      defined: true,
      data: known.data,
      message: known.message,
      cause: error,
    });
  }
  report(error, path);
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: error instanceof Error ? error.message : String(error),
  });
}
