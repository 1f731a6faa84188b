import { isAppError } from '#shared/contract/errors.ts';

/** Works on files that are under way, by the files' hashes. */
export interface SharedWork<Owner extends object> {
  isUnderWay(owner: Owner, sha256: string): boolean;
  /** Begins the work, or waits for the one that is under way. Throws what the work throws. */
  run(owner: Owner, sha256: string, work: () => Promise<void>, signal?: AbortSignal): Promise<void>;
}

/** Who comes while a file is worked on waits for the same work; one that who began it has given up is begun again. */
export function createSharedWork<Owner extends object>(): SharedWork<Owner> {
  const all = new WeakMap<Owner, Map<string, Promise<void>>>();
  const worksOf = (owner: Owner): Map<string, Promise<void>> => {
    const known = all.get(owner) ?? new Map<string, Promise<void>>();
    all.set(owner, known);
    return known;
  };
  return {
    isUnderWay: (owner, sha256) => worksOf(owner).has(sha256),
    async run(owner, sha256, work, signal) {
      const works = worksOf(owner);
      for (let known = works.get(sha256); known !== undefined; known = works.get(sha256)) {
        const isGivenUp = await known.then(() => false, isCancelled);
        if (!isGivenUp || signal?.aborted === true) return known;
      }
      const mine = work().finally(() => works.delete(sha256));
      works.set(sha256, mine);
      await mine;
    },
  };
}

const isCancelled = (error: unknown): boolean => isAppError(error) && error.code === 'CANCELLED';
