import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { Backend } from '#backend/backend.ts';
import { obligationKinds } from '#shared/domain/obligations.ts';
import { recomputeAllObligations } from '#backend/obligations/service.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { anyHistory, liveThrough } from '#test/support/office-history.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const kindsIn = ({ db }: Backend) =>
  db.prepare<[], { kind: string }>('SELECT DISTINCT kind FROM obligations').all();
/** Of the cases whose papers are complete. */
const blockersIn = ({ db }: Backend) =>
  db
    .prepare<[], { n: number }>(
      "SELECT DISTINCT blocker_count AS n FROM obligations WHERE kind = 'collecting' AND blocker_count IS NOT NULL",
    )
    .all();
const rowsOf = ({ db }: Backend) => ({
  obligations: db.prepare('SELECT * FROM obligations ORDER BY id').all(),
  summaries: db.prepare('SELECT * FROM client_summaries ORDER BY client_id').all(),
});

test('the rows kept by every change, and by every new day, are those of a full recomputation', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory(40), async (history) => {
      const opened = openTestBackend();
      const { backend, call } = opened;
      await liveThrough(opened, history, sampleNowMs, () => {
        const kept = rowsOf(backend);
        recomputeAllObligations(backend);
        recomputeAllSummaries(backend);
        expect(rowsOf(backend)).toEqual(kept);
      });
      expect((await call.history.verify()).brokenAt).toBeNull();
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('every kind of duty comes up in such histories, and complete cases with fewer and more blockers', async () => {
  // A first look stands only on the way of a filing, which few of the histories go that far.
  const expected = obligationKinds.filter((kind) => kind !== 'clock_pre_review');
  const kinds = new Set<string>();
  const blockers = new Set<number>();
  for (const history of fc.sample(anyHistory(60), { numRuns: 60, seed: 7 })) {
    if (expected.every((kind) => kinds.has(kind)) && blockers.size > 1) break;
    const opened = openTestBackend();
    await liveThrough(opened, history, sampleNowMs, () => {
      for (const { kind } of kindsIn(opened.backend)) kinds.add(kind);
      for (const { n } of blockersIn(opened.backend)) blockers.add(n);
    });
  }
  expect(expected.filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(blockers.size).toBeGreaterThan(1);
}, 120_000);

test('a task of the firm’s own stands on the agenda, without a client, until it is done', async () => {
  const { call } = openTestBackend();
  const { id } = await call.tasks.save({
    id: null,
    clientId: null,
    title: '给自己',
    dueOn: '2026-09-22' as never,
  });
  const { rows } = await call.agenda.list({});
  expect(rows).toMatchObject([
    { kind: 'task', taskId: id, clientId: null, clientName: null, subject: '给自己' },
  ]);
  await call.tasks.finish({ id });
  expect((await call.agenda.list({})).rows).toEqual([]);
});

test('a report that was filed makes the next one due; taking it back brings the old one back', async () => {
  const { call } = openTestBackend(undefined, Date.parse('2026-03-02T09:00:00+08:00'));
  const { id } = await call.clients.create({ name: '示例', entityType: 'company' });
  const due = async () =>
    (await call.agenda.list({ days: 600 })).rows
      .filter(({ kind }) => kind === 'annual_report')
      .map(({ subject, dueOn, group }) => [subject, dueOn, group]);
  expect(await due()).toEqual([['2025', '2026-05-29', 'later']]);
  await call.clients.update({ id, base: { annualReportYear: null }, changes: { annualReportYear: 2025 } });
  expect(await due()).toEqual([['2026', '2027-05-31', 'later']]);
  const { history } = await call.clients.get({ id });
  expect(history[0]).toMatchObject({
    before: { annual_report_year: null },
    after: { annual_report_year: 2025 },
  });
  await call.history.undo();
  expect(await due()).toEqual([['2025', '2026-05-29', 'later']]);
  const ahead = call.clients.update({ id, base: {}, changes: { annualReportYear: 2026 } });
  expect(await failureOf(ahead)).toEqual({
    code: 'REPORT_YEAR_NOT_OVER',
    data: { year: 2026, lastYear: 2025 },
  });
});

test('a report of a past year that nobody noted is asked about on the client’s page, not in the agenda', async () => {
  const { call } = openTestBackend();
  const { id } = await call.clients.create({ name: '示例', entityType: 'company' });
  expect((await call.agenda.list({ days: 600 })).rows).toEqual([]);
  expect((await call.clients.get({ id })).obligations).toMatchObject([
    { kind: 'annual_report', subject: '2025', legalOn: '2026-06-30', internalOn: null },
  ]);
  expect((await call.clients.list({})).rows).toMatchObject([{ next: null }]);
  await call.clients.update({ id, base: {}, changes: { annualReportYear: 2024 } });
  expect((await call.agenda.list({})).rows).toMatchObject([{ subject: '2025', group: 'overdue' }]);
});

test('the rules of upkeep reach whoever shows them', async () => {
  const { call } = openTestBackend();
  const upkeep = await call.rules.upkeep();
  expect(upkeep.annualReport.plan.submitDaysBefore).toBe(30);
});

test('the plan of a review comes up in Today and on the agenda when the papers are to be asked for', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const { clientId } = await createSampleCase(call);
  // A hundred days before this end it is Tuesday, 22 September 2026; the window opens ten days later.
  await call.accounts.create({
    clientId,
    account: {
      platform: 'wechat',
      kind: 'mini_program',
      name: '示例窗口',
      certifiedUntilOn: calendarDate('2026-12-31'),
    },
  });
  const groupsOn = async (day: string) => {
    opened.setNow(Date.parse(`${day}T09:00:00+08:00`));
    const { groups } = await call.today.get({ consultantId: null, limitPerGroup: 50 });
    const urgent = groups.filter(({ group }) => group === 'overdue' || group === 'today');
    expect((await call.today.summary()).urgent).toBe(urgent.reduce((sum, { total }) => sum + total, 0));
    return groups.flatMap(({ group, rows }) =>
      rows.some(({ kind }) => kind === 'review_window') ? [group] : [],
    );
  };
  expect(await groupsOn('2026-09-21')).toEqual(['this_week']);
  expect(await groupsOn('2026-09-22')).toEqual(['today']);
  expect(await groupsOn('2026-09-24')).toEqual([]);
  expect(await groupsOn('2026-10-02')).toEqual(['today']);
  const agenda = async (on: string) =>
    (await call.agenda.list({ on: calendarDate(on), days: 7 })).rows.some(
      ({ kind }) => kind === 'review_window',
    );
  expect(await agenda('2026-09-14')).toBe(false);
  expect(await agenda('2026-09-16')).toBe(true);
});
