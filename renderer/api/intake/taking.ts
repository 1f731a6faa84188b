import { useSyncExternalStore } from 'react';
import type { RefusedFile } from '#renderer/api/use-store-paper.ts';

/** What is on its way into the tray in this window. */
export interface Taking {
  /** The file that is being taken; null when none is. */
  readonly now: {
    readonly name: string;
    readonly fileNo: number;
    readonly fileCount: number;
    readonly cancel: () => void;
  } | null;
  /** Of the last time, until somebody has read it. */
  readonly refused: readonly RefusedFile[];
}

let taking: Taking = { now: null, refused: [] };
const listeners = new Set<() => void>();

export function setTaking(next: Partial<Taking>): void {
  taking = { ...taking, ...next };
  listeners.forEach((listener) => listener());
}

/** The page may be left while files come in: what became of them is told on the tray's page. */
export const useTaking = (): Taking =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => taking,
  );
