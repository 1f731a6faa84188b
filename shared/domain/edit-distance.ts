/** By how many characters put in, left out or exchanged two texts differ. */
export function editDistance(a: string, b: string): number {
  const right = [...b];
  let row = [0, ...right.map((_, index) => index + 1)];
  for (const [no, character] of [...a].entries()) {
    const next = [no + 1];
    for (const [index, other] of right.entries()) {
      const exchanged = (row[index] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(exchanged, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
