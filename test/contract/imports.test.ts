import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportPlan } from '#shared/contract/imports.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { allOf } from '#test/support/streams.ts';
import { creditCodeNo, largeHeadings, largeRows, workbook } from '#test/support/workbooks.ts';
import type { CellValue } from '#test/support/workbooks.ts';
import * as bad from '#test/fixtures/bad/workbooks.ts';

const portfolio = path.resolve(import.meta.dirname, '../../resources/sample/portfolio.xlsx');
const headings = [
  '客户名称',
  '统一社会信用代码',
  '主体类型',
  '负责人',
  '服务费',
  '小程序名称',
  'AppID',
  '认证有效期至',
];
const lantern: CellValue[] = [
  '示例灯具有限公司',
  creditCodeNo(1),
  '企业',
  '样本甲',
  1200,
  '灯具',
  'wx00000000000000a1',
  '2027-01-31',
];

type Decisions = Record<string, 'keep' | 'take' | 'refuse'>;

const planOf = ({ backend, call }: TestBackend, file: string): Promise<ImportPlan> =>
  call.imports.plan({ file: backend.tokens.grant(file) });

async function run({ call }: TestBackend, { planId }: ImportPlan, decisions: Decisions = {}) {
  const steps = await allOf(await call.imports.run({ planId, decisions }));
  const done = steps.at(-1);
  if (done?.kind !== 'done') throw new Error('the import did not end');
  return { done, steps };
}

async function importFile(test: TestBackend, file: string, decisions?: Decisions) {
  const plan = await planOf(test, file);
  return { plan, ...(await run(test, plan, decisions)) };
}

const inFolder = (rows: readonly (readonly CellValue[])[], name = '示例.xlsx') =>
  workbook(temporaryFolder(), name, rows);

const clientNames = async ({ call }: TestBackend) =>
  (await call.clients.list({ sort: { key: 'name', descending: false }, limit: 500 })).rows.map(
    ({ name }) => name,
  );

async function clientNamed({ call }: TestBackend, name: string) {
  const page = await call.clients.list({ filter: { text: name } });
  const row = page.rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no client ${name}`);
  return call.clients.get({ id: row.id });
}

const count = ({ backend }: TestBackend, table: string): number =>
  backend.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;

describe('the sample portfolio', () => {
  it('is understood, counted and shown before anything is written', async () => {
    const test = openTestBackend();
    const plan = await planOf(test, portfolio);
    expect(plan).toMatchObject({
      fileName: 'portfolio.xlsx',
      sheet: '客户',
      sheets: ['客户', '说明'],
      headerRowNo: 1,
    });
    expect(plan.columns.map(({ how }) => how)).toEqual(plan.columns.map(() => 'heading'));
    expect(plan.counts).toMatchObject({
      rows: plan.rows.length,
      refuse: 0,
      same: 0,
      update: 0,
      clientsBefore: 0,
    });
    expect(plan.counts.newClients).toBeGreaterThanOrEqual(40);
    expect(plan.rows.every(({ notes }) => notes.every(({ level }) => level === 'fixed'))).toBe(true);
    expect(count(test, 'events')).toBe(0);
    expect(count(test, 'clients')).toBe(0);
  });

  it('comes in as one change with people, bank, tags and accounts', async () => {
    const test = openTestBackend();
    const { plan, done, steps } = await importFile(test, portfolio);
    expect(steps[0]).toEqual({ kind: 'writing', rows: 0, total: plan.rows.length });
    expect(done).toMatchObject({ counts: plan.counts, refusedRows: [] });
    expect(count(test, 'changes')).toBe(1);
    expect(count(test, 'clients')).toBe(plan.counts.newClients);
    expect(count(test, 'accounts')).toBe(plan.counts.newAccounts);

    const same = await clientNamed(test, '云汀归樾家居用品有限公司');
    expect(same.client).toMatchObject({
      entityType: 'company',
      licenceUntil: 'forever',
      serviceFeeFen: 360_000,
      consultantName: '周岚',
    });
    expect(same.tags).toEqual(['示例']);
    expect(same.contacts).toMatchObject([
      { name: '顾北辞', phone: '13800000101', isLegalRepresentative: true, isAdministrator: true },
    ]);
    expect(same.accounts.map(({ name, certifiedUntilOn }) => [name, certifiedUntilOn])).toEqual([
      ['归樾家居', '2026-09-18'],
      ['归樾样板间', '2027-03-30'],
    ]);
    const other = await clientNamed(test, '栩禾（云汀）餐饮管理有限公司');
    expect(other.bankAccounts).toMatchObject([
      { kind: 'basic', holderName: '栩禾(云汀)餐饮管理有限公司', accountNumber: '20010010400064471' },
    ]);
    expect(other.contacts.map(({ name, isAdministrator }) => [name, isAdministrator])).toEqual([
      ['林序', true],
      ['许听澜', false],
    ]);
    expect((await test.call.consultants.list()).map(({ name }) => name)).toContain('周岚');
  });

  it('changes nothing and writes no event when it comes again', async () => {
    const test = openTestBackend();
    await importFile(test, portfolio);
    const events = count(test, 'events');
    const { plan, done } = await importFile(test, portfolio);
    expect(new Set(plan.rows.map(({ deed }) => deed))).toEqual(new Set(['same', 'merge']));
    expect(plan.counts).toMatchObject({ changedFields: 0, newClients: 0, newAccounts: 0 });
    expect(done.changeId).toBeNull();
    expect(count(test, 'events')).toBe(events);
    expect((await planOf(test, portfolio)).columns.every(({ how }) => how === 'remembered')).toBe(true);
  });

  it('goes back in one step and comes back in one', async () => {
    const test = openTestBackend();
    await importFile(test, portfolio);
    const before = await clientNamed(test, '望汐青笠物流有限公司');
    await test.call.history.undo();
    expect(await clientNames(test)).toEqual([]);
    expect(await test.call.consultants.list()).toEqual([]);
    await test.call.history.redo();
    const { client, tags, accounts, bankAccounts } = await clientNamed(test, '望汐青笠物流有限公司');
    expect({ tags, accounts, bankAccounts, client: { ...client, updatedAtMs: 0 } }).toMatchObject({
      client: { ...before.client, updatedAtMs: 0 },
      tags: before.tags,
      accounts: before.accounts,
      bankAccounts: before.bankAccounts,
    });
    expect((await planOf(test, portfolio)).counts).toMatchObject({ create: 0, update: 0, refuse: 0 });
    expect((await test.call.history.verify()).brokenAt).toBeNull();
  });
});

describe('updating', () => {
  const changed = lantern.with(3, '样本乙').with(4, '2,400 元').with(7, '2028/1/31');

  it('writes only the fields that differ, and undo takes them back', async () => {
    const test = openTestBackend();
    await importFile(test, inFolder([headings, lantern]));
    const { plan } = await importFile(test, inFolder([headings, changed]));
    expect(plan.rows[0]).toMatchObject({
      deed: 'update',
      changes: [
        { field: 'consultant', before: '样本甲', after: '样本乙' },
        { field: 'serviceFee', before: '120000', after: '240000' },
        { field: 'certifiedUntil', before: '2027-01-31', after: '2028-01-31' },
      ],
    });
    const { client, accounts, history } = await clientNamed(test, '示例灯具有限公司');
    expect(client).toMatchObject({ consultantName: '样本乙', serviceFeeFen: 240_000 });
    expect(accounts).toMatchObject([{ certifiedUntilOn: '2028-01-31' }]);
    expect(
      history
        .filter(({ operation }) => operation === 'update')
        .flatMap(({ after }) => Object.keys(after ?? {}))
        .sort(),
    ).toEqual(['certified_until_on', 'consultant_id', 'service_fee_fen']);
    await test.call.history.undo();
    expect((await clientNamed(test, '示例灯具有限公司')).client).toMatchObject({
      consultantName: '样本甲',
      serviceFeeFen: 120_000,
    });
  });

  it('brings the registry’s standing with the day on which it was looked up', async () => {
    const test = openTestBackend();
    const heads = ['客户名称', '主体类型', '登记状态', '查询日期'];
    const first = ['示例甲', '企业', '存续（在营、开业、在册）', '2026/9/1'];
    const other = ['示例乙', '企业', '待查', '2026-09-01'];
    const { plan } = await importFile(test, inFolder([heads, first, other]));
    expect(plan.columns.map(({ field }) => field)).toEqual([
      'name',
      'entityType',
      'standing',
      'standingCheckedOn',
    ]);
    expect(plan.rows[1]).toMatchObject({
      deed: 'refuse',
      notes: [{ field: 'standing', level: 'error', code: 'standing_unknown' }],
    });
    const clientNow = async () => (await clientNamed(test, '示例甲')).client;
    expect(await clientNow()).toMatchObject({ standing: 'operating', standingCheckedOn: '2026-09-01' });
    const english = ['Company name', 'Type', 'Registration status', 'Checked on'];
    const later = await importFile(test, inFolder([english, ['示例甲', '企业', 'Abnormal', '2026-09-20']]));
    expect(later.plan.rows[0]?.changes).toEqual([
      { field: 'standing', before: 'operating', after: 'abnormal' },
      { field: 'standingCheckedOn', before: '2026-09-01', after: '2026-09-20' },
    ]);
    expect(await clientNow()).toMatchObject({ standing: 'abnormal', standingCheckedOn: '2026-09-20' });
    expect((await importFile(test, inFolder([heads, first]))).done.changeId).toBeNull();
    await test.call.history.undo();
    expect(await clientNow()).toMatchObject({ standing: 'operating', standingCheckedOn: '2026-09-01' });
  });

  it('follows the decisions about rows', async () => {
    const test = openTestBackend();
    await importFile(test, inFolder([headings, lantern]));
    const file = inFolder([headings, changed, ['示例新店', null, '个体户', null, null, null, null, null]]);
    const kept = await importFile(test, file, { 2: 'keep', 3: 'refuse' });
    expect(kept.done).toMatchObject({
      changeId: null,
      refusedRows: [3],
      counts: { same: 1, refuse: 1, create: 0 },
    });
    const earlier = inFolder([headings, lantern.with(7, '2026-01-31')]);
    expect((await importFile(test, earlier)).done.changeId).toBeNull();
    expect((await importFile(test, earlier, { 2: 'take' })).done.counts.changedFields).toBe(1);
    expect((await clientNamed(test, '示例灯具有限公司')).accounts).toMatchObject([
      { certifiedUntilOn: '2026-01-31' },
    ]);
  });

  it('hands the administrator’s role over and keeps the person', async () => {
    const test = openTestBackend();
    const heads = ['客户名称', '主体类型', '法定代表人', '管理员', '手机'];
    await importFile(test, inFolder([heads, ['示例甲', '企业', '样本甲', '样本甲', '13800000001']]));
    await importFile(test, inFolder([heads, ['示例甲', '企业', '样本甲', '样本乙', '13800000002']]));
    expect((await clientNamed(test, '示例甲')).contacts).toMatchObject([
      { name: '样本乙', phone: '13800000002', isAdministrator: true, isLegalRepresentative: false },
      { name: '样本甲', phone: '13800000001', isAdministrator: false, isLegalRepresentative: true },
    ]);
    expect(
      (await importFile(test, inFolder([heads, ['示例甲', '企业', '样本甲', '样本乙', '13800000002']]))).done
        .changeId,
    ).toBeNull();
  });

  it('knows what was typed in by hand', async () => {
    const test = openTestBackend();
    const { id } = await test.call.clients.create({
      name: '示例（手）公司',
      entityType: 'company',
      serviceFeeFen: 120_000,
    });
    await test.call.accounts.create({
      clientId: id,
      account: {
        platform: 'wechat',
        kind: 'mini_program',
        name: '灯具',
        appId: 'WX00000000000000A1',
        certifiedUntilOn: '2027-01-31' as CalendarDate,
      },
    });
    const plan = await planOf(test, inFolder([headings, lantern.with(0, '示例(手)公司').with(3, null)]));
    expect(plan.rows[0]).toMatchObject({
      deed: 'update',
      clientId: id,
      changes: [{ field: 'creditCode', before: null, after: creditCodeNo(1) }],
    });
  });
});

describe('columns', () => {
  it('are guessed, chosen, and remembered after a run', async () => {
    const test = openTestBackend();
    const file = inFolder([
      ['甲方', '编号', '负责人', '内部'],
      ['示例灯具有限公司', creditCodeNo(1), '样本甲', 'x1'],
      ['示例书局有限公司', creditCodeNo(2), '样本甲', 'x2'],
    ]);
    const token = test.backend.tokens.grant(file);
    const guessed = await test.call.imports.plan({ file: token });
    expect(guessed.columns.map(({ field, how }) => [field, how])).toEqual([
      ['name', 'guessed'],
      ['creditCode', 'guessed'],
      ['consultant', 'heading'],
      [null, 'skipped'],
    ]);
    const mapping = [
      { column: 2, field: null },
      { column: 3, field: 'remark' as const },
    ];
    const chosen = await test.call.imports.plan({ file: token, mapping });
    expect(chosen.columns.map(({ field, how }) => [field, how]).slice(2)).toEqual([
      [null, 'skipped'],
      ['remark', 'chosen'],
    ]);
    expect((await test.call.imports.plan({ file: token })).columns[3]?.how).toBe('skipped');
    await run(test, chosen);
    expect((await planOf(test, file)).columns.map(({ field, how }) => [field, how])).toEqual([
      ['name', 'remembered'],
      ['creditCode', 'remembered'],
      [null, 'skipped'],
      ['remark', 'remembered'],
    ]);
    expect((await clientNamed(test, '示例书局有限公司')).client).toMatchObject({
      remark: 'x2',
      consultantName: null,
    });
  });
});

describe('bad workbooks', () => {
  const errorOf = async (make: (folder: string) => string) => {
    const test = openTestBackend();
    const failure = await failureOf(planOf(test, make(temporaryFolder())));
    expect(count(test, 'events')).toBe(0);
    return failure;
  };
  const plansOf = async (make: (folder: string) => string) =>
    planOf(openTestBackend(), make(temporaryFolder()));
  const notesOf = (plan: ImportPlan) =>
    plan.rows.map(({ rowNo, deed, notes }) => ({
      rowNo,
      deed,
      errors: notes.filter(({ level }) => level === 'error').map(({ column, code }) => [column, code]),
    }));

  it.each<[(folder: string) => string, string, object]>([
    [bad.emptyFile, 'FILE_EMPTY', { name: '空文件.xlsx' }],
    [bad.workbookWithoutRows, 'WORKBOOK_EMPTY', { name: '空工作簿.xlsx' }],
    [bad.workbookWithHeadsOnly, 'WORKBOOK_EMPTY', { name: '只有表头.xlsx' }],
    [
      bad.workbookWithoutNames,
      'WORKBOOK_NO_HEADER',
      { name: '缺客户名称列.xlsx', sheet: '客户', missing: ['name'] },
    ],
    [bad.encryptedWorkbook, 'WORKBOOK_ENCRYPTED', { name: '有密码.xlsx' }],
    [bad.truncatedWorkbook, 'WORKBOOK_DAMAGED', { name: '没传完.xlsx', detail: 'the archive is cut off' }],
    [bad.textNamedWorkbook, 'WORKBOOK_DAMAGED', { name: '其实是文本.xlsx', detail: 'not a workbook: TXT' }],
    [(folder) => path.join(folder, '没有.xlsx'), 'FILE_UNREADABLE', { name: '没有.xlsx', detail: 'ENOENT' }],
  ])('%o is refused with %s', async (make, code, data) => {
    expect(await errorOf(make)).toEqual({ code, data });
  });

  it('of 50 MB and more are not even opened', async () => {
    const sizeBytes = 50 * 1024 * 1024 + 1;
    const large = (folder: string) => {
      const file = path.join(folder, '大.xlsx');
      fs.closeSync(fs.openSync(file, 'w'));
      fs.truncateSync(file, sizeBytes);
      return file;
    };
    expect(await errorOf(large)).toEqual({
      code: 'FILE_TOO_LARGE',
      data: { name: '大.xlsx', sizeBytes, limitBytes: sizeBytes - 1 },
    });
  });

  it('name the row and the column of each fault', async () => {
    expect(notesOf(await plansOf(bad.workbookWithWrongTypes))).toEqual([
      { rowNo: 2, deed: 'create', errors: [] },
      {
        rowNo: 3,
        deed: 'refuse',
        errors: [
          [6, 'not_a_date'],
          [7, 'not_an_amount'],
        ],
      },
      {
        rowNo: 4,
        deed: 'refuse',
        errors: [
          [0, 'not_a_name'],
          [6, 'not_a_date'],
        ],
      },
      { rowNo: 5, deed: 'refuse', errors: [[6, 'no_such_day']] },
    ]);
    expect(notesOf(await plansOf(bad.workbookWithBadCodes))).toEqual([
      { rowNo: 2, deed: 'refuse', errors: [[1, 'credit_code_checksum']] },
      { rowNo: 3, deed: 'refuse', errors: [[1, 'credit_code_alphabet']] },
      { rowNo: 4, deed: 'refuse', errors: [[1, 'credit_code_length']] },
    ]);
    const { rows } = await plansOf(bad.workbookWithNamesOnly);
    expect(rows.map(({ notes }) => notes)).toMatchObject([
      [{ field: 'entityType', code: 'empty', column: null }],
      [{ code: 'empty' }],
    ]);
  });

  it('with titles above the headings, full-width digits and duplicates are read as meant', async () => {
    const merged = await plansOf(bad.workbookWithMergedHeads);
    expect(merged).toMatchObject({ headerRowNo: 3, rows: [{ rowNo: 4, deed: 'create' }] });
    const wide = await plansOf(bad.workbookWithFullWidthDigits);
    expect(wide.rows[0]?.values).toMatchObject({
      administratorPhone: '13800000901',
      certifiedUntil: '2027-01-31',
    });
    expect(wide.rows[0]?.values).toMatchObject({ ...merged.rows[0]?.values, name: '云汀坏例灯具有限公司' });
    const duplicates = await plansOf(bad.workbookWithDuplicates);
    expect(duplicates.rows.map(({ deed, mergedInto }) => [deed, mergedInto])).toEqual([
      ['create', null],
      ['merge', 2],
      ['create', null],
      ['merge', 4],
    ]);
    expect(duplicates.rows[1]?.notes).toContainEqual(
      expect.objectContaining({ field: 'name', code: 'conflict_in_file' }),
    );
    expect(duplicates.counts).toMatchObject({ newClients: 2, newAccounts: 4 });
  });

  it('need a token and a sheet that is there', async () => {
    const { backend, call } = openTestBackend();
    expect((await failureOf(call.imports.plan({ file: 'nothing' }))).code).toBe('FILE_TOKEN_UNKNOWN');
    const file = backend.tokens.grant(portfolio);
    expect(await failureOf(call.imports.plan({ file, sheet: '别的' }))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'sheet' },
    });
    expect((await failureOf(call.imports.plan({ file, sheet: '说明' }))).code).toBe('WORKBOOK_NO_HEADER');
  });
});

describe('the rows that are returned', () => {
  it('come as they were, with the reasons, and can be imported again once they are right', async () => {
    const test = openTestBackend();
    const folder = temporaryFolder();
    const { plan, done } = await importFile(test, bad.workbookWithWrongTypes(folder), { 2: 'refuse' });
    expect(done).toMatchObject({ changeId: null, refusedRows: [2, 3, 4, 5] });
    const target = path.join(folder, '退回.xlsx');
    const saved = { planId: plan.planId, target: test.backend.tokens.grant(target) };
    expect(await test.call.imports.refusedWorkbook(saved)).toEqual({ name: '退回.xlsx', rowCount: 4 });
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    const returned = await planOf(test, target);
    expect(returned.columns.at(-1)).toMatchObject({ heading: '原因', field: null, how: 'skipped' });
    expect(returned.rows.map(({ raw }) => raw.slice(0, -1))).toEqual(plan.rows.map(({ raw }) => raw));
    expect(returned.rows.map(({ raw }) => raw.at(-1))).toEqual([
      '核对时选择退回',
      '认证有效期至：「下个月」不是日期；服务费：「一千二」不是金额',
      '客户名称：「20260922」不是名称；认证有效期至：「TRUE」不是日期',
      '认证有效期至：2026年2月30日 没有这一天',
    ]);
    expect(returned.rows.map(({ deed }) => deed)).toEqual(['create', 'refuse', 'refuse', 'refuse']);

    await run(test, returned);
    const again = { planId: returned.planId, target: test.backend.tokens.grant(target) };
    expect(await test.call.imports.refusedWorkbook(again)).toEqual({ name: '退回.xlsx', rowCount: 3 });
    expect((await planOf(test, target)).columns.filter(({ heading }) => heading === '原因')).toHaveLength(1);
  });

  it('are not written over a file that was chosen to be read', async () => {
    const test = openTestBackend();
    const file = bad.workbookWithBadCodes(temporaryFolder());
    const before = fs.readFileSync(file);
    const plan = await planOf(test, file);
    const target = test.backend.tokens.grant(file, 'source', 'read');
    const save = test.call.imports.refusedWorkbook({ planId: plan.planId, target });
    expect(await failureOf(save)).toMatchObject({ code: 'FILE_TOKEN_UNKNOWN' });
    expect(fs.readFileSync(file)).toEqual(before);
  });

  it('are not lost silently when they can’t be written', async () => {
    const test = openTestBackend();
    const plan = await planOf(test, bad.workbookWithBadCodes(temporaryFolder()));
    const target = test.backend.tokens.grant(path.join(temporaryFolder(), '没有这个文件夹', '退回.xlsx'));
    expect(await failureOf(test.call.imports.refusedWorkbook({ planId: plan.planId, target }))).toEqual({
      code: 'NOT_WRITABLE',
      data: { name: '退回.xlsx' },
    });
  });
});

describe('writing', () => {
  it('takes 5,000 rows in one go', { timeout: 120_000 }, async () => {
    const test = openTestBackend();
    const file = inFolder([largeHeadings, ...largeRows(5000)]);
    const startedMs = performance.now();
    const plan = await planOf(test, file);
    const plannedMs = performance.now();
    const { done } = await run(test, plan);
    const writtenMs = performance.now();
    console.log(`5,000 rows: planned in ${plannedMs - startedMs} ms, written in ${writtenMs - plannedMs} ms`);
    expect(done.counts).toMatchObject({ create: 5000, newAccounts: 5000, refuse: 0 });
    expect(count(test, 'clients')).toBe(5000);
    const again = await planOf(test, file);
    console.log(`again: planned in ${again.tookMs} ms`);
    expect(again.counts).toMatchObject({ same: 5000, changedFields: 0 });
    expect((await run(test, again)).done.changeId).toBeNull();
  });

  it('leaves nothing behind when one row fails in the middle', async () => {
    const test = openTestBackend();
    const plan = await planOf(test, inFolder([largeHeadings, ...largeRows(20)]));
    test.backend.db.exec(
      `CREATE TRIGGER fails BEFORE INSERT ON accounts WHEN new.name = '示例小程序15' BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    await expect(run(test, plan)).rejects.toThrow('no room');
    for (const table of [
      'clients',
      'accounts',
      'contacts',
      'consultants',
      'tags',
      'events',
      'changes',
      'obligations',
      'import_mappings',
    ]) {
      expect([table, count(test, table)]).toEqual([table, 0]);
    }
    test.backend.db.exec('DROP TRIGGER fails');
    expect((await run(test, plan)).done.counts.create).toBe(20);
  });

  it('does not happen when the call is given up before', async () => {
    const test = openTestBackend();
    const { planId } = await planOf(test, portfolio);
    const stop = new AbortController();
    const stream = await test.call.imports.run({ planId, decisions: {} }, { signal: stop.signal });
    for await (const step of stream) {
      expect(step.kind).toBe('writing');
      break;
    }
    expect(count(test, 'clients')).toBe(0);
    const second = await test.call.imports.run({ planId, decisions: {} }, { signal: stop.signal });
    const read = async () => {
      for await (const step of second) if (step.kind === 'writing') stop.abort();
    };
    await expect(read()).rejects.toThrow();
    expect(count(test, 'clients')).toBe(0);
  });

  it('twice from the same plan makes no duplicates', async () => {
    const test = openTestBackend();
    const plan = await planOf(test, portfolio);
    const other = await planOf(test, portfolio);
    await run(test, plan);
    const clients = count(test, 'clients');
    for (const late of [plan, other]) expect((await run(test, late)).done.changeId).toBeNull();
    expect(count(test, 'clients')).toBe(clients);
  });

  it('does not overwrite what has changed since it was shown', async () => {
    const test = openTestBackend();
    await importFile(test, inFolder([headings, lantern]));
    const plan = await planOf(test, inFolder([headings, lantern.with(4, 2400)]));
    const { client } = await clientNamed(test, '示例灯具有限公司');
    await test.call.clients.update({ id: client.id, base: {}, changes: { serviceFeeFen: 990_000 } });
    expect(await failureOf(run(test, plan))).toEqual({
      code: 'STALE',
      data: { field: 'serviceFee', expected: '120000', found: '990000' },
    });
    await test.call.clients.trash({ id: client.id });
    expect((await failureOf(run(test, plan))).code).toBe('STALE');
  });

  it('needs a plan that is still there', async () => {
    const test = openTestBackend();
    const first = await planOf(test, portfolio);
    for (let index = 0; index < 3; index += 1) await planOf(test, portfolio);
    expect(await failureOf(run(test, first))).toMatchObject({ code: 'NOT_FOUND', data: { what: 'plan' } });
  });
});
