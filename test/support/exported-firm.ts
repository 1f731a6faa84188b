import fs from 'node:fs';
import path from 'node:path';
import type { FirmStep, WrittenFirm } from '#shared/contract/exports.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend } from './backend.ts';
import type { TestBackend } from './backend.ts';
import { temporaryFolder } from './folders.ts';
import { createSampleCase } from './sample-case.ts';
import * as scans from './scans.ts';
import { allOf } from './streams.ts';

export type Stored = Readonly<Record<string, string | number | null>>;

/** A firm with a row in most tables, two clients of one name, one in the trash. */
export async function firmToExport(): Promise<TestBackend & { readonly clientId: string }> {
  const opened = openTestBackend();
  const { call, backend } = opened;
  const { clientId, accountId } = await createSampleCase(call);
  const contact = {
    ...{ name: '示例程宁', phone: '13800000199', idNumber: '110101199003070396', email: null, wechat: null },
    ...{ availableHours: null, isLegalRepresentative: false, isAdministrator: true, isFinance: false },
    ...{ answersCalls: true, leftOn: null },
  };
  await call.clients.saveContact({
    clientId,
    id: null,
    contactId: null,
    contact,
  });
  await call.clients.saveBankAccount({
    clientId,
    id: null,
    bankAccount: {
      kind: 'basic',
      holderName: '示例归樾家居用品有限公司',
      bankName: '示例银行',
      accountNumber: '6222000011115793',
    },
  });
  const { id: applicationId } = await call.applications.create({ accountId, kind: 'first_certification' });
  const folder = temporaryFolder();
  const files = [
    scans.fileIn(folder, '正.jpg', await scans.picture('jpeg', 1)),
    scans.fileIn(folder, '反.png', await scans.picture('png', 2)),
  ].map((file) => ({ token: backend.tokens.grant(file) }));
  await allOf(await call.documents.add({ clientId, kind: 'lease', files }));
  const fee = {
    kind: 'service',
    title: '服务费',
    amountFen: 180_000,
    chargedOn: calendarDate('2026-09-01'),
    dueOn: null,
    invoiceNumber: null,
  } as const;
  const { id: feeId } = await call.fees.save({ clientId, id: null, applicationId, fee });
  await call.fees.pay({ feeId, amountFen: 100_000, paidOn: calendarDate('2026-09-10') });
  await call.clients.setTags({ id: clientId, tags: ['重点'] });
  const twin = await call.clients.create({ name: '示例归樾家居用品有限公司', entityType: 'company' });
  await call.clients.saveRelation({
    clientId,
    otherClientId: twin.id,
    kind: 'subsidiary',
  });
  const gone = await call.clients.create({ name: '示例已移除有限公司', entityType: 'company' });
  await call.clients.trash({ id: gone.id });
  return { ...opened, clientId };
}

export async function exportedFirm(
  { backend, call }: TestBackend,
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<{ readonly folder: string; readonly written: WrittenFirm }> {
  const folder = path.join(temporaryFolder(), '全部资料');
  const steps = await allOf(await call.exports.firm({ target: backend.tokens.grant(folder), language }));
  return { folder, written: resultIn(steps) };
}

export function resultIn(steps: readonly FirmStep[]): WrittenFirm {
  const last = steps.at(-1);
  if (last?.kind !== 'done') throw new Error('no result');
  return last.result;
}

export const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));

export const rowsIn = (file: string): Stored[] =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Stored);

export const storedRows = ({ backend }: TestBackend, table: string, where: string): Stored[] =>
  backend.db.prepare<[], Stored>(`SELECT * FROM ${table} WHERE ${where} ORDER BY id`).all();
