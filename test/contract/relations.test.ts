import { describe, expect, test } from 'vitest';
import type { LocalClient } from '#backend/router.ts';
import { allTables } from '#test/support/all-tables.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

async function openPair() {
  const opened = openTestBackend();
  const make = async (name: string) => (await opened.call.clients.create({ name, entityType: 'company' })).id;
  const [own, other, third] = [await make('示例甲'), await make('示例乙'), await make('示例丙')];
  return { opened, call: opened.call, own, other, third };
}

const relationsOf = async (call: LocalClient, id: string) =>
  (await call.clients.get({ id })).relations.map(({ kind, shareBp, remark }) => [kind, shareBp, remark]);

describe('a relation', () => {
  test('says its share and remark on both pages, each from its own side', async () => {
    const { call, own, other } = await openPair();
    const said = { kind: 'shareholder' as const, shareBp: 3333, remark: '代持' };
    await call.clients.saveRelation({ clientId: own, otherClientId: other, ...said });
    expect(await relationsOf(call, own)).toEqual([['shareholder', 3333, '代持']]);
    expect(await relationsOf(call, other)).toEqual([['investee', 3333, '代持']]);
    await call.clients.saveRelation({ clientId: other, otherClientId: own, kind: 'investee' });
    expect(await relationsOf(call, own)).toEqual([['shareholder', 3333, '代持']]);
  });

  test('is changed from either side, as another kind too, and taken back', async () => {
    const { opened, call, own, other } = await openPair();
    const { id } = await call.clients.saveRelation({
      ...{ clientId: own, otherClientId: other, kind: 'parent', shareBp: 10_000 },
    });
    const before = allTables(opened);
    const base = { kind: 'subsidiary', shareBp: 10_000, remark: null } as const;
    const { id: changed } = await call.clients.updateRelation({
      ...{ id, clientId: other, base, changes: { kind: 'investee', shareBp: 5100 } },
    });
    expect(await relationsOf(call, own)).toEqual([['shareholder', 5100, null]]);
    await call.clients.saveRelation({ clientId: own, otherClientId: other, kind: 'parent' });
    expect((await relationsOf(call, own)).map(([kind]) => kind).sort()).toEqual(['parent', 'shareholder']);
    await call.history.undo({});
    const stale = { id: changed, clientId: own, base: { shareBp: 9 }, changes: { shareBp: 10 } };
    expect(await failureOf(call.clients.updateRelation(stale))).toMatchObject({ code: 'STALE' });
    expect(await failureOf(call.clients.updateRelation({ ...stale, id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await call.history.undo({});
    expect(allTables(opened)).toEqual(before);
  });

  test('of a kind that is there already becomes one with it', async () => {
    const { call, own, other } = await openPair();
    const pair = { clientId: own, otherClientId: other };
    await call.clients.saveRelation({ ...pair, kind: 'parent', shareBp: 6000 });
    const { id } = await call.clients.saveRelation({ ...pair, kind: 'other' });
    await call.clients.updateRelation({
      ...{ id, clientId: own, base: {}, changes: { kind: 'parent', shareBp: 7000 } },
    });
    expect(await relationsOf(call, own)).toEqual([['parent', 7000, null]]);
  });

  test('keeps the share and the remark of the one that was there where nothing is said of them', async () => {
    const { call, own, other } = await openPair();
    const pair = { clientId: own, otherClientId: other };
    await call.clients.saveRelation({ ...pair, kind: 'parent', shareBp: 6000, remark: '代持' });
    const { id } = await call.clients.saveRelation({ ...pair, kind: 'other' });
    await call.clients.updateRelation({ id, clientId: own, base: {}, changes: { kind: 'parent' } });
    expect(await relationsOf(call, own)).toEqual([['parent', 6000, '代持']]);
  });

  test('keeps no share where nobody holds any, and refuses what is no share', async () => {
    const { call, own, other } = await openPair();
    const pair = { clientId: own, otherClientId: other };
    const { id } = await call.clients.saveRelation({ ...pair, kind: 'parent', shareBp: 1 });
    await call.clients.updateRelation({ id, clientId: own, base: {}, changes: { kind: 'franchise' } });
    expect(await relationsOf(call, own)).toEqual([['franchise', null, null]]);
    for (const shareBp of [0, 10_001, 1.5])
      await expect(call.clients.saveRelation({ ...pair, kind: 'parent', shareBp })).rejects.toThrow(
        'Input validation failed',
      );
  });

  test('follows a merge with its share; the kept client’s own word stays', async () => {
    const { opened, call, own, other, third } = await openPair();
    const said = { otherClientId: third, kind: 'parent' as const };
    await call.clients.saveRelation({ clientId: other, ...said, shareBp: 5100, remark: '一' });
    await call.clients.saveRelation({
      clientId: other,
      otherClientId: third,
      kind: 'shareholder',
      shareBp: 9,
    });
    await call.clients.saveRelation({ clientId: own, ...said, shareBp: 6000 });
    const before = allTables(opened);
    await call.clients.merge({ keptId: own, otherId: other });
    expect((await relationsOf(call, own)).sort()).toEqual([
      ['parent', 6000, '一'],
      ['shareholder', 9, null],
    ]);
    await call.history.undo({});
    expect(allTables(opened)).toEqual(before);
  });
});
