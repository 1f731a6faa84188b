import { parentPort } from 'node:worker_threads';
import { isAppError } from '#shared/contract/errors.ts';
import type { Handover, TaskFailure, TaskMap, TaskMessage, TaskRequest } from '#backend/jobs/messages.ts';

/** How a worker does its tasks: one function each. */
export type TaskHandlers<Tasks extends TaskMap> = {
  readonly [Name in keyof Tasks]: (
    input: Tasks[Name]['input'],
    progress: (step: unknown) => void,
  ) => Promise<Handover<Tasks[Name]['output']>>;
};

/** Answers the pool's requests, one at a time. Throws when this is no worker thread. */
export function serveTasks<Tasks extends TaskMap>(handlers: TaskHandlers<Tasks>): void {
  const port = parentPort;
  if (port === null) throw new Error('not a worker thread');
  const say = (message: TaskMessage, transfer: Handover<unknown>['transfer'] = []) =>
    port.postMessage(message, [...transfer]);
  port.on('message', (request: TaskRequest) => {
    void answer(handlers, request, (progress) => say({ kind: 'progress', progress })).then(
      ({ output, transfer }) => say({ kind: 'done', output }, transfer),
      (error: unknown) => say({ kind: 'failed', failure: failureOf(error) }),
    );
  });
}

async function answer<Tasks extends TaskMap>(
  handlers: TaskHandlers<Tasks>,
  { name, input }: TaskRequest,
  progress: (step: unknown) => void,
): Promise<Handover<unknown>> {
  const handler = handlers[name];
  if (handler === undefined) throw new Error(`no task ${name}`);
  return handler(input, progress);
}

function failureOf(error: unknown): TaskFailure {
  if (isAppError(error)) return { kind: 'refused', code: error.code, data: error.data };
  return {
    kind: 'crashed',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
