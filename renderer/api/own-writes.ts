/** What this window writes into the cells of a list, so that what follows at once neither overtakes nor contradicts it. */
export type OwnWrites = {
  /** A write of one cell: what comes next waits for it. */
  readonly follow: (write: Promise<unknown>) => void;
  /** Runs when everything before has been written; not at all when something of that failed. `work` says whether it wrote. */
  readonly next: (work: () => Promise<boolean>) => Promise<void>;
  /** Notes the fields that were written over a row as it was shown. */
  readonly note: (shown: object, fields: object) => void;
  /** Whether the field was written over that row as it was shown: what is shown is old then, and not by another's doing. */
  readonly has: (shown: object, field: string) => boolean;
};

export function ownWrites(): OwnWrites {
  const running = new Set<Promise<boolean>>();
  // By the row as it was read: the next reading of it is another one.
  const noted = new WeakMap<object, Set<string>>();
  const begin = async (write: Promise<boolean>): Promise<void> => {
    running.add(write);
    await write;
    running.delete(write);
  };
  return {
    follow: (write) =>
      void begin(
        write.then(
          () => true,
          () => false,
        ),
      ),
    next: (work) => {
      const before = [...running];
      const run = async (): Promise<boolean> => {
        const went = await Promise.all(before);
        return went.every(Boolean) && (await work());
      };
      return begin(run().catch(() => false));
    },
    note: (shown, fields) => {
      const all = noted.get(shown) ?? new Set<string>();
      for (const field of Object.keys(fields)) all.add(field);
      noted.set(shown, all);
    },
    has: (shown, field) => noted.get(shown)?.has(field) === true,
  };
}
