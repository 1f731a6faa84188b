import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { any, created, now, onData, run } from '#test/support/command-line.ts';

const application = created.extend({ number: z.string() });

async function openCase() {
  const data = onData();
  const { done } = data;
  const client = { name: '示例知白有限公司', entityType: 'company' };
  const { id: clientId } = await done(created, 'call', 'clients.create', JSON.stringify(client));
  const account = { platform: 'wechat', kind: 'mini_program', name: '示例知白' };
  const { id: accountId } = await done(
    created,
    'call',
    'accounts.create',
    JSON.stringify({ clientId, account }),
  );
  const wanted = JSON.stringify({ accountId, kind: 'first_certification' });
  const { number } = await done(application, 'call', 'applications.create', wanted);
  return { ...data, number };
}

describe('a step on the command line', { timeout: 120_000 }, () => {
  it('is asked about where it is doubtful, as in the window, and recorded when it is sure', async () => {
    const { command, done, number } = await openCase();
    const early = await command('step', number, 'submit');
    expect(early).toMatchObject({ exitCode: 1, output: { doubts: ['held_back'], changeId: null } });
    const at = ['--at', '2026-09-20T10:00:00+08:00'];
    expect(await done(any, 'step', number, 'submit', ...at, '--sure')).toMatchObject({
      number,
      stage: 'awaiting_authorisation',
      doubts: ['held_back'],
    });
    expect(await command('step', number, 'authorise')).toMatchObject({
      exitCode: 1,
      output: { doubts: ['after_end'] },
    });
    expect((await command('step', number, 'fly')).exitCode).toBe(2);
    expect((await command('step', number, 'submit', '--at', '2026-02-30T10:00:00+08:00')).exitCode).toBe(2);
  });

  it('the duties are those of the day on which it is asked, though no window was opened', async () => {
    const { dataFolder, done } = await openCase();
    const agenda = z.object({ rows: z.array(z.object({ kind: z.string() })) });
    const kinds = async (at: string) => {
      const { output } = await run('--data', dataFolder, '--now', at, 'agenda', '--days', '60');
      return agenda.parse(output).rows.map(({ kind }) => kind);
    };
    expect(await kinds(now)).not.toContain('annual_report');
    expect(await kinds('2027-06-10T09:00:00+08:00')).toContain('annual_report');
    expect((await done(agenda, 'agenda', '--days', '60')).rows.map(({ kind }) => kind)).not.toContain(
      'annual_report',
    );
  });
});
