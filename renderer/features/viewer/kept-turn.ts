import type { Turn } from '#renderer/components/scan/stage-layout.ts';
import { turns } from '#renderer/components/scan/stage-layout.ts';

const keyOf = (sha256: string): string => `certfolio.turn ${sha256}`;

/** How a file was turned last on this computer; the file itself stays as it came. */
export function keptTurn(sha256: string): Turn {
  const kept = localStorage.getItem(keyOf(sha256));
  return turns.find((turn) => String(turn) === kept) ?? 0;
}

export function keepTurn(sha256: string, turn: Turn): void {
  if (turn === 0) localStorage.removeItem(keyOf(sha256));
  else localStorage.setItem(keyOf(sha256), String(turn));
}
