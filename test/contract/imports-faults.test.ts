import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { planOfParts } from '#shared/contract/imports.ts';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import * as bad from '#test/fixtures/bad/workbooks.ts';
import { portfolio, planOf, run, importFile, count } from '#test/support/imports.ts';

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
    [bad.csvWithOpenQuote, 'WORKBOOK_QUOTES', { name: '引号没关.csv', rowNo: 3 }],
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
    expect((await failureOf(planOfParts(call.imports.plan({ file: 'nothing' })))).code).toBe(
      'FILE_TOKEN_UNKNOWN',
    );
    const file = backend.tokens.grant(portfolio);
    expect(await failureOf(planOfParts(call.imports.plan({ file, sheet: '别的' })))).toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'sheet' },
    });
    expect((await failureOf(planOfParts(call.imports.plan({ file, sheet: '说明' })))).code).toBe(
      'WORKBOOK_NO_HEADER',
    );
  });
});

describe('the rows that are returned', () => {
  it('come as they were, with the reasons, and can be imported again once they are right', async () => {
    const test = openTestBackend();
    const folder = temporaryFolder();
    const { plan, done } = await importFile(test, bad.workbookWithWrongTypes(folder), { 2: 'skip' });
    // What was left out by hand is no fault to be mended.
    expect(done).toMatchObject({ changeId: null, refusedRows: [3, 4, 5], counts: { skip: 1, refuse: 3 } });
    const target = path.join(folder, '退回.xlsx');
    const saved = { planId: plan.planId, target: test.backend.tokens.grant(target) };
    expect(await test.call.imports.returnedWorkbook(saved)).toEqual({ name: '退回.xlsx', rowCount: 3 });
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    const returned = await planOf(test, target);
    expect(returned.columns.at(-1)).toMatchObject({ heading: '原因', field: null, how: 'skipped' });
    expect(returned.rows.map(({ raw }) => raw.slice(0, -1))).toEqual(
      plan.rows.slice(1).map(({ raw }) => raw),
    );
    expect(returned.rows.map(({ raw }) => raw.at(-1))).toEqual([
      '认证有效期至：「下个月」不是日期；服务费：「一千二」不是金额',
      '客户名称：「20260922」不是名称；认证有效期至：「TRUE」不是日期',
      '认证有效期至：2026年2月30日 没有这一天',
    ]);
    expect(returned.rows.map(({ deed }) => deed)).toEqual(['refuse', 'refuse', 'refuse']);

    await run(test, returned);
    const again = { planId: returned.planId, target: test.backend.tokens.grant(target) };
    expect(await test.call.imports.returnedWorkbook(again)).toEqual({ name: '退回.xlsx', rowCount: 3 });
    expect((await planOf(test, target)).columns.filter(({ heading }) => heading === '原因')).toHaveLength(1);
  });

  it('are not written over a file that was chosen to be read', async () => {
    const test = openTestBackend();
    const file = bad.workbookWithBadCodes(temporaryFolder());
    const before = fs.readFileSync(file);
    const plan = await planOf(test, file);
    const target = test.backend.tokens.grant(file, 'source', 'read');
    const save = test.call.imports.returnedWorkbook({ planId: plan.planId, target });
    expect(await failureOf(save)).toMatchObject({ code: 'FILE_TOKEN_UNKNOWN' });
    expect(fs.readFileSync(file)).toEqual(before);
  });

  it('are not lost silently when they can’t be written', async () => {
    const test = openTestBackend();
    const plan = await planOf(test, bad.workbookWithBadCodes(temporaryFolder()));
    const target = test.backend.tokens.grant(path.join(temporaryFolder(), '没有这个文件夹', '退回.xlsx'));
    expect(await failureOf(test.call.imports.returnedWorkbook({ planId: plan.planId, target }))).toEqual({
      code: 'NOT_WRITABLE',
      data: { name: '退回.xlsx' },
    });
  });
});
