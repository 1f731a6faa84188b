import { useState } from 'react';

/** What came of writing rows as they were seen: `stale` when they are otherwise by then, `failed` when that is told elsewhere. */
export type SeenWritten = 'written' | 'stale' | 'failed';

/** Saves rows as they were seen; unless they are written, the dialog stays open. */
export function useSeenSave(write: () => Promise<SeenWritten>) {
  const [isStale, setStale] = useState(false);
  const save = async (): Promise<boolean> => {
    const written = await write();
    setStale(written === 'stale');
    return written === 'written';
  };
  return { isStale, save };
}
