import { Worker } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';
import { AppError } from '#shared/contract/errors.ts';
import { GrowthWatch } from './growth-watch.ts';
import type { TaskFailure, TaskMap, TaskMessage, TaskRequest } from './messages.ts';

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: unknown) => void;
  /** Buffers of the input that are handed over instead of copied. */
  readonly transfer?: readonly Transferable[];
  /** The worker is ended when the task takes longer. */
  readonly timeoutMs?: number;
}

export interface WorkerPool<Tasks extends TaskMap> {
  /** Runs a task as soon as a worker is free. Throws what the task throws, AppError CANCELLED, or WorkerLost. */
  run<Name extends keyof Tasks & string>(
    name: Name,
    input: Tasks[Name]['input'],
    options?: RunOptions,
  ): Promise<Tasks[Name]['output']>;
  /** Ends all workers; what still runs is cancelled. */
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly file: URL;
  readonly size: number;
  /** A worker without work ends after this time; until then it does not keep the process alive. */
  readonly idleMs: number;
  readonly maxHeapMb: number;
  /**
   * So much the memory of the process may grow while tasks run: what a file unfolds into lies outside the heap, and a few
   * kilobytes may become many gigabytes. The task that has run longest is ended then. Without it there is no limit.
   */
  readonly maxGrowthMb?: number;
}

/** The worker ended in the middle of a task: out of memory, out of time, or a fault of its own. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

/** A few threads that share a queue. They start when there is work and end when there has been none for a while. */
export function createWorkerPool<Tasks extends TaskMap>(options: PoolOptions): WorkerPool<Tasks> {
  const threads = new Threads(options);
  return {
    run<Name extends keyof Tasks & string>(name: Name, input: Tasks[Name]['input'], run: RunOptions = {}) {
      return new Promise<Tasks[Name]['output']>((resolve, reject) => {
        const onAbort = () => {
          threads.cancel(job);
        };
        const job: Job = {
          request: { name, input },
          options: run,
          settle(failure, output) {
            run.signal?.removeEventListener('abort', onAbort);
            if (failure === null) resolve(output);
            else reject(failure);
          },
        };
        if (run.signal?.aborted === true) {
          onAbort();
          return;
        }
        run.signal?.addEventListener('abort', onAbort, { once: true });
        threads.add(job);
      });
    },
    close: () => threads.close(),
  };
}

interface Job {
  readonly request: TaskRequest;
  readonly options: RunOptions;
  readonly settle: (failure: Error | null, output?: unknown) => void;
}

interface Slot {
  readonly worker: Worker;
  /** Tasks are numbered in the order in which they begin. */
  no: number;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

class Threads {
  readonly #options: PoolOptions;
  readonly #growth: GrowthWatch;
  readonly #queue: Job[] = [];
  readonly #slots = new Set<Slot>();
  #begun = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#growth = new GrowthWatch(options.maxGrowthMb, () => {
      // In the order in which their tasks began.
      const [oldest] = [...this.#slots].filter(({ job }) => job !== null).toSorted((a, b) => a.no - b.no);
      if (oldest !== undefined)
        this.#end(oldest, new WorkerLost(`it took more than ${options.maxGrowthMb ?? 0} MB`));
    });
  }

  add(job: Job): void {
    this.#queue.push(job);
    this.#dispatch();
  }

  cancel(job: Job): void {
    const waiting = this.#queue.indexOf(job);
    if (waiting >= 0) this.#queue.splice(waiting, 1);
    const slot = [...this.#slots].find((candidate) => candidate.job === job);
    job.settle(new AppError('CANCELLED', {}));
    // A decoder deep in native code hears no message: the thread itself has to end.
    if (slot !== undefined) this.#end(slot, null);
  }

  async close(): Promise<void> {
    for (const job of this.#queue.splice(0)) job.settle(new AppError('CANCELLED', {}));
    const ended = [...this.#slots].map((slot) => slot.worker.terminate());
    for (const slot of this.#slots) this.#end(slot, new AppError('CANCELLED', {}));
    await Promise.all(ended);
  }

  #dispatch(): void {
    const job = this.#queue[0];
    if (job === undefined) return;
    const free = [...this.#slots].find((slot) => slot.job === null);
    const slot = free ?? (this.#slots.size < this.#options.size ? this.#start() : undefined);
    if (slot === undefined) return;
    this.#queue.shift();
    this.#begin(slot, job);
    this.#dispatch();
  }

  #start(): Slot {
    const { file, maxHeapMb } = this.#options;
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } });
    const slot: Slot = { worker, no: 0, job: null, timer: undefined };
    this.#slots.add(slot);
    worker.on('message', (message: TaskMessage) => this.#hear(slot, message));
    worker.on('error', (error) => this.#end(slot, new WorkerLost(String(error), { cause: error })));
    worker.on('exit', () => this.#end(slot, null));
    return slot;
  }

  #begin(slot: Slot, job: Job): void {
    clearTimeout(slot.timer);
    slot.job = job;
    slot.no = this.#begun += 1;
    this.#growth.watch();
    slot.worker.ref();
    const { timeoutMs, transfer = [] } = job.options;
    if (timeoutMs !== undefined) {
      const late = () => this.#end(slot, new WorkerLost(`no result within ${timeoutMs / 1000} s`));
      slot.timer = setTimeout(late, timeoutMs);
    }
    try {
      slot.worker.postMessage(job.request, [...transfer]);
    } catch (error) {
      this.#end(slot, error instanceof Error ? error : new WorkerLost(String(error)));
    }
  }

  #hear(slot: Slot, message: TaskMessage): void {
    const { job } = slot;
    if (job === null) return;
    switch (message.kind) {
      case 'progress':
        job.options.onProgress?.(message.progress);
        return;
      case 'done':
        job.settle(null, message.output);
        break;
      case 'failed':
        job.settle(errorOf(message.failure));
    }
    this.#rest(slot);
  }

  #rest(slot: Slot): void {
    clearTimeout(slot.timer);
    slot.job = null;
    slot.worker.unref();
    slot.timer = setTimeout(() => this.#end(slot, null), this.#options.idleMs).unref();
    this.#dispatch();
    this.#restWatch();
  }

  /** Ends a thread, also one that has ended by itself; `reason` is what its task fails with. */
  #end(slot: Slot, reason: Error | null): void {
    if (!this.#slots.delete(slot)) return;
    clearTimeout(slot.timer);
    slot.job?.settle(reason ?? new WorkerLost('the worker ended'));
    slot.job = null;
    void slot.worker.terminate();
    this.#dispatch();
    this.#restWatch();
  }

  #restWatch(): void {
    if ([...this.#slots].every(({ job }) => job === null)) this.#growth.rest();
  }
}

function errorOf(failure: TaskFailure): Error {
  return failure.kind === 'refused' ? new AppError(failure.code, failure.data) : new Error(failure.message);
}
