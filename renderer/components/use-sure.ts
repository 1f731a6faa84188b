import { useState } from 'react';

/** The tick that confirms doubts; it holds for the doubts that it was set at, and for no others. */
export function useSure(doubts: unknown) {
  const of = JSON.stringify(doubts);
  const [sureOf, setSureOf] = useState<string | null>(null);
  return { isSure: sureOf === of, setSure: (isSure: boolean) => setSureOf(isSure ? of : null) };
}
