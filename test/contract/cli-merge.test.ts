import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { any, created, onData } from '#test/support/command-line.ts';

const groups = z.object({
  total: z.int(),
  groups: z.array(z.object({ clients: z.array(z.object({ id: z.string() })) })),
});

describe('duplicates on the command line', { timeout: 120_000 }, () => {
  it('are listed, told apart, tried and merged', async () => {
    const { command, done } = onData();
    const create = async (client: object) =>
      (await done(created, 'call', 'clients.create', JSON.stringify({ entityType: 'company', ...client })))
        .id;
    const kept = await create({ name: '示例知白（深圳）有限公司', address: '样本路 1 号' });
    const other = await create({ name: '示例知白(深圳)有限公司', address: '样本路 2 号', remark: '转介绍' });
    const [group] = (await done(groups, 'duplicates')).groups;
    expect(group?.clients.map(({ id }) => id).sort()).toEqual([kept, other].sort());
    await done(any, 'duplicates', kept, other, '--apart');
    expect((await done(groups, 'duplicates', other)).total).toBe(0);
    await done(any, 'duplicates', kept, other, '--again');
    const tried = await done(
      any,
      'merge',
      kept,
      other,
      '--take',
      'address',
      '--leave',
      'remark',
      '--dry-run',
    );
    expect(tried).toMatchObject({ take: ['address'], suggested: ['remark'] });
    expect(await done(any, 'merge', kept, other, '--take', 'address')).toMatchObject({
      take: ['remark', 'address'],
    });
    expect(await done(any, 'call', 'clients.get', JSON.stringify({ id: kept }))).toMatchObject({
      client: { address: '样本路 2 号', remark: '转介绍' },
      former: [{ mergedId: other }],
    });
    expect(await command('merge', kept, kept)).toMatchObject({
      exitCode: 1,
      output: { code: 'ACTION_NOT_ALLOWED', data: { reason: 'same_client' } },
    });
    expect(await command('merge', kept, other)).toMatchObject({ output: { data: { reason: 'in_trash' } } });
    for (const wrong of [
      ['merge', kept],
      ['merge', kept, other, '--take', 'shoe'],
      ['duplicates', kept, '--apart'],
    ])
      expect((await command(...wrong)).exitCode, wrong.join(' ')).toBe(2);
  });
});
