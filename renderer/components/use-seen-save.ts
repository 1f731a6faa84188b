import { useState } from 'react';

/** Saves rows as they were seen; `write` resolves with false when they are otherwise by then, and the dialog stays open. */
export function useSeenSave(write: () => Promise<boolean>) {
  const [isStale, setStale] = useState(false);
  const save = async (): Promise<boolean> => {
    const isWritten = await write();
    setStale(!isWritten);
    return isWritten;
  };
  return { isStale, save };
}
