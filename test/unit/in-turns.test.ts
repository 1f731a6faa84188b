import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { InSteps } from '#shared/domain/in-steps.ts';
import { eachInSteps, inOneGo, mapInSteps } from '#shared/domain/in-steps.ts';
import type { CommitListener } from '#backend/db/change.ts';
import { inTurns, undisturbed } from '#backend/in-turns.ts';

function busy(ms: number): void {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs);
}

/** Changes that somebody may commit. */
function changes() {
  const listeners = new Set<CommitListener>();
  return {
    commit: () => listeners.forEach((listener) => listener([], '', false)),
    watched: () => listeners.size,
    backend: {
      changes: {
        onCommit(listener: CommitListener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
    },
  };
}

test('in steps comes to what the plain loop comes to', () => {
  const items = Array.from({ length: 1001 }, (_, at) => at);
  const squares: number[] = [];
  inOneGo(eachInSteps(items, (item) => squares.push(item * item)));
  expect(squares).toEqual(items.map((item) => item * item));
  expect(inOneGo(mapInSteps(items, (item) => item * item))).toEqual(squares);
  expect([...mapInSteps(items, String)]).toHaveLength(5);
});

describe('in turns', () => {
  function* slow(count: number): InSteps<string> {
    for (let at = 0; at < count; at += 1) {
      busy(5);
      yield;
    }
    return 'done';
  }

  test('others get their turn meanwhile', async () => {
    let others = 0;
    const running = new AbortController();
    const counting = (async () => {
      for (; !running.signal.aborted; others += 1) await nextTurn();
    })();
    expect(await inTurns(slow(20), undefined)).toBe('done');
    running.abort();
    await counting;
    expect(others).toBeGreaterThanOrEqual(3);
  });

  test('what is given up ends, with its reason', async () => {
    const giving = new AbortController();
    setTimeout(() => giving.abort(), 20);
    await expect(inTurns(slow(1000), giving.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('undisturbed', () => {
  const reading = (stored: () => number, steps = 12) =>
    function* read(): InSteps<{ first: number; last: number }> {
      const first = stored();
      for (let at = 0; at < steps; at += 1) {
        busy(5);
        yield;
      }
      return { first, last: stored() };
    };

  test('begins anew when something is committed, and sees one state', async () => {
    const { backend, commit, watched } = changes();
    let stored = 1;
    setTimeout(() => {
      stored = 2;
      commit();
    }, 20);
    expect(
      await undisturbed(
        backend,
        reading(() => stored),
        undefined,
      ),
    ).toEqual({ first: 2, last: 2 });
    expect(watched()).toBe(0);
  });

  test('comes to its end although others write all the time', async () => {
    const { backend, commit } = changes();
    let stored = 0;
    const running = new AbortController();
    const writing = (async () => {
      while (!running.signal.aborted) {
        await nextTurn();
        stored += 1;
        commit();
      }
    })();
    const seen = await undisturbed(
      backend,
      reading(() => stored),
      undefined,
    );
    running.abort();
    await writing;
    expect(seen.last).toBe(seen.first);
    expect(seen.first).toBeGreaterThan(0);
  });

  test('a fault of the work ends it', async () => {
    const { backend, watched } = changes();
    function* faulty(): InSteps<never> {
      yield;
      throw new Error('no');
    }
    await expect(undisturbed(backend, faulty, undefined)).rejects.toThrow('no');
    expect(watched()).toBe(0);
  });
});
