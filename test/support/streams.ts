/** Everything that a stream yields. */
export async function allOf<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const yielded: T[] = [];
  for await (const value of stream) yielded.push(value);
  return yielded;
}
