import { ORPCError } from '@orpc/server';
import { isAppError } from '#shared/contract/errors.ts';
import { databaseError } from '#backend/db/open.ts';

/** A failure as it is printed: the contract's code and data, or INTERNAL for anything that is no case of its own. */
export function failureOf(error: unknown): { code: string; data: unknown; message: string } {
  const known = databaseError(error, '');
  if (isAppError(known)) return { code: known.code, data: known.data, message: known.message };
  if (error instanceof ORPCError)
    return { code: String(error.code), data: dataOf(error), message: error.message };
  return { code: 'INTERNAL', data: {}, message: error instanceof Error ? error.message : String(error) };
}

const dataOf = (error: { readonly data: unknown }): unknown => error.data ?? {};
