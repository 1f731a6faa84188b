/**
 * The process that reads pages, by itself because of its memory and because a page may take it down: a child of Node, or
 * a utility process of the program that was handed a port to the backend.
 */
import os from 'node:os';
import type { EngineReply, EngineRequest } from '#backend/reading/engine-messages.ts';
import { readPage } from '#backend/reading/engine/read-page.ts';
import { createRecogniser } from '#backend/reading/engine/recogniser.ts';

// Reading can wait; whoever works at the machine can't.
os.setPriority(os.constants.priority.PRIORITY_LOW);

const threads = Math.max(1, Math.floor(os.availableParallelism() / 2));
const recogniser = createRecogniser(threads);
// Told with the first page: without models there is nothing else to do.
recogniser.catch(() => undefined);

async function answer({ page }: EngineRequest): Promise<EngineReply> {
  try {
    return { kind: 'read', page: await readPage(page, await recogniser) };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: 'failed', message };
  }
}

// Only Electron's utility processes have it.
const parentPort = (process as { readonly parentPort?: typeof process.parentPort }).parentPort;

if (parentPort === undefined) {
  process.on('message', (request: EngineRequest) => {
    void answer(request).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => process.exit(0));
} else {
  parentPort.once('message', ({ ports: [port] }) => {
    if (port === undefined) throw new Error('no port to the backend');
    port.on(
      'message',
      ({ data }) => void answer(data as EngineRequest).then((reply) => port.postMessage(reply)),
    );
    port.on('close', () => process.exit(0));
    port.start();
  });
}
