import { ORPCError } from '@orpc/client';

/** What a call failed with, as data. Throws when it did not fail, or not with an error of the contract. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ readonly code: string; readonly data: unknown }> {
  const outcome = await call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
  if (outcome instanceof ORPCError && outcome.defined) {
    const { code, data } = outcome as ORPCError<string, unknown>;
    return { code, data };
  }
  throw new Error(`expected an error of the contract: ${String(outcome)}`);
}
