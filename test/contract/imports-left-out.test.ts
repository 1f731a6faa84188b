import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import { clientNamed, importFile, inFolder, planOf } from '#test/support/imports.ts';

const headings = ['客户名称', '主体类型', '开户行', '银行账号', '管理员手机', '服务费'];

/** A number of 19 digits that a spreadsheet has kept 15 of. */
const destroyed = 6_222_020_200_112_230_000;

describe('a cell that is left out of a row', () => {
  it('is told in the report, and its row is returned to be mended', async () => {
    const test = openTestBackend();
    const folder = temporaryFolder();
    const file = inFolder([
      headings,
      ['示例甲', '企业', '示例银行', destroyed, null, 1200],
      ['示例乙', '企业', '示例银行', '待补', '13800000901', 900],
      ['示例丙', '企业', '示例银行', '622200010002', null, 800],
      ['示例甲', '企业', null, null, null, 1300],
    ]);
    const { plan, done } = await importFile(test, file);
    expect(done.leftOut).toEqual([
      { rowNo: 2, field: 'bankNumber', code: 'digits_lost' },
      { rowNo: 3, field: 'bankNumber', code: 'bank_number_words' },
      { rowNo: 3, field: 'administratorPhone', code: 'phone_without_name' },
      { rowNo: 5, field: 'serviceFee', code: 'conflict_in_file' },
    ]);
    expect(done).toMatchObject({ refusedRows: [], counts: { create: 3, refuse: 0, partial: 3 } });

    const target = path.join(folder, '退回.xlsx');
    const saved = { planId: plan.planId, target: test.backend.tokens.grant(target) };
    expect(await test.call.imports.returnedWorkbook(saved)).toEqual({ name: '退回.xlsx', rowCount: 3 });
    const returned = await planOf(test, target);
    expect(returned.rows.map(({ raw }) => raw.at(-1))).toEqual([
      '其余照写，没写这些格：银行账号：按数字存成 6.22202020011223E+18，后几位已丢失，要按文本重填',
      '其余照写，没写这些格：银行账号：「待补」不是账号；管理员手机：13800000901 没有姓名，不知是谁的',
      '其余照写，没写这些格：服务费：「1300」与第 2 行不同，取那一行的',
    ]);

    // Mended and imported again, it brings just what was missing.
    const mended = inFolder([headings, ['示例甲', '企业', '示例银行', '6222020200112233445', null, 1200]]);
    const again = await importFile(test, mended);
    expect(again.plan.rows[0]?.changes).toEqual([
      { field: 'bankNumber', before: null, after: '6222020200112233445' },
    ]);
    expect(again.done).toMatchObject({ leftOut: [], counts: { update: 1, partial: 0 } });
    const { client } = await clientNamed(test, '示例甲');
    expect(client.serviceFeeFen).toBe(120_000);
  });

  it('does not come back with a value for which an earlier row’s was taken', async () => {
    const test = openTestBackend();
    const file = inFolder([
      headings,
      ['示例甲', '企业', null, null, null, 1200],
      ['示例甲', '企业', '示例银行', '待补', null, 1300],
      ['示例甲', '企业', null, null, null, 1400],
    ]);
    const { plan } = await importFile(test, file);
    const target = path.join(temporaryFolder(), '退回.xlsx');
    await test.call.imports.returnedWorkbook({
      planId: plan.planId,
      target: test.backend.tokens.grant(target),
    });
    const again = await importFile(test, target);
    expect(again.plan.rows.map(({ changes }) => changes)).toEqual([[], []]);
    expect((await clientNamed(test, '示例甲')).client.serviceFeeFen).toBe(120_000);
  });

  it('is none where the row is left out, or it was decided which word holds', async () => {
    const test = openTestBackend();
    const rows = [
      headings,
      ['示例甲', '企业', null, null, null, 1200],
      ['示例甲', '企业', null, null, null, 1300],
    ];
    const { done } = await importFile(test, inFolder(rows), { 3: 'take' });
    expect(done).toMatchObject({ leftOut: [], counts: { partial: 0 } });
    const kept = await importFile(openTestBackend(), inFolder(rows), { 3: 'keep' });
    expect(kept.done).toMatchObject({ leftOut: [], counts: { partial: 0 } });
    const broken = inFolder([headings, ['示例乙', '企业', null, destroyed, null, null]]);
    expect((await importFile(test, broken, { 2: 'skip' })).done).toMatchObject({
      changeId: null,
      leftOut: [],
    });
  });
});
