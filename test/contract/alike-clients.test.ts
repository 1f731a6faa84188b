import { describe, expect, test } from 'vitest';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import { openTestBackend } from '#test/support/backend.ts';

const code = makeCreditCode('91440399MAXA00014');

describe('a client that is about to be made', () => {
  test('is alike to those that would be its duplicates, the surest first', async () => {
    const { call } = openTestBackend();
    const byCode = await call.clients.create({ name: '示例甲', entityType: 'company', creditCode: code });
    const byName = await call.clients.create({ name: '示例（乙）', entityType: 'company' });
    const idsOf = async (name: string, creditCode = '') =>
      (await call.clients.alike({ name, creditCode })).clients.map(({ id }) => id);
    expect(await idsOf(' 示例 (乙)', code.toLowerCase())).toEqual([byCode.id, byName.id]);
    expect(await idsOf('示例', code.slice(8, 17))).toEqual([byCode.id]);
    expect(await idsOf('')).toEqual([]);
    await call.clients.trash({ id: byName.id });
    expect(await idsOf('示例（乙）')).toEqual([]);
    await call.history.undo({});
    expect(await idsOf('示例（乙）')).toEqual([byName.id]);
  });

  test('is told how many of them there are, by name and by what else they have in common', async () => {
    const { call } = openTestBackend();
    const byCode = await call.clients.create({ name: '示例甲', entityType: 'company', creditCode: code });
    for (let n = 0; n < 12; n += 1) await call.clients.create({ name: '示例乙', entityType: 'company' });
    const { clients, totals } = await call.clients.alike({ name: '示例乙', creditCode: code });
    expect(totals).toEqual({ byName: 12, otherwise: 1 });
    expect(clients[0]?.id).toBe(byCode.id);
    expect(clients.filter(({ name }) => name === '示例乙')).toHaveLength(5);
  });
});
