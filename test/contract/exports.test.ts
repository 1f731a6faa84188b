import fs from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '#shared/contract/exports.ts';
import { resultOf } from '#shared/contract/work.ts';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { csvRecords } from '#test/support/csv.ts';
import { exported } from '#test/support/exports.ts';
import { failureOf } from '#test/support/failures.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { clientNamed, importFile, planOf, portfolio, run } from '#test/support/imports.ts';
import { fillDisk } from '#test/support/mounted-disk.ts';
import * as scans from '#test/support/scans.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { allOf } from '#test/support/streams.ts';

async function sampleFirm(): Promise<TestBackend> {
  const test = openTestBackend();
  await importFile(test, portfolio);
  return test;
}

/** What a spreadsheet that somebody hands in may hold, and people type. */
async function oddClient({ call }: TestBackend): Promise<string> {
  const { id } = await call.clients.create({
    name: "'=示例（怪）有限公司",
    entityType: 'sole_trader',
    address: '＝HYPERLINK("http://a.example","楼")，甲座; 乙座',
    legalRepresentative: '@陈 示例',
    licenceUntil: 'forever',
    serviceFeeFen: 123_456,
    standing: 'closed',
    remark: '-2 + 3\n第二行 "引号" _x0041_, \'\'+1',
  });
  await call.clients.setTags({ id, tags: ['大 客户', '"引"', 'VIP', '+加'] });
  await call.accounts.create({
    clientId: id,
    account: { platform: 'wechat', kind: 'official_account', name: '=1+1' },
  });
  await call.accounts.create({
    clientId: id,
    account: { platform: 'alipay', kind: 'other', name: "'" },
  });
  return id;
}

describe('the clients as a file', { timeout: 60_000 }, () => {
  it.each(['zh-CN', 'en'] as const)(
    'comes in again without a hand and gives the same bytes (%s)',
    async (language) => {
      const first = await sampleFirm();
      await oddClient(first);
      const file = await exported(first, 'clients', 'csv', language);
      const second = openTestBackend();
      const plan = await planOf(second, file);
      expect(plan.columns.map(({ how }) => how)).toEqual(plan.columns.map(() => 'heading'));
      expect(plan.counts).toMatchObject({ refuse: 0, newClients: 48 });
      await run(second, plan);
      const again = await exported(second, 'clients', 'csv', language);
      expect(fs.readFileSync(again, 'utf8')).toBe(fs.readFileSync(file, 'utf8'));
    },
  );

  it.each(['csv', 'xlsx'] as const)('changes nothing in the firm that it came from (.%s)', async (format) => {
    const test = await sampleFirm();
    const id = await oddClient(test);
    // Reading a cell closes spaces up.
    const changes = { address: '甲路  1 号', remark: '一\t二' };
    await test.call.clients.update({ id, base: {}, changes });
    const file = await exported(test, 'clients', format);
    const { counts, rows } = await planOf(test, file);
    expect(rows.filter(({ notes }) => notes.some(({ level }) => level !== 'fixed'))).toEqual([]);
    expect(counts).toMatchObject({ refuse: 0, create: 0, update: 0, changedFields: 0, newAccounts: 0 });
    expect(counts.same + counts.merge).toBe(counts.rows);
  });

  it('brings back what looks like a formula, an apostrophe or an escape', async () => {
    const first = openTestBackend();
    await oddClient(first);
    for (const format of ['csv', 'xlsx'] as const) {
      const second = openTestBackend();
      await importFile(second, await exported(first, 'clients', format));
      const { client, tags, accounts } = await clientNamed(second, "'=示例（怪）有限公司");
      expect(client).toMatchObject({
        address: '＝HYPERLINK("http://a.example","楼")，甲座; 乙座',
        licenceUntil: 'forever',
        serviceFeeFen: 123_456,
        remark: '-2 + 3\n第二行 "引号" _x0041_, \'\'+1',
      });
      expect(tags.toSorted()).toEqual(['"引"', '+加', 'VIP', '大 客户']);
      expect(accounts.map(({ platform, kind, name }) => [platform, kind, name]).toSorted()).toEqual([
        ['alipay', 'other', "'"],
        ['wechat', 'official_account', '=1+1'],
      ]);
    }
  });

  it('lets no cell of a .csv begin like a formula, and counts a fee once', async () => {
    const test = await sampleFirm();
    await oddClient(test);
    const records = csvRecords(await exported(test, 'clients', 'csv'));
    expect(
      records.flatMap((record) => Object.values(record)).filter((text) => /^[=+\-@＝]/u.test(text)),
    ).toEqual([]);
    const odd = records.filter(({ 客户名称: name }) => name === "''=示例（怪）有限公司");
    expect(odd.map((record) => [record.账号名称, record['服务费（元）']])).toEqual([
      ["'", '1234.56'],
      ["'=1+1", ''],
    ]);
  });

  it('types the cells of a workbook, and shows the table on a second sheet', async () => {
    const test = await sampleFirm();
    const book = read(fs.readFileSync(await exported(test, 'clients', 'xlsx')), { cellNF: true });
    expect(book.SheetNames).toEqual(['客户与账号', '客户一览']);
    const [sheet, overview] = book.SheetNames.map((name) => book.Sheets[name] ?? {});
    const head = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 })[0] ?? [];
    const typeOf = (heading: string) => {
      const cell = sheet?.[utils.encode_cell({ r: 1, c: head.indexOf(heading) })] as
        { t: string; z: string } | undefined;
      return [cell?.t, cell?.z];
    };
    expect(typeOf('统一社会信用代码')).toEqual(['s', '@']);
    expect(typeOf('银行账号')).toEqual(['s', '@']);
    expect(typeOf('认证有效期至')).toEqual(['n', 'yyyy-mm-dd']);
    expect(typeOf('服务费（元）')).toEqual(['n', '#,##0.00']);
    expect(sheet?.['!autofilter']).toEqual({ ref: 'A1:V64' });
    const { rows } = await test.call.clients.list({ limit: 500 });
    expect(utils.sheet_to_json<Record<string, unknown>>(overview ?? {}).map((row) => row.客户)).toEqual(
      rows.map(({ name }) => name),
    );
  });

  it('holds the rows of the filter alone, in its order', async () => {
    const { backend, call } = await sampleFirm();
    const file = path.join(temporaryFolder(), 'a.csv');
    const filter = { entityTypes: ['sole_trader' as const] };
    const sort = { key: 'name' as const, descending: true };
    const target = backend.tokens.grant(file);
    const written = await resultOf(call.exports.clients({ filter, sort, target, format: 'csv' }));
    const { rows, total } = await call.clients.list({ filter, sort, limit: 500 });
    expect(written).toEqual({ name: 'a.csv', rowCount: total, sizeBytes: fs.statSync(file).size });
    const names = csvRecords(file).map((record) => record.客户名称);
    expect([...new Set(names)]).toEqual(rows.map(({ name }) => name));
  });
});

describe('applications and papers as files', { timeout: 60_000 }, () => {
  it('hold what the lists hold', async () => {
    const test = openTestBackend();
    const { call } = test;
    const { id: clientId } = await call.clients.create({ name: '示例灯具有限公司', entityType: 'company' });
    const account = { platform: 'wechat', kind: 'mini_program', name: '灯具' } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    await call.applications.create({ accountId, kind: 'first_certification' });
    const [application] = (await call.applications.list({})).rows;
    const [row, ...others] = csvRecords(await exported(test, 'applications', 'csv', 'en'));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      Number: application?.number,
      Client: '示例灯具有限公司',
      Platform: 'WeChat',
      Kind: 'First certification',
      Stage: 'Collecting papers',
      'In stage since': '2026-09-22',
      'Papers asked for': String(application?.itemCount),
      'Papers missing': String(application?.missingCount),
    });
    const file = scans.fileIn(temporaryFolder(), 'licence.png', await scans.picture('png', 1));
    const token = test.backend.tokens.grant(file);
    const paper = { clientId, kind: 'business_licence', title: '执照', validUntil: 'forever' } as const;
    await allOf(await call.documents.add({ ...paper, files: [{ token }] }));
    const papers = csvRecords(await exported(test, 'documents', 'csv'));
    expect(papers).toMatchObject([
      {
        客户: '示例灯具有限公司',
        资料种类: '营业执照',
        资料名称: '执照',
        有效期至: '长期',
        文件: 'licence.png',
      },
    ]);
  });
});

describe('a file that can not be written', { timeout: 60_000 }, () => {
  it('is refused by name, and nothing is left beside it', async () => {
    const { backend, call } = await sampleFirm();
    const folder = temporaryFolder();
    const missing = backend.tokens.grant(path.join(folder, 'none', 'a.csv'));
    expect(await failureOf(resultOf(call.exports.clients({ target: missing, format: 'csv' })))).toEqual({
      code: 'NOT_WRITABLE',
      data: { name: 'a.csv' },
    });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('leaves the former file as it was on a full disk', async (context) => {
    const disk = smallDisk(1024 * 1024);
    if (disk === null) return context.skip('no right to mount a small disk');
    const { backend, call } = await sampleFirm();
    const files = exportFormats.map((format) => path.join(disk, `a.${format}`));
    for (const file of files) fs.writeFileSync(file, 'before');
    const filler = fillDisk(disk);
    for (const format of exportFormats) {
      const target = backend.tokens.grant(path.join(disk, `a.${format}`));
      const failed = await failureOf(resultOf(call.exports.clients({ target, format })));
      expect(failed).toEqual({ code: 'DISK_FULL', data: {} });
    }
    const left = fs.readdirSync(disk).map((name) => path.join(disk, name));
    expect(left.toSorted()).toEqual([...files, filler].toSorted());
    expect(files.map((file) => fs.readFileSync(file, 'utf8'))).toEqual(['before', 'before']);
  });

  it('is given up between two pages', async () => {
    const { backend, call } = await sampleFirm();
    const folder = temporaryFolder();
    const target = backend.tokens.grant(path.join(folder, 'a.xlsx'));
    const ending = new AbortController();
    const steps = resultOf(call.exports.clients({ target, format: 'xlsx' }, { signal: ending.signal }), () =>
      ending.abort(),
    );
    await expect(steps).rejects.toThrow();
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});
