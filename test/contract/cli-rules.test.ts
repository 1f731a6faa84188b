import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { any, clientList, created, now, onData, run } from '#test/support/command-line.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { knownBy } from '#test/support/known-by.ts';
import * as scans from '#test/support/scans.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

describe('categories', { timeout: 120_000 }, () => {
  it('takes a list in, and tells its faults in the language of the settings', async () => {
    const { command, done } = onData();
    const folder = temporaryFolder();
    const file = path.join(folder, 'list.json');
    const write = (change: object) => fs.writeFileSync(file, knownBy({ ...categoryPack, ...change }));
    const faults = async () => (await command('categories', 'import', file)) as unknown;
    write({ version: '2099.01', typo: 1 });
    expect(await faults()).toMatchObject({
      exitCode: 1,
      output: { faults: [{ place: '', fault: '不认识的项：typo' }] },
    });
    await done(any, 'call', 'settings.set', '{"language":"en"}');
    expect(await faults()).toMatchObject({ output: { faults: [{ fault: 'Unknown keys: typo' }] } });

    write({ version: '2099.01' });
    const taken = await done(any, 'categories', 'import', file, '--move');
    expect(taken).toMatchObject({ standing: 'newer', moved: 0 });
    expect(await done(z.array(any), 'categories', 'lists')).toMatchObject([{ version: '2099.01' }, {}]);
    expect(await done(any, 'categories', 'outdated', '--move')).toEqual({ moved: true, lists: [] });
  });

  it('lists them, says what one asks for, and what a client lacks, as the check does', async () => {
    const { done } = onData();
    const list = z.array(z.object({ categories: z.array(z.object({ id: z.string() })) }));
    const [all] = await done(list, 'categories');
    expect(all?.categories.length).toBeGreaterThan(200);
    const [alcohol] = await done(z.array(any), 'categories', '自营-酒类');
    expect(alcohol).toMatchObject({
      categories: [{ id: 'shop.alcohol', tag: 'P', source: ['S25'] }],
      unknown: [],
    });
    const client = { name: '示例知白有限公司', entityType: 'company' };
    const { id: clientId } = await done(created, 'call', 'clients.create', JSON.stringify(client));
    const judged = await done(any, 'categories', '酒类', '--client', client.name);
    expect(judged).toMatchObject({ matches: [{ verdict: { state: 'missing' } }], unknown: [] });
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例知白', category: '酒类' };
    const { id: accountId } = await done(
      created,
      'call',
      'accounts.create',
      JSON.stringify({ clientId, account }),
    );
    await done(
      any,
      'call',
      'applications.create',
      JSON.stringify({ accountId, kind: 'first_certification' }),
    );
    const checked = await done(
      z.object({ applications: z.array(z.object({ preCheck: z.object({ findings: z.array(any) }) })) }),
      'check',
      client.name,
    );
    expect(checked.applications[0]?.preCheck.findings).toContainEqual(
      expect.objectContaining({ check: 'permit_missing', source: ['S25'] }),
    );
  });
});

describe('a version older than the one in use', { timeout: 120_000 }, () => {
  it('takes open applications back to it only with a word for that', async () => {
    const { command, done } = onData();
    const client = { name: '示例知白有限公司', entityType: 'company' };
    const { id: clientId } = await done(created, 'call', 'clients.create', JSON.stringify(client));
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例知白' };
    const { id: accountId } = await done(
      created,
      'call',
      'accounts.create',
      JSON.stringify({ clientId, account }),
    );
    const kind = 'first_certification';
    const { id } = await done(created, 'call', 'applications.create', JSON.stringify({ accountId, kind }));
    const file = path.join(temporaryFolder(), 'pack.json');
    fs.writeFileSync(file, knownBy({ ...certificationPack, version: '2026.10' }));
    const version = async () => {
      const details = z.object({ application: z.object({ rulePackVersion: z.string() }) });
      return (await done(details, 'call', 'applications.get', JSON.stringify({ id }))).application
        .rulePackVersion;
    };

    const refused = await command('rules', 'import', file, '--move');
    expect(refused).toMatchObject({ exitCode: 1, output: { standing: 'older', untouchedIds: [id] } });
    expect(refused.messages).toContain('--to-older');
    expect(await version()).toBe(certificationPack.version);
    const versions = z.array(z.object({ id: z.string(), version: z.string() }));
    expect((await done(versions, 'rules')).map((head) => head.version)).not.toContain('2026.10');

    expect((await command('rules', 'import', file, '--to-older')).exitCode).toBe(2);
    expect(await done(any, 'rules', 'import', file, '--move', '--to-older')).toMatchObject({ moved: 1 });
    expect(await version()).toBe('2026.10');
  });

  it('of a list is held back in the same way, and taken in without a move', async () => {
    const { command, done } = onData();
    const file = path.join(temporaryFolder(), 'list.json');
    fs.writeFileSync(file, knownBy({ ...categoryPack, version: '2020.01' }));
    const refused = await command('categories', 'import', file, '--move');
    expect([refused.exitCode, refused.messages.includes('--to-older')]).toEqual([1, true]);
    expect(await done(any, 'categories', 'import', file)).toMatchObject({ standing: 'older', moved: 0 });
  });
});

describe('a client by a part of its name', { timeout: 120_000 }, () => {
  const firms = ['示例知白有限公司', '示例知白（云汀）餐饮有限公司', '示例鹿砚文化有限公司'];

  it('is found where the part is that of one, and the others are listed where it is not', async () => {
    const { command, done } = onData();
    for (const name of firms)
      await done(created, 'call', 'clients.create', JSON.stringify({ name, entityType: 'company' }));
    const { rows } = await done(clientList, 'call', 'clients.list', '{}');
    const idOf = (name: string | undefined) => rows.find((row) => row.name === name)?.id;
    expect(await done(any, 'strategy', '鹿砚')).toMatchObject({ client: idOf(firms[2]) });
    expect(await done(any, 'strategy', '知白(云汀)')).toMatchObject({ client: idOf(firms[1]) });
    // The whole name of one is a part of no other here, and stands for itself.
    expect(await done(any, 'strategy', firms[0] ?? '')).toMatchObject({ client: idOf(firms[0]) });
    for (const name of ['strategy', 'check'])
      expect(await command(name, '知白')).toMatchObject({
        exitCode: 1,
        output: {
          code: 'AMBIGUOUS',
          data: {
            text: '知白',
            candidates: expect.arrayContaining(
              firms.slice(0, 2).map((firm) => `${firm} ${idOf(firm)}`),
            ) as unknown,
          },
        },
      });
  });

  it('leads to its paper of a kind, of which a wrong field is named with those that it has', async () => {
    const { command, done } = onData();
    const firm = { name: firms[2], entityType: 'company' };
    const { id } = await done(created, 'call', 'clients.create', JSON.stringify(firm));
    expect(await command('state', '鹿砚', 'id_card', 'person_name=样例')).toMatchObject({
      output: { code: 'NOT_FOUND', data: { what: 'documents' } },
    });
    const file = scans.fileIn(temporaryFolder(), 'a.png', await scans.picture('png', 1));
    const input = { clientId: id, kind: 'id_card', files: [{ token: 'a' }] };
    await done(any, 'call', 'documents.add', JSON.stringify(input), '--file', `a=${file}`);
    expect(await done(any, 'state', '鹿砚', 'id_card', 'person_name=样例甲')).toMatchObject({
      kind: 'id_card',
      stated: { person_name: '样例甲' },
    });
    for (const field of ['bank_name', 'shoe_size'])
      expect(await command('state', '鹿砚', 'id_card', `${field}=x`)).toMatchObject({
        exitCode: 1,
        output: { code: 'FIELD_UNKNOWN', data: { field, known: ['person_name', 'id_number'] } },
      });
  });
});

describe('strategy and rules', { timeout: 120_000 }, () => {
  it('recommends for a client by its name, and sets the platforms side by side', async () => {
    const { command, done } = onData();
    const firm = { name: '示例知白有限公司', entityType: 'company' };
    const { id } = await done(created, 'call', 'clients.create', JSON.stringify(firm));
    expect(await done(any, 'strategy', firm.name)).toMatchObject({
      today: '2026-09-22',
      client: id,
      core: { platform: 'wechat' },
      steps: [{ action: 'open_account', reasons: [{ code: 'not_recorded' }, {}, {}, {}] }],
    });
    expect(await command('strategy', '没有这户')).toMatchObject({
      exitCode: 1,
      output: { code: 'NOT_FOUND', data: { what: 'client or application' } },
    });
    expect(await done(z.array(z.object({ id: z.string() })), 'rules')).not.toEqual([]);
    expect(await done(any, 'rules', 'compare')).toMatchObject({
      platforms: [{ platform: 'wechat' }, {}, {}, {}],
    });
  });
});

describe('what the firm works by', { timeout: 120_000 }, () => {
  it('lists, sets and removes overrides, and refuses what is none', async () => {
    const { done, command } = onData();
    const overrides = z.array(z.object({ id: z.string(), reason: z.string(), author: any, change: any }));
    const change = JSON.stringify({ kind: 'clock', clockId: 'refill', total: 20 });
    const set = ['overrides', 'set', 'wechat.mp.certification', change] as const;
    const { id } = await done(created, ...set, '--reason', '留余量', '--by', '示例顾问');
    expect(await done(overrides, 'overrides')).toMatchObject([{ id, reason: '留余量' }]);
    const edited = await done(created, 'overrides', 'edit', id, '{"total":18}', '--reason', '再留两天');
    expect(await done(overrides, 'overrides')).toMatchObject([
      { id: edited.id, reason: '再留两天', author: '示例顾问', change: { clockId: 'refill', total: 18 } },
    ]);
    expect(await command('overrides', 'edit', edited.id, '{"total":30}')).toMatchObject({
      exitCode: 1,
      output: { code: 'OVERRIDE_SAME_AS_PACK', message: expect.stringContaining('total：30') as string },
    });
    expect(await command('overrides', 'edit', edited.id, '{"total":0}')).toMatchObject({
      exitCode: 1,
      output: { code: 'OVERRIDE_OUT_OF_RANGE', data: { field: 'total', min: 1, max: 3650 } },
    });
    const longer = '{"kind":"clock","clockId":"refill","total":60}';
    const lay = ['overrides', 'set', 'wechat.mp.certification', longer, '--reason', '平台已改'];
    expect(await command(...lay)).toMatchObject({ exitCode: 1, output: { code: 'OVERRIDE_LONGER' } });
    expect(await command(...lay, '--sure')).toMatchObject({ output: { code: 'AUTHOR_NEEDED' } });
    expect((await command('overrides', 'edit', 'nothing', '{"total":9}')).exitCode).toBe(2);
    expect((await command(...set)).exitCode).toBe(2);
    expect((await command('overrides', 'set', 'x', '{"kind":"tea"}', '--reason', 'y')).exitCode).toBe(2);
    await done(any, 'overrides', 'remove', edited.id);
    expect(await done(overrides, 'overrides', 'list')).toEqual([]);
  });

  it('takes a holiday year in and gives it back; one of two years is refused', async () => {
    const { done, command, dataFolder } = onData();
    const file = path.join(dataFolder, '2028.json');
    const years = z.array(z.object({ year: z.int(), origin: z.string() }));
    fs.mkdirSync(dataFolder, { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ holidays: { '2028-01-03': '元旦', '2029-01-01': '元旦' } }));
    expect(await command('holidays', 'import', file)).toMatchObject({ exitCode: 1, output: { ok: false } });
    fs.writeFileSync(file, JSON.stringify({ holidays: { '2028-01-03': '元旦' } }));
    expect((await command('holidays', 'import', file)).exitCode).toBe(1);
    const taken = await done(z.object({ changes: z.array(any) }), 'holidays', 'import', file, '--sure');
    expect(taken.changes).toEqual([{ date: '2028-01-03', before: 'working', after: 'holiday' }]);
    expect(await done(years, 'holidays')).toContainEqual({ year: 2028, origin: 'imported' });
    await done(any, 'holidays', 'remove', '2028');
    expect((await done(years, 'holidays')).map(({ year }) => year)).not.toContain(2028);
    const every = Array.from({ length: 366 }, (_, day) =>
      new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10),
    );
    fs.writeFileSync(file, JSON.stringify({ holidays: Object.fromEntries(every.map((day) => [day, '假'])) }));
    expect((await command('holidays', 'import', file)).exitCode).toBe(1);
    await done(any, 'holidays', 'import', file, '--sure');
  });

  it('notes the reviewer’s calls of a case and takes them back', async () => {
    const { done, command } = onData();
    await done(any, 'demo-data', '--clients', '6', '--seed', '2');
    const cases = z.object({ rows: z.array(z.object({ number: z.string() })) });
    const number = (await done(cases, 'call', 'applications.list')).rows[0]!.number;
    const log = z.object({ calls: z.array(z.object({ id: z.string(), outcome: z.string() })) });
    const at = '2026-09-21T15:05:00+08:00';
    const { calls } = await done(log, 'call-log', number, 'missed', '--at', at, '--remark', '占线');
    expect(calls).toMatchObject([{ outcome: 'missed' }]);
    expect((await done(log, 'call-log', number, '--remove', calls[0]!.id)).calls).toEqual([]);
    expect((await command('call-log', number, 'engaged')).exitCode).toBe(2);
    const noDay = ['--at', '2026-02-30T13:00:00+08:00'];
    expect((await command('call-log', number, 'missed', ...noDay)).exitCode).toBe(2);
  });

  it('tells a failure in the language that is asked for, else in that of the data', async () => {
    const { done, command, dataFolder } = onData();
    const missing = ['call', 'documents.get', '{"id":"nothing"}'] as const;
    expect((await command(...missing)).output).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('没有找到这一项。') as string,
    });
    const english = {
      code: 'NOT_FOUND',
      message: expect.stringContaining('This was not found.') as string,
    };
    const asked = await run('--data', dataFolder, '--now', now, '--language', 'en', ...missing);
    expect(asked.output).toMatchObject(english);
    await done(any, 'call', 'settings.set', '{"language":"en"}');
    expect((await command(...missing)).output).toMatchObject(english);
  });
});

describe('what follows a pass', { timeout: 120_000 }, () => {
  const passed = z.array(
    z.object({ number: z.string(), steps: z.array(z.object({ rule: z.string(), state: z.string() })) }),
  );

  it('is listed, settled and taken back', async () => {
    const { done, command } = onData();
    const call = (procedure: string, input: object) => done(any, 'call', procedure, JSON.stringify(input));
    const make = async (procedure: string, input: object) => created.parse(await call(procedure, input));
    const client = await make('clients.create', { name: '示例一勺', entityType: 'company' });
    const account = { platform: 'wechat', kind: 'merchant', name: '示例商户' };
    const { id: accountId } = await make('accounts.create', { clientId: client.id, account });
    const { id } = await make('applications.create', { accountId, kind: 'merchant_onboarding' });
    const numbers = { appId: '12345678' };
    const walk = [{ kind: 'submit' }, { kind: 'pass' }, { kind: 'confirm', numbers }];
    for (const [minutes, step] of walk.entries())
      await call('applications.step', {
        id,
        step: { ...step, atMs: Date.parse(now) + (minutes - walk.length) * 60_000 },
      });

    const states = async (...words: string[]) => {
      const [first] = await done(passed, 'aftercare', ...words);
      return Object.fromEntries((first?.steps ?? []).map(({ rule, state }) => [rule, state]));
    };
    expect(await states('示例一勺')).toMatchObject({ record_number: 'done', bind_appid: 'to_do' });
    expect(await states(id, 'bind_appid', 'done', '--on', '2026-09-21')).toMatchObject({
      bind_appid: 'done',
      confirm_binding: 'to_do',
    });
    expect(await states(id, 'bind_appid', 'open')).toMatchObject({
      bind_appid: 'to_do',
      confirm_binding: 'waits',
    });
    expect((await command('aftercare', id, 'bind_appid', 'perhaps')).exitCode).toBe(2);
    expect((await command('aftercare', id, 'idle', 'done')).exitCode).toBe(1);
  }, 120_000);
});
