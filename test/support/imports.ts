import path from 'node:path';
import { planOfParts } from '#shared/contract/imports.ts';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { allOf } from '#test/support/streams.ts';
import { creditCodeNo, workbook } from '#test/support/workbooks.ts';
import type { CellValue } from '#test/support/workbooks.ts';

export const portfolio = path.resolve(import.meta.dirname, '../../resources/sample/portfolio.xlsx');
export const headings = [
  '客户名称',
  '统一社会信用代码',
  '主体类型',
  '负责人',
  '服务费',
  '小程序名称',
  'AppID',
  '认证有效期至',
];
export const lantern: CellValue[] = [
  '示例灯具有限公司',
  creditCodeNo(1),
  '企业',
  '样本甲',
  1200,
  '灯具',
  'wx00000000000000a1',
  '2027-01-31',
];

export type Decisions = Record<string, 'keep' | 'take' | 'skip'>;

export const planOf = ({ backend, call }: TestBackend, file: string): Promise<ImportPlan> =>
  planOfParts(call.imports.plan({ file: backend.tokens.grant(file) }));

export async function run({ call }: TestBackend, { planId }: ImportPlan, decisions: Decisions = {}) {
  const steps = await allOf(await call.imports.run({ planId, decisions }));
  const last = steps.at(-1);
  if (last?.kind !== 'done') throw new Error('the import did not end');
  return { done: last.result, steps };
}

export async function importFile(test: TestBackend, file: string, decisions?: Decisions) {
  const plan = await planOf(test, file);
  return { plan, ...(await run(test, plan, decisions)) };
}

export const inFolder = (rows: readonly (readonly CellValue[])[], name = '示例.xlsx') =>
  workbook(temporaryFolder(), name, rows);

export const clientNames = async ({ call }: TestBackend) =>
  (await call.clients.list({ sort: { key: 'name', descending: false }, limit: 500 })).rows.map(
    ({ name }) => name,
  );

export async function clientNamed({ call }: TestBackend, name: string) {
  const page = await call.clients.list({ filter: { text: name } });
  const row = page.rows.find((one) => one.name === name);
  if (row === undefined) throw new Error(`no client ${name}`);
  return call.clients.get({ id: row.id });
}

export const count = ({ backend }: TestBackend, table: string): number =>
  backend.db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
