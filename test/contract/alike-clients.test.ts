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

  test('is alike to one whose legal form is written in full or short, which is no duplicate for all that', async () => {
    const { call } = openTestBackend();
    const full = await call.clients.create({ name: '示例甲有限责任公司', entityType: 'company' });
    const shares = await call.clients.create({ name: '示例甲股份有限公司', entityType: 'company' });
    const alikeTo = async (name: string) => await call.clients.alike({ name, creditCode: '' });
    expect(await alikeTo('示例甲 有限公司')).toMatchObject({
      clients: [{ id: full.id, reasons: [{ kind: 'other_form' }] }],
      totals: { byName: 1, otherwise: 0 },
    });
    const short = await call.clients.create({ name: '示例甲有限公司', entityType: 'company' });
    const { clients, totals } = await alikeTo('示例甲有限责任公司');
    expect(clients.map(({ id, reasons }) => [id, reasons[0]?.kind])).toEqual([
      [full.id, 'same_name'],
      [short.id, 'other_form'],
    ]);
    expect(totals).toEqual({ byName: 2, otherwise: 0 });
    expect((await alikeTo('示例甲股份有限公司')).clients.map(({ id }) => id)).toEqual([shares.id]);
    expect((await call.clients.duplicates({})).groups).toEqual([]);
  });
});
