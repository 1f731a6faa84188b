import { describe, expect, it } from 'vitest';
import { any, created, onData, run } from '#test/support/command-line.ts';

const tomorrow = '2026-09-23T09:00:00+08:00';

async function twoAccounts() {
  const data = onData();
  const { done } = data;
  const make = (procedure: string, input: object) => done(created, 'call', procedure, JSON.stringify(input));
  const { id: clientId } = await make('clients.create', { name: '示例知白有限公司', entityType: 'company' });
  const account = (name: string) => ({ platform: 'wechat', kind: 'mini_program', name });
  const first = await make('accounts.create', { clientId, account: account('示例甲') });
  const second = await make('accounts.create', { clientId, account: account('示例乙') });
  return { ...data, ids: [first.id, second.id] };
}

describe('many accounts on the command line', { timeout: 240_000 }, () => {
  it('are written, and so are their clients and their applications under way', async () => {
    const { command, dataFolder, done, ids } = await twoAccounts();
    const bulk = (...deed: string[]) => done(any, 'bulk', 'accounts', ...deed);
    expect(await bulk('--set', '{"category":"餐饮"}')).toMatchObject({ written: 2 });
    expect(await bulk('--tag', '重点')).toMatchObject({ written: 1 });
    expect(await bulk('--assign', 'nobody', '--dry-run')).toMatchObject({
      count: 2,
      fields: { category: { value: '餐饮' } },
      clients: { count: 1, tags: [{ name: '重点', count: 1 }] },
    });
    const [first = ''] = ids;
    expect(await bulk('--start', '--ids', first)).toMatchObject({ written: 1 });
    expect(await bulk('--start', '--dry-run')).toMatchObject({
      check: { count: 2, refused: [{ id: first, reason: 'already_open' }] },
    });
    expect((await command('bulk', 'accounts', '--start')).output).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    const next = (...deed: string[]) =>
      run('--data', dataFolder, '--now', tomorrow, 'bulk', 'accounts', '--step', 'withdraw', ...deed);
    expect((await next('--dry-run')).output).toMatchObject({
      applications: { count: 1 },
      check: { count: 1, refusedIds: [] },
    });
    expect((await next()).output).toMatchObject({ written: 1 });
    expect(await bulk('--start', '--kind', 'filing')).toMatchObject({ written: 2 });
  });

  it('are left alone when the wish is not understood', async () => {
    const { command } = await twoAccounts();
    const wrong = [
      ['accounts', '--set', '{"platform":"douyin"}'],
      ['accounts', '--set', '{"category":"餐饮"}', '--tag', '重点'],
      ['accounts', '--kind', 'filing'],
      ['accounts', '--start', '--kind', 'category_permit'],
      ['clients', '--start'],
      ['clients', '--step', 'submit'],
      ['applications', '--tag', '重点'],
    ];
    for (const words of wrong)
      expect([words, (await command('bulk', ...words)).exitCode]).toEqual([words, 2]);
  });
});
