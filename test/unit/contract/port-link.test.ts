import { createORPCClient, isDefinedError, safe } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { PortLink } from '#shared/contract/port-link.ts';
import { system } from '#shared/contract/settings.ts';

const os = implement({ system });
const info = {
  schemaVersion: 1,
  seatLetter: 'A',
  today: '2026-09-22',
  nowMs: 1,
  dataFolder: '',
  integrity: [],
};

/** The other end of a port: answers, and tells one change; its calls of `verify` never end. */
function serve(version: string): MessagePort {
  const handler = new RPCHandler(
    os.router({
      system: {
        info: os.system.info.handler(() => ({ ...info, version })),
        changes: os.system.changes.handler(async function* () {
          yield { tables: ['clients'], changeId: null };
          await new Promise(() => undefined);
        }),
        verify: os.system.verify.handler(async function* () {
          await new Promise(() => undefined);
          yield { kind: 'checking' as const, what: 'database' as const, done: 0, total: 1 };
        }),
      },
    }),
  );
  const { port1, port2 } = new MessageChannel();
  handler.upgrade(port1);
  onTestFinished(() => port1.close());
  return port2;
}

function setUp() {
  const link = new PortLink();
  const client: ContractRouterClient<{ system: typeof system }> = createORPCClient(link);
  return { link, client };
}

test('without a port a call fails as data', async () => {
  const { client } = setUp();
  const { error } = await safe(client.system.info());
  expect(isDefinedError(error) && error.code).toBe('BACKEND_UNAVAILABLE');
});

test('a call goes over the port, and over the next one after it was replaced', async () => {
  const { link, client } = setUp();
  link.use(serve('first'));
  expect((await client.system.info()).version).toBe('first');
  link.use(serve('second'));
  expect((await client.system.info()).version).toBe('second');
});

test('what is under way when the port closes fails as data, and so does what comes after', async () => {
  const { link, client } = setUp();
  const port = serve('first');
  link.use(port);
  const waiting = safe(client.system.verify().then((steps) => steps.next()));
  const stream = await client.system.changes();
  expect((await stream.next()).value).toEqual({ tables: ['clients'], changeId: null });
  const next = safe(stream.next());
  await new Promise((resolve) => setTimeout(resolve, 50));
  port.close();
  for (const { error } of [await waiting, await next, await safe(client.system.info())]) {
    expect(isDefinedError(error) && error.code).toBe('BACKEND_UNAVAILABLE');
  }
});

test('the end of an old port does not end the new one', async () => {
  const { link, client } = setUp();
  const old = serve('first');
  link.use(old);
  link.use(serve('second'));
  old.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await client.system.info()).version).toBe('second');
});
