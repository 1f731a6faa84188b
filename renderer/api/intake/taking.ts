import { useSyncExternalStore } from 'react';
import type { ShownError } from '#renderer/api/app-error.ts';

/** A file that the tray did not take, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly code: ShownError['code'];
  readonly data: ShownError['data'];
}

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
