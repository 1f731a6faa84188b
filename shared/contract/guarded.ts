export const isStream = (output: unknown): output is AsyncGenerator =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output;

/** A stream that fails with what `turned` makes of its error: that comes long after the call has been answered. */
export async function* guarded(stream: AsyncGenerator, turned: (error: unknown) => unknown): AsyncGenerator {
  try {
    yield* stream;
  } catch (error) {
    throw turned(error);
  }
}
