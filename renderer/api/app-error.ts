import { ORPCError } from '@orpc/client';
import type { AppErrorCode } from '#shared/contract/errors.ts';
import { appErrors } from '#shared/contract/errors.ts';

/** A failed call as the interface shows it: a code that has words, the data for them, and a technical line. */
export interface ShownError {
  readonly code: AppErrorCode | 'INTERNAL';
  readonly data: Readonly<Record<string, string | number>>;
  readonly detail: string;
}

/** Turns whatever a call threw into something that can be shown; null for a call that the user cancelled. */
export function shownError(error: unknown): ShownError | null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  if (!(error instanceof ORPCError)) return internal(error instanceof Error ? error.message : String(error));
  const { code, data, message } = error as ORPCError<string, unknown>;
  if (code === 'CANCELLED') return null;
  if (!isAppErrorCode(code)) return internal(message);
  return { code, data: plainData(data), detail: message };
}

const internal = (detail: string): ShownError => ({ code: 'INTERNAL', data: {}, detail });

export const isAppErrorCode = (code: string): code is AppErrorCode => code in appErrors;

function plainData(data: unknown): Readonly<Record<string, string | number>> {
  if (typeof data !== 'object' || data === null) return {};
  const entries = Object.entries(data).flatMap(([key, value]): [string, string | number][] => {
    if (typeof value === 'string' || typeof value === 'number') return [[key, value]];
    return Array.isArray(value) ? [[key, value.join('、')]] : [];
  });
  return Object.fromEntries(entries);
}
