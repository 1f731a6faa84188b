import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EngineChannel, EngineReply } from './engine-messages.ts';

/** The process that reads pages, as a child of this one: for the command line, tests and benchmarks, which run in plain Node. */
export function forkEngine(file: URL): EngineChannel {
  const child = fork(fileURLToPath(file), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  // It keeps nothing alive by itself: a process that has no page under way may end.
  child.unref();
  child.channel?.unref();
  return {
    post: (request) => void child.send(request),
    onReply: (listener) => void child.on('message', (reply) => listener(reply as EngineReply)),
    onEnd(listener) {
      child.once('exit', (code, signal) => listener(signal ?? `exit code ${code ?? 'unknown'}`));
      child.once('error', (error) => listener(error.message));
    },
    end: () => void child.kill(),
  };
}
