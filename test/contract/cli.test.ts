import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';

const program = path.join(import.meta.dirname, '../../electron/cli/index.ts');
const workbook = path.join(import.meta.dirname, '../../resources/sample/portfolio.xlsx');
const now = '2026-09-22T09:00:00+08:00';

interface Outcome {
  readonly exitCode: number;
  /** What stands on standard output, which must be JSON whatever happens. */
  readonly output: unknown;
  readonly messages: string;
}

async function run(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let messages = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (messages += text));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, output: JSON.parse(output), messages };
}

/** Commands on one data folder, at the reference day. */
function onData(dataFolder = temporaryFolder()) {
  const command = (...args: string[]) => run('--data', dataFolder, '--now', now, ...args);
  /** A command that must go well; its output as the schema reads it. */
  const done = async <T>(schema: z.ZodType<T>, ...args: string[]): Promise<T> => {
    const { exitCode, output, messages } = await command(...args);
    if (exitCode !== 0) throw new Error(`${args.join(' ')}: ${JSON.stringify(output)} ${messages}`);
    return schema.parse(output);
  };
  return { dataFolder, command, done };
}

const any = z.unknown();
const created = z.object({ id: z.string() });
const failure = z.object({ code: z.string(), data: z.record(z.string(), any), message: z.string() });
const clientList = z.object({
  rows: z.array(z.object({ id: z.string(), name: z.string(), creditCode: z.string().nullable() })),
  total: z.int(),
});
const verified = z.object({
  database: z.boolean(),
  events: z.int(),
  files: z.int(),
  problems: z.array(z.object({ code: z.string(), subject: z.string() })),
});

describe('wrong usage', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['--data', 'x', 'frobnicate']],
    ['no data folder', ['agenda']],
    ['an option of no use here', ['--data', 'x', 'agenda', '--sideways']],
    ['a date that does not exist', ['--data', 'x', 'agenda', '--on', '2026-02-30']],
    ['an instant that is none', ['--data', 'x', '--now', 'soon', 'agenda']],
    ['an unknown procedure', ['--data', 'x', 'call', 'constructor.name']],
    ['input that is no JSON', ['--data', 'x', 'call', 'clients.list', '{']],
    ['a field without its text', ['--data', 'x', 'state', 'paper', 'subject_name=a', 'address']],
    ['a kind of paper that there is not', ['--data', 'x', 'state', 'client', 'shoe_size', 'a=b']],
    ['a missing argument', ['--data', 'x', 'check']],
    ['a client without a category', ['--data', 'x', 'categories', '--client', 'y']],
    ['a client that is not named', ['--data', 'x', 'strategy']],
    ['an answer that is none', ['--data', 'x', 'answer', 'y', 'foreign_invested', 'maybe']],
    ['an answer without a word', ['--data', 'x', 'answer', 'y', 'foreign_invested']],
    ['a client whose needs are asked without a name', ['--data', 'x', 'needed']],
    ['a deed that the rules do not know', ['--data', 'x', 'rules', 'frobnicate']],
  ])('%s ends with exit code 2, JSON and what was wrong', async (_, args) => {
    const { exitCode, output, messages } = await run(...args);
    expect(exitCode).toBe(2);
    expect(failure.parse(output).code).toBe('USAGE');
    expect(messages.split('\n')[0]).toBe(failure.parse(output).message);
    expect(fs.existsSync('x')).toBe(false);
  });
});

describe('what a wrong usage prints', () => {
  it('is one line and the lines of the command, or of all where there is none such', async () => {
    const own = await run('--data', 'x', 'agenda', '--sideways');
    expect(own.messages.trim().split('\n').slice(1)).toEqual([expect.stringContaining('agenda [--on')]);
    expect((await run('--data', 'x', 'frobnicate')).messages).toContain('certfolio --data DIR');
  });
});

describe('call', { timeout: 120_000 }, () => {
  it('names every procedure of the contract and reaches each of them', async () => {
    const { output } = await run('procedures');
    const names = Object.entries(contract).flatMap(([group, members]) =>
      Object.keys(members).map((name) => `${group}.${name}`),
    );
    expect(output).toEqual(names);
  });

  it('prints what the procedure gives, and the typed error when it fails', async () => {
    const { command, done } = onData();
    const { id } = await done(
      created,
      'call',
      'clients.create',
      '{"name":"示例知白有限公司","entityType":"company"}',
    );
    expect((await done(clientList, 'call', 'clients.list')).rows.map((row) => row.id)).toEqual([id]);
    const missing = await command('call', 'documents.get', '{"id":"nothing"}');
    expect(missing).toMatchObject({
      exitCode: 1,
      output: {
        code: 'NOT_FOUND',
        data: { what: 'documents', id: 'nothing' },
        message: expect.any(String) as string,
      },
    });
    const bad = await command('call', 'documents.get', '{"id":7}');
    expect(bad).toMatchObject({ exitCode: 1, output: { code: 'BAD_REQUEST' } });
  });

  it('grants files by name, gathers streams into a list, and prints bytes', async () => {
    const { command, done } = onData();
    const { id } = await done(
      created,
      'call',
      'clients.create',
      '{"name":"示例知白有限公司","entityType":"company"}',
    );
    const bytes = await scans.picture('png', 1);
    const file = scans.fileIn(temporaryFolder(), '执照=1.png', bytes);
    const input = { clientId: id, kind: 'business_licence', files: [{ token: 'licence' }] };
    const steps = await done(
      any,
      'call',
      'documents.add',
      JSON.stringify(input),
      '--file',
      `licence=${file}`,
    );
    expect(steps).toMatchObject([
      { kind: 'storing', name: '执照=1.png', fileNo: 1, fileCount: 1 },
      { kind: 'added', storedCount: 1, refusedCount: 0 },
    ]);
    const added = z
      .array(z.object({ documentId: z.string() }).partial())
      .parse(steps)
      .at(-1);
    const said = ['credit_code=91440399 maxa00014r', 'subject_name=示例知白有限公司', 'address='];
    expect(await done(any, 'state', added?.documentId ?? '', ...said)).toMatchObject({
      kind: 'business_licence',
      stated: { credit_code: '91440399MAXA00014R', subject_name: '示例知白有限公司' },
    });
    const range = { sha256: scans.sha256Of(bytes), form: 'file', start: 0, end: 8 };
    expect(await done(any, 'call', 'files.read', JSON.stringify(range))).toEqual({
      sizeBytes: 8,
      base64: bytes.subarray(0, 8).toString('base64'),
    });
    expect((await command('call', 'documents.add', JSON.stringify(input))).output).toMatchObject([
      { kind: 'storing' },
      { kind: 'refused', code: 'FILE_TOKEN_UNKNOWN' },
      { kind: 'added', storedCount: 0 },
    ]);
  });
});

describe('import', { timeout: 120_000 }, () => {
  it('shows the plan without writing, writes it once, and changes nothing the second time', async () => {
    const { done } = onData();
    const counts = z.object({
      counts: z.object({ create: z.int(), clientsAfter: z.int(), same: z.int() }),
      refusedRows: z.array(z.int()),
    });
    const plan = await done(counts.pick({ counts: true }), 'import', workbook, '--dry-run');
    expect(plan.counts.create).toBeGreaterThanOrEqual(40);
    expect((await done(clientList, 'call', 'clients.list')).total).toBe(0);
    const first = await done(counts, 'import', workbook);
    expect((await done(clientList, 'call', 'clients.list')).total).toBe(first.counts.clientsAfter);
    const second = await done(counts, 'import', workbook);
    expect(second.counts).toMatchObject({ create: 0, clientsAfter: first.counts.clientsAfter });
  });

  it('names a workbook that can not be read', async () => {
    const { command } = onData();
    const file = scans.fileIn(temporaryFolder(), '空.xlsx', '');
    const { exitCode, output } = await command('import', file);
    expect(exitCode).toBe(1);
    expect(failure.parse(output)).toMatchObject({ data: { name: '空.xlsx' } });
    expect((await command('import', path.join(temporaryFolder(), 'nowhere.xlsx'))).exitCode).toBe(2);
  });
});

describe('a generated firm', { timeout: 120_000 }, () => {
  const counts = z.object({ clients: z.int(), accounts: z.int(), applications: z.int() });
  const names = async ({ done }: ReturnType<typeof onData>) =>
    (await done(clientList, 'call', 'clients.list', '{"limit":500}')).rows
      .map(({ name, creditCode }) => `${name} ${creditCode}`)
      .toSorted();

  it('is the same for the same seed, another for another, marked as sample data, and whole', async () => {
    const [one, two, three] = [onData(), onData(), onData()];
    const made = await one.done(counts, 'demo-data', '--clients', '60', '--seed', '5');
    expect(made).toEqual(await two.done(counts, 'demo-data', '--clients', '60', '--seed', '5'));
    await three.done(counts, 'demo-data', '--clients', '60', '--seed', '6');
    expect(made.clients).toBe(60);
    expect(made.applications).toBeGreaterThan(40);
    const cases = z.object({ rows: z.array(z.object({ kind: z.string(), stage: z.string() })) });
    const { rows } = await one.done(cases, 'call', 'applications.list', '{"limit":500}');
    const kinds = [...new Set(rows.map(({ kind }) => kind))];
    expect(kinds).toEqual(expect.arrayContaining(['first_certification', 'annual_review', 'filing']));
    expect(new Set(rows.map(({ stage }) => stage)).size).toBeGreaterThan(4);
    const all = await names(one);
    expect(all).toHaveLength(60);
    expect(all.every((name) => name.startsWith('示例'))).toBe(true);
    expect(await names(two)).toEqual(all);
    expect(await names(three)).not.toEqual(all);
    expect(await one.done(verified, 'verify')).toMatchObject({ database: true, problems: [] });
    const search = z.object({ groups: z.array(z.object({ kind: z.string(), total: z.int() })) });
    const found = await one.done(search, 'call', 'search.query', '{"text":"示例"}');
    expect(found.groups.find(({ kind }) => kind === 'client')?.total).toBe(60);
    const again = await one.command('demo-data', '--clients', '60', '--seed', '5');
    expect(again).toMatchObject({ exitCode: 1, output: { code: 'DUPLICATE_CREDIT_CODE' } });
  });

  it('fills the agenda, and each application can be checked by any of its names', async () => {
    const data = onData();
    await data.done(counts, 'demo-data', '--clients', '40', '--seed', '9');
    const agenda = z.object({
      on: z.string(),
      until: z.string(),
      rows: z.array(z.object({ dueOn: z.string() })),
    });
    const duties = await data.done(agenda, 'agenda', '--on', '2026-10-01', '--days', '10');
    expect(duties).toMatchObject({ on: '2026-10-01', until: '2026-10-11' });
    expect(duties.rows.length).toBeGreaterThan(0);
    const list = z.object({
      rows: z.array(z.object({ id: z.string(), number: z.string(), clientName: z.string() })),
    });
    const [row] = (await data.done(list, 'call', 'applications.list', '{"filter":{"open":true},"limit":1}'))
      .rows;
    const report = z.object({
      today: z.literal('2026-09-22'),
      applications: z.array(
        z.object({
          id: z.string(),
          stage: z.string(),
          items: z.array(z.object({ state: z.string() })),
          clocks: z.array(any),
        }),
      ),
    });
    const byId = await data.done(report, 'check', row!.id);
    expect(byId.applications).toHaveLength(1);
    expect(byId.applications[0]!.items.length).toBeGreaterThan(1);
    expect(await data.done(report, 'check', row!.number)).toEqual(byId);
    const ofClient = async (name: string) => (await data.done(report, 'check', name)).applications;
    expect(await ofClient(row!.clientName)).toContainEqual(byId.applications[0]);
    const { rows } = await data.done(clientList, 'call', 'clients.list', '{"limit":500}');
    const client = rows.find(({ name }) => name === row!.clientName)!;
    expect(await ofClient(client.creditCode!)).toContainEqual(byId.applications[0]);
    expect(await ofClient(client.id)).toContainEqual(byId.applications[0]);
    expect(await data.command('check', '没有这一家')).toMatchObject({
      exitCode: 1,
      output: { code: 'NOT_FOUND' },
    });
  });

  it('has orders for a category, and the check names it', async () => {
    const data = onData();
    await data.done(counts, 'demo-data', '--clients', '40', '--seed', '9');
    const category = z.object({ id: z.string(), path: z.object({ zh: z.string() }) });
    const list = z.object({
      rows: z.array(z.object({ id: z.string(), kind: z.string(), category: category.nullable() })),
    });
    const { rows } = await data.done(list, 'call', 'applications.list', '{"limit":500}');
    const permits = rows.filter((row) => row.category !== null);
    expect(permits.length).toBeGreaterThan(0);
    expect(permits.every(({ kind }) => kind === 'category_permit')).toBe(true);
    const report = z.object({ applications: z.array(z.object({ id: z.string(), category })) });
    const [first] = permits;
    const checked = await data.done(report, 'check', first!.id);
    expect(checked.applications).toEqual([{ id: first!.id, category: first!.category }]);
  });
});

describe('verify, backup and restore', { timeout: 120_000 }, () => {
  it('finds an altered file, and ends with exit code 1', async () => {
    const { done, command, dataFolder } = onData();
    await done(any, 'demo-data', '--clients', '3', '--seed', '1');
    expect((await done(verified, 'verify')).files).toBeGreaterThan(0);
    const vault = path.join(dataFolder, 'vault');
    const kept = fs
      .readdirSync(vault, { recursive: true, encoding: 'utf8' })
      .find((name) => /[0-9a-f]{64}$/.test(name))!;
    fs.appendFileSync(path.join(vault, kept), 'x');
    const { exitCode, output } = await command('verify');
    expect(exitCode).toBe(1);
    expect(verified.parse(output).problems).toEqual([{ code: 'altered', subject: path.basename(kept) }]);
  });

  it('backs up to a folder and puts it back, by name and by folder, with what was there set aside', async () => {
    const { done, command, dataFolder } = onData();
    const target = path.join(temporaryFolder(), 'new', 'backups');
    await done(any, 'demo-data', '--clients', '3', '--seed', '1');
    const { name } = await done(z.object({ name: z.string() }), 'backup', '--to', target);
    await done(any, 'call', 'clients.create', '{"name":"示例后来有限公司","entityType":"company"}');
    const restored = z.object({ name: z.literal(name), setAside: z.string(), seatLetter: z.literal('B') });
    const { setAside } = await done(restored, 'restore', name, '--from', target);
    expect((await done(clientList, 'call', 'clients.list')).total).toBe(3);
    expect(fs.existsSync(path.join(dataFolder, 'set-aside', setAside, 'certfolio.sqlite'))).toBe(true);
    await done(restored, 'restore', target);
    await done(restored, 'restore', path.join(target, name));
    expect(await done(verified, 'verify')).toMatchObject({ problems: [] });
    expect(await command('restore', 'certfolio-20200101-000000-daily')).toMatchObject({
      exitCode: 1,
      output: { code: 'NOT_FOUND' },
    });
    fs.truncateSync(path.join(target, name, 'certfolio.sqlite'), 5000);
    expect(await command('restore', target)).toMatchObject({
      exitCode: 1,
      output: { code: 'BACKUP_DAMAGED' },
    });
    expect((await done(clientList, 'call', 'clients.list')).total).toBe(3);
  });
});

describe('categories', { timeout: 120_000 }, () => {
  it('takes a list in, and tells its faults in the language of the settings', async () => {
    const { command, done } = onData();
    const folder = temporaryFolder();
    const file = path.join(folder, 'list.json');
    const write = (change: object) => fs.writeFileSync(file, JSON.stringify({ ...categoryPack, ...change }));
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
    const overrides = z.array(z.object({ id: z.string(), reason: z.string() }));
    const change = JSON.stringify({ kind: 'clock', clockId: 'refill', total: 20 });
    const set = ['overrides', 'set', 'wechat.mp.certification', change] as const;
    const { id } = await done(created, ...set, '--reason', '留余量');
    expect(await done(overrides, 'overrides')).toMatchObject([{ id, reason: '留余量' }]);
    expect((await command(...set)).exitCode).toBe(2);
    expect((await command('overrides', 'set', 'x', '{"kind":"tea"}', '--reason', 'y')).exitCode).toBe(2);
    await done(any, 'overrides', 'remove', id);
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
    const taken = await done(z.object({ changes: z.array(any) }), 'holidays', 'import', file);
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
  });

  it('tells a failure in the language that is asked for, else in that of the data', async () => {
    const { done, command, dataFolder } = onData();
    const missing = ['call', 'documents.get', '{"id":"nothing"}'] as const;
    expect((await command(...missing)).output).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('这一项已经不在了。') as string,
    });
    const english = {
      code: 'NOT_FOUND',
      message: expect.stringContaining('This is no longer there.') as string,
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
    // Each command begins at the same moment; the steps follow each other.
    const numbers = { appId: '12345678' };
    const walk = [{ kind: 'submit' }, { kind: 'pass' }, { kind: 'confirm', numbers }];
    for (const [minutes, step] of walk.entries())
      await call('applications.step', {
        id,
        step: { ...step, atMs: Date.parse(now) + (minutes + 1) * 60_000 },
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
