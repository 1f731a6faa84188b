import { expect, test } from 'vitest';
import { heatKinds, loadParts } from '#shared/contract/today.ts';
import type { DutiesOf } from '#shared/contract/today.ts';
import type { AgendaGroup } from '#shared/domain/agenda.ts';
import { addDays, daysBetween, weekday } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

async function openFirm() {
  const opened = openTestBackend();
  await opened.call.samples.add();
  const listed = async (of: DutiesOf): Promise<number> => {
    const { rows, total } = await opened.call.today.duties({ of, limit: 500 });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
    return total;
  };
  return { ...opened, listed };
}

test('every figure of the morning page is the length of the list that it leads to', async () => {
  const { call, listed } = await openFirm();
  const people = (await call.consultants.list()).map(({ id }) => id);
  const days: { due: number; legal: number }[] = [];
  for (const consultantId of [null, ...people]) {
    const page = await call.today.get({ consultantId });
    for (const { group, total } of page.groups)
      expect(await listed({ at: 'group', group, consultantId })).toBe(total);
    for (const { date, due, overdue, legal } of page.days) {
      expect(await listed({ at: 'day', date, part: 'due', consultantId })).toBe(due + overdue);
      expect(await listed({ at: 'day', date, part: 'legal', consultantId })).toBe(legal);
    }
    expect(await listed({ at: 'returned', consultantId })).toBe(page.stakeTotal);
    days.push(...page.days);
  }
  const { heat, workload } = await call.today.get({});
  for (const [index, month] of heat.months.entries()) {
    const counts = heat.rows.map(({ counts: ofKind }) => ofKind[index] ?? 0);
    for (const [row, kind] of heatKinds.entries())
      expect(await listed({ at: 'month', month, kind })).toBe(counts[row]);
    expect(await listed({ at: 'month', month, kind: null })).toBe(counts.reduce((sum, n) => sum + n, 0));
  }
  for (const { consultantId, ...parts } of workload) {
    for (const part of loadParts) expect(await listed({ at: 'load', part, consultantId })).toBe(parts[part]);
    expect(await listed({ at: 'load', part: null, consultantId })).toBe(
      loadParts.reduce((sum, part) => sum + parts[part], 0),
    );
  }
  // Nothing is proved of figures that are all zero.
  expect(heat.rows.flatMap(({ counts }) => counts).some((n) => n > 1)).toBe(true);
  expect(workload.some(({ overdue, waiting }) => overdue > 0 && waiting > 0)).toBe(true);
  expect(days.some(({ due }) => due > 0)).toBe(true);
  expect(days.some(({ legal }) => legal > 0)).toBe(true);
}, 120_000);

test('the strip counts the matters of the groups on the days that these go by', async () => {
  const { call } = await openFirm();
  const people = (await call.consultants.list()).map(({ id }) => id);
  const reminder = { id: null, clientId: null, title: '示例提醒', dueOn: '2026-09-22' as CalendarDate };
  await call.tasks.save(reminder);
  const idsOf = async (of: DutiesOf): Promise<string[]> =>
    (await call.today.duties({ of, limit: 500 })).rows.map(({ id }) => id).sort();
  for (const consultantId of [null, ...people]) {
    const { today, groups, days } = await call.today.get({ consultantId });
    const groupIds = async (group: AgendaGroup) => idsOf({ at: 'group', group, consultantId });
    const dayIds = async (date: CalendarDate) => idsOf({ at: 'day', date, part: 'due', consultantId });
    const total = (wanted: AgendaGroup) => groups.find(({ group }) => group === wanted)?.total ?? 0;
    const [first, ...ahead] = days;
    expect(first).toMatchObject({ date: addDays(today, -1), due: 0, overdue: total('overdue') });
    expect(await dayIds(addDays(today, -1))).toEqual(await groupIds('overdue'));
    expect(ahead[0]).toMatchObject({ date: today, due: total('today'), overdue: 0 });
    expect(await dayIds(today)).toEqual(await groupIds('today'));
    const restOfWeek = ahead.slice(1, 8 - weekday(today));
    expect(restOfWeek.reduce((sum, { due }) => sum + due, 0)).toBe(total('this_week'));
    const byDay = await Promise.all(restOfWeek.map(async ({ date }) => dayIds(date)));
    expect(byDay.flat().sort()).toEqual(await groupIds('this_week'));
    if (consultantId !== null) continue;
    // Nothing is proved of figures that are all zero, nor of overdue ones that are all ours.
    expect([total('overdue'), total('today'), total('this_week')].every((n) => n > 0)).toBe(true);
    const { rows } = await call.today.duties({
      of: { at: 'group', group: 'overdue', consultantId },
      limit: 500,
    });
    expect(rows.some(({ waitingOn }) => waitingOn === 'platform')).toBe(true);
    expect(ahead.slice(8 - weekday(today)).some(({ due }) => due > 0)).toBe(true);
  }
}, 120_000);

test('what the strip shows of next week is of this week when that has come', async () => {
  const opened = await openFirm();
  const { call } = opened;
  const { today, days } = await call.today.get({});
  const sunday = addDays(today, 7 - weekday(today));
  const seen = days.filter(({ date }) => date > addDays(sunday, 1) && date <= addDays(sunday, 7));
  const idsOf = async (date: CalendarDate): Promise<string[]> => {
    const of = { at: 'day' as const, date, part: 'due' as const, consultantId: null };
    return (await call.today.duties({ of, limit: 500 })).rows.map(({ id }) => id);
  };
  const before = await Promise.all(seen.map(async ({ date }) => idsOf(date)));
  opened.setNow(sampleNowMs + daysBetween(today, addDays(sunday, 1)) * 86_400_000);
  const monday = await idsOf(addDays(sunday, 1));
  for (const [index, { date, due }] of seen.entries()) {
    expect(before[index]).toHaveLength(due);
    // What is ours to do by then stands on the Monday.
    const kept = (before[index] ?? []).filter((id) => !monday.includes(id));
    expect(await idsOf(date)).toEqual(expect.arrayContaining(kept));
  }
  expect(before.flat().length).toBeGreaterThan(0);
});

test('as many applications are sent back wherever they are counted', async () => {
  const { call } = await openFirm();
  const people = (await call.consultants.list()).map(({ id }) => id);
  for (const consultantId of [null, ...people]) {
    const mine = consultantId === null ? {} : { consultantIds: [consultantId] };
    const filter = { returned: true, ...mine };
    const list = await call.applications.list({ filter, limit: 500 });
    const all = await call.applications.list({ filter: mine, limit: 1 });
    const { columns } = await call.applications.board({ filter: mine });
    const view = {
      screen: 'applications' as const,
      name: `示例 ${consultantId}`,
      filter: JSON.stringify(filter),
    };
    const { id } = await call.views.save({ id: null, ...view });
    const figures = {
      today: (await call.today.get({ consultantId })).stakeTotal,
      foot: all.returnedTotal,
      board: columns.find(({ column }) => column === 'returned')?.count,
      view: (await call.views.count({ id })).total,
      // Of clients each is counted once.
      clients: (await call.clients.list({ filter })).total,
    };
    const clients = new Set(list.rows.map(({ clientId }) => clientId)).size;
    expect(figures).toEqual({
      ...{ today: list.total, foot: list.total, board: list.total, view: list.total },
      clients,
    });
    if (consultantId === null) expect(list.total).toBeGreaterThan(1);
  }
}, 120_000);

test('the list of a figure comes in pages that meet, and says so of a cursor that is none', async () => {
  const { call } = await openFirm();
  const of: DutiesOf = { at: 'load', part: null, consultantId: (await call.consultants.list())[0]?.id ?? '' };
  const whole = await call.today.duties({ of, limit: 500 });
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { rows, nextCursor } = await call.today.duties({ of, after, limit: 7 });
    ids.push(...rows.map(({ id }) => id));
    after = nextCursor;
    if (after === null) break;
  }
  expect(ids).toEqual(whole.rows.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(7);
  const skipped = await call.today.duties({ of, skip: 3, limit: 2 });
  expect(skipped.rows.map(({ id }) => id)).toEqual(ids.slice(3, 5));
  expect(await failureOf(call.today.duties({ of, after: 'gone' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('the list of a figure goes on when the last duty of a page has left it', async () => {
  const { call } = await openFirm();
  const of: DutiesOf = { at: 'load', part: null, consultantId: (await call.consultants.list())[0]?.id ?? '' };
  const whole = await call.today.duties({ of, limit: 500 });
  const { nextCursor } = await call.today.duties({ of, limit: 7 });
  const [place, id] = nextCursor?.split(' ') ?? [];
  expect([place, id]).toEqual(['7', whole.rows[6]?.id]);
  const next = await call.today.duties({ of, after: `${place} left`, limit: 500 });
  expect(next.rows).toEqual(whole.rows.slice(6));
});

test('unpaid service fees stand once for each client, whatever it has under way', async () => {
  const { call } = openTestBackend();
  const { id: clientId } = await call.clients.create({ name: '示例知白有限公司', entityType: 'company' });
  const fee = { kind: 'service' as const, title: '服务费', chargedOn: '2026-01-01' as never, dueOn: null };
  const { id: feeId } = await call.fees.save({
    ...{ clientId, id: null, fee: { ...fee, amountFen: 300_00, invoiceNumber: null } },
  });
  await call.fees.pay({ feeId, amountFen: 100_00, paidOn: '2026-01-02' as never });
  for (const name of ['一', '二']) {
    const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name };
    const { id: accountId } = await call.accounts.create({ clientId, account });
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const hours = (n: number) => ({ atMs: sampleNowMs - n * 3_600_000 });
    await call.applications.step({ id, step: { kind: 'submit', ...hours(9) } });
    await call.applications.step({ id, step: { kind: 'authorise', ...hours(8) } });
    await call.applications.step({ id, step: { kind: 'pay', ...hours(7) } });
    const reason = { reasonCode: 'call_missed', reasonText: '未接' };
    await call.applications.step({ id, step: { kind: 'return', ...reason, ...hours(5) } });
  }
  const { stakes, stakeTotal, serviceFeeUnpaidFen, unpaid, unpaidTotal } = await call.today.get({});
  expect(stakes).toHaveLength(2);
  expect([stakeTotal, unpaidTotal]).toEqual([2, 1]);
  expect(unpaid).toEqual([{ clientId, clientName: '示例知白有限公司', owedFen: 200_00 }]);
  expect(serviceFeeUnpaidFen).toBe(200_00);
});
