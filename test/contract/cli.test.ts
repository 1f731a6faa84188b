import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract/contract.ts';
import { any, clientList, created, failure, onData, printed, run } from '#test/support/command-line.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';

const workbook = path.join(import.meta.dirname, '../../resources/sample/portfolio.xlsx');
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
    ['a search without a text', ['--data', 'x', 'search']],
    ['a search among things that there are not', ['--data', 'x', 'search', 'a', '--kind', 'shoe']],
    ['a paper that is not named', ['--data', 'x', 'documents', 'text']],
    ['a client without a category', ['--data', 'x', 'categories', '--client', 'y']],
    ['a client that is not named', ['--data', 'x', 'strategy']],
    ['an answer that is none', ['--data', 'x', 'answer', 'y', 'foreign_invested', 'maybe']],
    ['an answer without a word', ['--data', 'x', 'answer', 'y', 'foreign_invested']],
    ['a platform that there is not', ['--data', 'x', 'accounts', '--platform', 'qq']],
    ['two ends that exclude each other', ['--data', 'x', 'accounts', '--within', '30', '--expired']],
    ['a client whose needs are asked without a name', ['--data', 'x', 'needed']],
    ['a list that there is not', ['--data', 'x', 'export', 'people', 'a.csv']],
    ['a list for a file of another form', ['--data', 'x', 'export', 'clients', 'a.pdf']],
    [
      'a filter with a field of no use',
      ['--data', 'x', 'export', 'clients', 'a.csv', '--filter', '{"tags":"a"}'],
    ],
    ['a deed that the rules do not know', ['--data', 'x', 'rules', 'frobnicate']],
  ])('%s ends with exit code 2, JSON and what was wrong', async (_, args) => {
    const { exitCode, output, messages } = await run(...args);
    expect(exitCode).toBe(2);
    expect(failure.parse(output).code).toBe('USAGE');
    expect(messages.split('\n')[0]).toBe(failure.parse(output).message);
    expect(fs.existsSync('x')).toBe(false);
  });
});

describe('help', () => {
  it.each([[['--help']], [['help']], [['-h']], [['--data', 'x', '--help']]])(
    'is all of it by %j',
    async (args) => {
      const { exitCode, text } = await printed(...args);
      expect(exitCode).toBe(0);
      expect(text).toMatch(/^certfolio --data DIR/u);
    },
  );

  it.each([[['help', 'agenda']], [['--data', 'x', 'agenda', '--help']]])(
    'is that of a command by %j',
    async (args) => {
      const { exitCode, text } = await printed(...args);
      expect(exitCode).toBe(0);
      expect(text).toMatch(/^ {2}agenda /u);
      expect(text).not.toContain('submission');
    },
  );
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
    // A paper's bytes leave by the register alone.
    expect(output).toEqual(names.filter((name) => name !== 'files.read'));
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

  it('finds what stands in a file, with its page, once the file has been read', async () => {
    const { done } = onData();
    const firm = '{"name":"示例知白有限公司","entityType":"company"}';
    const { id } = await done(created, 'call', 'clients.create', firm);
    const says = scans.pdfSaying([['第一页'], ['违约金按日计收']]);
    const file = scans.fileIn(temporaryFolder(), '合同.pdf', says);
    const input = { clientId: id, kind: 'other', files: [{ token: 'contract' }] };
    const added = z.array(z.object({ documentId: z.string() }).partial());
    const call = ['call', 'documents.add', JSON.stringify(input), '--file', `contract=${file}`];
    const paper = (await done(added, ...call)).at(-1)?.documentId ?? '';
    expect(await done(any, 'search', '违约金')).toEqual({ groups: [] });
    expect(await done(any, 'documents', 'text', paper)).toMatchObject({
      files: [{ text: { state: 'read', pages: ['第一页', '违约金按日计收'] } }],
    });
    expect(await done(any, 'search', '违约金', '--kind', 'document', '--limit', '3')).toMatchObject({
      groups: [{ kind: 'document', hits: [{ id: paper, inFile: { page: 2, isCurrent: true } }] }],
    });
  });

  it('grants files by name, and gathers streams into a list', async () => {
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
    expect(await done(any, 'documents', 'text', added?.documentId ?? '')).toEqual({
      files: [{ part: 'whole', versionNo: 1, originalName: '执照=1.png', text: { state: 'unread' } }],
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

  it('has passed orders of the years before behind it when asked for, and is the same otherwise', async () => {
    const [plain, long] = [onData(), onData()];
    const made = await plain.done(counts, 'demo-data', '--clients', '20', '--seed', '5');
    const past = await long.done(counts, 'demo-data', '--clients', '20', '--seed', '5', '--past-years', '2');
    expect(past).toMatchObject({ clients: made.clients, accounts: made.accounts });
    expect(past.applications).toBeGreaterThan(made.applications + made.accounts);
    const total = z.object({ total: z.int() });
    const open = ['call', 'applications.list', '{"filter":{"open":true}}'] as const;
    expect(await long.done(total, ...open)).toEqual(await plain.done(total, ...open));
    expect(await long.done(verified, 'verify')).toMatchObject({ database: true, problems: [] });
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
