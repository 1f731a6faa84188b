import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { LocalClient } from '#backend/router.ts';
import type { Reminder } from '#shared/contract/reminders.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend, sampleNowMs, temporaryFolder } from '#test/support/backend.ts';
import { createSampleCase } from '#test/support/sample-case.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function awaitingAuthorisation(call: LocalClient): Promise<void> {
  const { accountId } = await createSampleCase(call);
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  await call.applications.step({ id, step: { kind: 'submit', atMs: sampleNowMs } });
}

/** Longer than the watch waits after a change. */
const settledMs = 1000;

async function watched(call: LocalClient) {
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const batches = await call.reminders.watch(undefined, { signal: ending.signal });
  const next = async () => {
    const step = await batches.next();
    if (step.done === true) throw new Error('the watch has ended');
    return step.value;
  };
  return { next };
}

const steps = (due: readonly Reminder[]): string[] =>
  due.map(({ obligation, step }) => `${obligation.kind} ${step}`);

test('a clock of hours is recalled six hours and one hour before its end, each once', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  await awaitingAuthorisation(call);
  expect(await call.reminders.due()).toEqual([]);
  opened.setNow(sampleNowMs + 18 * hourMs);
  const first = await call.reminders.due();
  expect(steps(first)).toEqual(['clock_authorisation hour6']);
  await call.reminders.markShown({ ids: first.map(({ id }) => id) });
  expect(await call.reminders.due()).toEqual([]);
  opened.setNow(sampleNowMs + 23.5 * hourMs);
  expect(steps(await call.reminders.due())).toEqual(['clock_authorisation hour1']);
});

test('what fell due while the program was closed is there at the next start, with its own date', async () => {
  const folder = temporaryFolder();
  const first = openTestBackend(folder);
  await awaitingAuthorisation(first.call);
  first.backend.close();
  const later = openTestBackend(folder, sampleNowMs + 3 * dayMs);
  const due = await later.call.reminders.due();
  expect(steps(due)).toEqual(['clock_authorisation hour1']);
  expect(due[0]?.dueAtMs).toBe(sampleNowMs + 23 * hourMs);
});

test('a reminder that was put off comes back on its day; a finished one does not', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  await call.tasks.save({
    id: null,
    clientId: (await createSampleCase(call)).clientId,
    title: '寄件',
    dueOn: '2026-09-22' as never,
  });
  const [reminder] = await call.reminders.due();
  if (reminder === undefined) throw new Error('the task is not recalled');
  await call.reminders.snooze({ ids: [reminder.id], until: '2026-09-24' as never });
  expect(await call.reminders.due()).toEqual([]);
  opened.setNow(sampleNowMs + 2 * dayMs);
  const back = await call.reminders.due();
  expect(back.length).toBeGreaterThan(0);
  await call.reminders.finish({ ids: back.map(({ id }) => id) });
  expect(await call.reminders.due()).toEqual([]);
});

test('what was put off stays quiet until its day, also when the next step of its ladder comes before', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  await call.tasks.save({ id: null, clientId: null, title: '寄件', dueOn: calendarDate('2026-09-22') });
  const [reminder] = await call.reminders.due();
  await call.reminders.snooze({ ids: [reminder!.id], until: calendarDate('2026-09-26') });
  opened.setNow(sampleNowMs + 2 * dayMs);
  expect(await call.reminders.due()).toEqual([]);
  opened.setNow(sampleNowMs + 4 * dayMs);
  expect(steps(await call.reminders.due())).toEqual(['task day-1']);
});

test('a reminder that was put off is told again on its day, without a new start', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  await call.tasks.save({ id: null, clientId: null, title: '寄件', dueOn: calendarDate('2026-09-22') });
  const { next } = await watched(call);
  const { ids } = await next();
  await call.reminders.markShown({ ids });
  await call.reminders.snooze({ ids, until: calendarDate('2026-09-23') });
  const second = next();
  // The watch looks at the new state before the day comes.
  await sleep(settledMs);
  opened.setNow(sampleNowMs + 14 * hourMs + 30 * 60_000);
  expect(await call.reminders.due()).toEqual([]);
  opened.setNow(sampleNowMs + 16 * hourMs);
  await call.reminders.clockMoved();
  expect((await second).ids).toEqual(ids);
});

test('the watch wakes when the time of a step comes', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  opened.setNow(sampleNowMs - 50);
  await call.tasks.save({ id: null, clientId: null, title: '寄件', dueOn: calendarDate('2026-09-22') });
  const { next } = await watched(call);
  const first = next();
  await sleep(settledMs);
  opened.setNow(sampleNowMs);
  expect((await first).ids).toEqual((await call.reminders.due()).map(({ id }) => id));
  expect(steps(await call.reminders.due())).toEqual(['task day0']);
}, 15_000);

test('a change is not missed while the last batch is being worked on', async () => {
  const { call } = openTestBackend();
  await call.tasks.save({ id: null, clientId: null, title: '寄件', dueOn: calendarDate('2026-09-22') });
  const { next } = await watched(call);
  await next();
  await call.tasks.save({ id: null, clientId: null, title: '取件', dueOn: calendarDate('2026-09-22') });
  await sleep(settledMs);
  const { named } = await call.reminders.gist(await next());
  expect(named.map(({ subject }) => subject)).toEqual(['取件']);
});

test('switched off, the watch tells nothing; switched on again, it tells what is due', async () => {
  const { call } = openTestBackend();
  await call.settings.set({ remindersEnabled: false });
  await call.tasks.save({ id: null, clientId: null, title: '寄件', dueOn: calendarDate('2026-09-22') });
  const { next } = await watched(call);
  const told = vi.fn();
  const first = next();
  void first.then(told);
  await sleep(settledMs);
  expect(told).not.toHaveBeenCalled();
  await call.settings.set({ remindersEnabled: true });
  expect(await first).toMatchObject({ totalDue: 1 });
});

test('the watch tells a batch at start and again after a change', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  await awaitingAuthorisation(call);
  opened.setNow(sampleNowMs + 20 * hourMs);
  const ending = new AbortController();
  const batches = await call.reminders.watch(undefined, { signal: ending.signal });
  const first = await batches.next();
  expect(first.value).toMatchObject({ sinceStart: true, totalDue: 1 });
  const second = batches.next();
  await call.tasks.save({ id: null, clientId: null, title: '给自己', dueOn: '2026-09-22' as never });
  await createSampleCase(call, { name: '示例第二户有限公司', serial: '3' }).then(({ clientId }) =>
    call.tasks.save({ id: null, clientId, title: '寄件', dueOn: '2026-09-22' as never }),
  );
  expect((await second).value).toMatchObject({ sinceStart: false });
  ending.abort();
});

test('the gist of many names three and where all of them are', async () => {
  const { call } = openTestBackend();
  const { clientId } = await createSampleCase(call);
  const dueOn = calendarDate('2026-09-22');
  for (const title of ['寄件', '取件', '盖章', '回电'])
    await call.tasks.save({ id: null, clientId, title, dueOn });
  const ids = (await call.reminders.due()).map(({ id }) => id);
  const gist = await call.reminders.gist({ ids });
  expect(gist).toMatchObject({ count: 4, clientId, applicationId: null });
  expect(gist.named).toHaveLength(3);
  await call.tasks.save({ id: null, clientId: null, title: '交房租', dueOn });
  const all = (await call.reminders.due()).map(({ id }) => id);
  expect(await call.reminders.gist({ ids: all })).toMatchObject({ count: 5, clientId: null });
  expect(await call.reminders.gist({ ids: ['task:gone|2026-09-22|internal0'] })).toMatchObject({
    count: 0,
    named: [],
  });
});
