/** What became of one item: its value, or the error that it ended with. */
export type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

/**
 * Works on the next few items while the first is waited for; the outcomes come in the order of the items. When the caller
 * walks away, what is under way is waited for, and `drop` gets what came of it.
 */
export async function* readAhead<Item, Value>(
  items: readonly Item[],
  {
    width,
    read,
    drop,
  }: {
    /** So many at a time. */
    readonly width: number;
    readonly read: (item: Item) => Promise<Value>;
    readonly drop: (value: Value) => void;
  },
): AsyncGenerator<Outcome<Value>> {
  const running: Promise<Outcome<Value>>[] = [];
  const begin = (item: Item): void => {
    running.push(
      read(item).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      ),
    );
  };
  try {
    items.slice(0, width).forEach(begin);
    for (let next = width; running.length > 0; next += 1) {
      const outcome = await running[0];
      void running.shift();
      if (outcome === undefined) return;
      const item = items[next];
      if (item !== undefined) begin(item);
      yield outcome;
    }
  } finally {
    for (const outcome of await Promise.all(running)) if ('value' in outcome) drop(outcome.value);
  }
}
