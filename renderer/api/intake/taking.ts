import { useSyncExternalStore } from 'react';
import type { RefusedFile } from '#renderer/api/use-store-paper.ts';

/** How far one drop is on its way into the tray. */
export type TakingStep =
  | { readonly kind: 'looking'; readonly name: string; readonly fileCount: number }
  | { readonly kind: 'taking'; readonly name: string; readonly fileNo: number; readonly fileCount: number }
  | { readonly kind: 'keeping'; readonly done: number; readonly total: number };

export interface Drop {
  readonly no: number;
  readonly step: TakingStep;
  readonly cancel: () => void;
}

/** What is on its way into the tray in this window. */
export interface Taking {
  /** One beside the other, each with its own progress. */
  readonly drops: readonly Drop[];
  /** Until somebody has read it. */
  readonly refused: readonly RefusedFile[];
}

let taking: Taking = { drops: [], refused: [] };
let lastNo = 0;
const listeners = new Set<() => void>();

function set(next: Taking): void {
  taking = next;
  listeners.forEach((listener) => listener());
}

/** A drop begins; what it tells stands beside that of others. */
export function beginDrop(cancel: () => void) {
  lastNo += 1;
  const no = lastNo;
  // What was refused before is read by now, unless it is of a drop that goes on.
  if (taking.drops.length === 0) set({ ...taking, refused: [] });
  const others = (): readonly Drop[] => taking.drops.filter((drop) => drop.no !== no);
  return {
    tell: (step: TakingStep): void =>
      set({ ...taking, drops: [...others(), { no, step, cancel }].toSorted((a, b) => a.no - b.no) }),
    /** It is over; what was refused joins what was not read yet. */
    end: (refused: readonly RefusedFile[]): void =>
      set({ drops: others(), refused: [...taking.refused, ...refused] }),
  };
}

export const forgetRefused = (): void => set({ ...taking, refused: [] });

/** The page may be left while files come in: what became of them is told on the tray's page. */
export const useTaking = (): Taking =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => taking,
  );
