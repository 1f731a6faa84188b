import type { Transferable } from 'node:worker_threads';
import type { AppErrorCode, AppErrorData } from '#shared/contract/errors.ts';

/** The tasks of one kind of worker: name → what it gets and what it gives. */
export type TaskMap = Record<string, { readonly input: unknown; readonly output: unknown }>;

export interface TaskRequest {
  readonly name: string;
  readonly input: unknown;
}

/** A failure that crosses to the other thread as data. */
export type TaskFailure =
  | { readonly kind: 'refused'; readonly code: AppErrorCode; readonly data: AppErrorData<AppErrorCode> }
  | { readonly kind: 'crashed'; readonly message: string };

export type TaskMessage =
  | { readonly kind: 'progress'; readonly progress: unknown }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly failure: TaskFailure };

/** A result whose buffers are handed over instead of copied. */
export interface Handover<T> {
  readonly output: T;
  readonly transfer: readonly Transferable[];
}
