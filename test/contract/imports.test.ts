import { describe, expect, it } from 'vitest';
import { planOfParts } from '#shared/contract/imports.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { creditCodeNo } from '#test/support/workbooks.ts';
import {
  portfolio,
  headings,
  lantern,
  planOf,
  run,
  importFile,
  inFolder,
  clientNames,
  clientNamed,
  count,
} from '#test/support/imports.ts';

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
    expect(steps[0]).toEqual({ kind: 'working', done: 0, total: 47 });
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
    // A standing that nobody dated was not found on the day of the one before.
    await importFile(test, inFolder([heads, ['示例甲', '企业', '注销', null]]));
    expect(await clientNow()).toMatchObject({ standing: 'closed', standingCheckedOn: null });
    await test.call.history.undo();
    expect(await clientNow()).toMatchObject({ standing: 'abnormal', standingCheckedOn: '2026-09-20' });
    await test.call.history.undo();
    expect(await clientNow()).toMatchObject({ standing: 'operating', standingCheckedOn: '2026-09-01' });
  });

  it('follows the decisions about rows', async () => {
    const test = openTestBackend();
    await importFile(test, inFolder([headings, lantern]));
    const file = inFolder([headings, changed, ['示例新店', null, '个体户', null, null, null, null, null]]);
    const kept = await importFile(test, file, { 2: 'keep', 3: 'skip' });
    expect(kept.done).toMatchObject({
      changeId: null,
      refusedRows: [],
      counts: { same: 1, skip: 1, refuse: 0, create: 0 },
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
    const guessed = await planOfParts(test.call.imports.plan({ file: token }));
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
    const chosen = await planOfParts(test.call.imports.plan({ file: token, mapping }));
    expect(chosen.columns.map(({ field, how }) => [field, how]).slice(2)).toEqual([
      [null, 'skipped'],
      ['remark', 'chosen'],
    ]);
    expect((await planOfParts(test.call.imports.plan({ file: token }))).columns[3]?.how).toBe('skipped');
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
