import { expect, test } from 'vitest';
import { deriveForNewDay } from '#backend/derivations.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';

const dayMs = 86_400_000;

/** Clients with an application under way, each with one duty. */
async function openCases({ call }: TestBackend, count: number): Promise<void> {
  for (let no = 0; no < count; no += 1) {
    const { id: clientId } = await call.clients.create({
      name: `示例${no}号有限公司`,
      entityType: 'company',
    });
    const account = { platform: 'wechat', kind: 'mini_program', name: `示例${no}` } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    await call.applications.create({ accountId, kind: 'first_certification' });
  }
}

const dutyCount = ({ backend }: TestBackend): number =>
  backend.db
    .prepare<[], { n: number }>("SELECT count(*) AS n FROM obligations WHERE kind <> 'annual_report'")
    .get()?.n ?? 0;

const reportsOf = ({ backend }: TestBackend) =>
  backend.db
    .prepare<[], { subject: string; due_on: string }>(
      `SELECT c.name, o.subject, o.due_on FROM obligations o JOIN clients c ON c.id = o.client_id
       WHERE o.kind = 'annual_report' ORDER BY c.name`,
    )
    .all();

test('what depends on the day is made anew once a day', async () => {
  const opened = openTestBackend();
  const { backend } = opened;
  await openCases(opened, 3);
  expect(dutyCount(opened)).toBe(3);
  // Stands for rows that no longer fit the day.
  backend.db.exec('DELETE FROM obligations');
  await deriveForNewDay(backend);
  expect(dutyCount(opened)).toBe(0);
  opened.setNow(sampleNowMs + dayMs);
  await deriveForNewDay(backend);
  expect(dutyCount(opened)).toBe(3);
});

test('many clients are made anew without holding up the other calls, and an end in the middle is made up for', async () => {
  const opened = openTestBackend();
  const { backend, call } = opened;
  await openCases(opened, 60);
  opened.setNow(sampleNowMs + dayMs);
  const done: string[] = [];
  const all = deriveForNewDay(backend).then(() => done.push('derived'));
  await call.system.info().then(() => done.push('answered'));
  await all;
  expect(done).toEqual(['answered', 'derived']);

  backend.db.exec('DELETE FROM obligations');
  opened.setNow(sampleNowMs + 2 * dayMs);
  await deriveForNewDay(backend, AbortSignal.abort());
  expect(dutyCount(opened)).toBeLessThan(60);
  await deriveForNewDay(backend);
  expect(dutyCount(opened)).toBe(60);
});

test('the annual reports that nobody noted follow the end of their window and the year, and the noted ones stay', async () => {
  const opened = openTestBackend(undefined, Date.parse('2026-06-30T09:00:00+08:00'));
  const { backend, call } = opened;
  const firm = { entityType: 'company' } as const;
  await call.clients.create({ ...firm, name: '示例甲', annualReportYear: 2025 });
  await call.clients.create({ ...firm, name: '示例乙' });
  await call.clients.create({ ...firm, name: '示例丙', establishedOn: '2026-02-01' as never });
  const noted = { name: '示例甲', subject: '2026', due_on: '2027-05-31' };
  expect(reportsOf(opened)).toEqual([{ name: '示例乙', subject: '2025', due_on: '2026-05-29' }, noted]);

  opened.setNow(Date.parse('2026-07-01T00:00:00+08:00'));
  await deriveForNewDay(backend);
  expect(reportsOf(opened)).toEqual([{ name: '示例乙', subject: '2025', due_on: '9999-12-31' }, noted]);

  opened.setNow(Date.parse('2027-01-01T00:00:00+08:00'));
  await deriveForNewDay(backend);
  expect(reportsOf(opened)).toEqual([
    { name: '示例丙', subject: '2026', due_on: '2027-05-31' },
    { name: '示例乙', subject: '2026', due_on: '2027-05-31' },
    noted,
  ]);
});
