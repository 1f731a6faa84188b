import { expect, test } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import type { Backend } from '#backend/backend.ts';
import { noteCall, quietMoments, unhurried } from '#backend/quiet.ts';

/** Only its identity is looked at. */
const aBackend = (): Backend => ({}) as Backend;

/** The names of what has ended, in the order in which it did. */
async function orderOf(works: Readonly<Record<string, Promise<void>>>): Promise<string[]> {
  const ended: string[] = [];
  await Promise.all(Object.entries(works).map(([name, work]) => work.then(() => ended.push(name))));
  return ended;
}

test('after a call the background waits, but not after one for which nobody waits', async () => {
  const [busy, idle, framed] = [aBackend(), aBackend(), aBackend()];
  noteCall(busy, ['clients', 'list']);
  noteCall(framed, ['today', 'summary']);
  const moments = { busy: quietMoments(busy)(), idle: quietMoments(idle)(), framed: quietMoments(framed)() };
  expect((await orderOf(moments)).at(-1)).toBe('busy');
});

test('who no longer wants the work does not wait', async () => {
  const backend = aBackend();
  noteCall(backend, ['clients', 'list']);
  const ending = new AbortController();
  const given = quietMoments(backend, ending.signal)();
  const waiting = quietMoments(backend)();
  ending.abort();
  expect(await orderOf({ waiting, given })).toEqual(['given', 'waiting']);
});

test('the calls that hurry nobody are procedures of the contract', () => {
  for (const path of unhurried) {
    const [group = '', name = ''] = path.split('.');
    const procedures = contract[group as keyof typeof contract] as
      Readonly<Record<string, unknown>> | undefined;
    expect(procedures?.[name], path).toBeDefined();
  }
});
