/** Work that pauses now and then and says nothing then: whoever drives it may do something else meanwhile. */
export type InSteps<Result> = Generator<void, Result>;

/** So many items at a step. */
const itemsAtOnce = 200;

/** The items one after another, with a pause after every few of them. */
export function* eachInSteps<Item>(items: Iterable<Item>, work: (item: Item) => void): InSteps<void> {
  let count = 0;
  for (const item of items) {
    work(item);
    count += 1;
    if (count % itemsAtOnce === 0) yield;
  }
}

/** What `map` gives, with a pause after every few items. */
export function* mapInSteps<Item, Result>(
  items: Iterable<Item>,
  map: (item: Item) => Result,
): InSteps<Result[]> {
  const results: Result[] = [];
  yield* eachInSteps(items, (item) => results.push(map(item)));
  return results;
}

/** The whole work, without a pause. */
export function inOneGo<Result>(steps: InSteps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
