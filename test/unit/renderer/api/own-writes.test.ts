import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownWrites } from '#renderer/api/own-writes.ts';

describe('what a window writes one after the other', () => {
  it('waits for the cells and the blocks before it', async () => {
    const own = ownWrites();
    const told: string[] = [];
    own.follow(turn().then(() => told.push('cell')));
    const block = own.next(() => Promise.resolve(told.push('block') > 0));
    const last = own.next(() => Promise.resolve(told.push('last') > 0));
    await Promise.resolve();
    expect(told).toEqual([]);
    await Promise.all([block, last]);
    expect(told).toEqual(['cell', 'block', 'last']);
  });

  it('leaves out what follows on a failure, and nothing after that', async () => {
    const own = ownWrites();
    const told: string[] = [];
    own.follow(Promise.reject(new Error('not written')));
    await own.next(() => Promise.resolve(told.push('at once') > 0));
    await own.next(() => Promise.resolve(told.push('later') > 0));
    expect(told).toEqual(['later']);
  });

  it('knows its fields by the row as it was shown', () => {
    const own = ownWrites();
    const row = { id: 'a', fee: 1, name: '甲' };
    own.note(row, { fee: 2 });
    const known = [own.has(row, 'fee'), own.has(row, 'name'), own.has({ ...row }, 'fee')];
    expect(known).toEqual([true, false, false]);
  });
});
