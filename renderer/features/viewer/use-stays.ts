import { useEffect, useState } from 'react';

/** Who only passes by on the way to another paper has nothing read or measured. */
export const dwellMs = 700;

/** False at first for each key, true once it has been the same for `ms`. */
export function useStays(key: string, ms: number): boolean {
  const [stayed, setStayed] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStayed(key), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return stayed === key;
}
