import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applicationSortKeys } from '#shared/contract/application-pages.ts';
import type {
  ApplicationFilter,
  ApplicationRow,
  ApplicationSortKey,
} from '#shared/contract/application-pages.ts';
import { applicationKinds, isClosed, stages } from '#shared/domain/application.ts';
import { addDays, dateOfInstant } from '#shared/domain/calendar-date.ts';
import { platforms } from '#shared/domain/platform.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import { nameOrder, textOrder } from '#backend/summaries/name-order.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';

type Sort = { readonly key: ApplicationSortKey; readonly descending: boolean };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const person = { phone: null, email: null, weeklyCapacity: null };
const named = async ({ call }: TestBackend, name: string): Promise<string> =>
  (await call.consultants.save({ id: null, consultant: { name, ...person } })).id;

/** Clients with applications of several kinds, platforms and stages, opened over two months and changed since. */
async function openFirm() {
  const opened = openTestBackend();
  const { call } = opened;
  const consultantIds = [await named(opened, '甲顾问'), await named(opened, '乙顾问')];
  let no = 0;
  for (const name of ['丁商贸', '甲餐饮', '乙物流', '丙教育']) {
    opened.setNow(sampleNowMs - (60 - no * 9) * dayMs);
    const consultantId = consultantIds[no] ?? null;
    const { id: clientId } = await call.clients.create({ name, entityType: 'company', consultantId });
    for (const platform of ['wechat', 'alipay'] as const) {
      const account = { platform, kind: 'mini_program', name: `${name}${platform}` } as const;
      const { id: accountId } = await call.accounts.create({ clientId, account });
      for (const kind of ['first_certification', 'filing'] as const)
        await call.applications.create({ accountId, kind }).catch(() => undefined);
    }
    no += 1;
  }
  const { rows } = await call.applications.list({ limit: 500 });
  opened.setNow(sampleNowMs - 20 * hourMs);
  for (const [index, { id }] of rows.entries()) {
    const step = (of: Parameters<typeof call.applications.step>[0]['step']) =>
      call.applications.step({ id, step: of }).catch(() => undefined);
    if (index % 5 === 0) await step({ kind: 'withdraw' });
    if (index % 5 > 1) await step({ kind: 'submit' });
    if (index % 5 > 2) for (const of of ['authorise', 'pay'] as const) await step({ kind: of });
    if (index % 5 === 4) await step({ kind: 'return', reasonText: '资料不清晰' });
  }
  opened.setNow(sampleNowMs);
  return { ...opened, consultantIds };
}

const days = (row: ApplicationRow): string => row.clock?.internalOn ?? row.clock?.legalOn ?? '9999-12-31';
const hour = (row: ApplicationRow): number | null =>
  row.clock?.unit === 'hour' ? row.clock.legalAtMs : null;
const missing = (row: ApplicationRow): number => (isClosed(row.stage) ? -1 : row.missingCount);
const today = dateOfInstant(sampleNowMs);

function isOverdue(row: ApplicationRow): boolean {
  const atMs = hour(row);
  return atMs === null ? days(row) < today : atMs < sampleNowMs;
}

/** What the filter means, row by row. */
function lets(
  filter: ApplicationFilter,
  row: ApplicationRow,
  nameOf: (id: string) => string | null,
): boolean {
  const { dueWithinDays, dueWithinHours } = filter;
  return [
    filter.stages?.includes(row.stage),
    filter.open === undefined ? undefined : isClosed(row.stage) !== filter.open,
    filter.platforms?.some((platform) => platform === row.platform),
    filter.kinds?.includes(row.kind),
    filter.consultantIds?.some((id) => nameOf(id) === row.consultantName),
    dueWithinDays === undefined ? undefined : days(row) <= addDays(today, dueWithinDays),
    dueWithinHours === undefined
      ? undefined
      : (hour(row) ?? Infinity) <= sampleNowMs + dueWithinHours * hourMs,
    filter.papersMissing === undefined ? undefined : missing(row) > 0 === filter.papersMissing,
    filter.returned === undefined ? undefined : (row.stage === 'returned') === filter.returned,
    filter.overdue === undefined ? undefined : isOverdue(row) === filter.overdue,
  ].every((met) => met !== false);
}

const sortValue: Readonly<Record<Sort['key'], (row: ApplicationRow) => string | number>> = {
  number: (row) => row.number,
  opened: (row) => row.openedAtMs,
  account: (row) => nameOrder(row.accountName),
  client: (row) => nameOrder(row.clientName),
  kind: (row) => applicationKinds.indexOf(row.kind),
  stage: (row) => stages.indexOf(row.stage),
  since: (row) => row.stageSinceAtMs,
  clock: days,
  items: missing,
  consultant: (row) => textOrder(row.consultantName),
};

function inOrder(rows: readonly ApplicationRow[], { key, descending }: Sort): string[] {
  const valueOf = sortValue[key];
  const compare = (a: ApplicationRow, b: ApplicationRow): number => {
    const [x, y] = [valueOf(a), valueOf(b)];
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  };
  const sorted = rows.toSorted((a, b) => (descending ? compare(b, a) : compare(a, b)));
  // What there is none of stands behind everything either way.
  const isBlank = (row: ApplicationRow): boolean =>
    (key === 'clock' && days(row) === '9999-12-31') || (key === 'consultant' && row.consultantName === null);
  return [...sorted.filter((row) => !isBlank(row)), ...sorted.filter(isBlank)].map(({ id }) => id);
}

test('pages joined are the rows that a plain scan lets through, in the order asked for', async () => {
  const { call, consultantIds } = await openFirm();
  const people = await call.consultants.list();
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? null;
  const { rows: all } = await call.applications.list({ limit: 500 });
  expect(new Set(all.map(({ stage }) => stage)).size).toBeGreaterThan(3);
  const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
  const filters = fc.record<ApplicationFilter>(
    {
      stages: some(stages),
      open: fc.boolean(),
      platforms: some(platforms),
      kinds: some(applicationKinds),
      consultantIds: some([...consultantIds, 'nobody']),
      dueWithinDays: fc.integer({ min: -40, max: 60 }),
      dueWithinHours: fc.integer({ min: -30, max: 60 }),
      papersMissing: fc.boolean(),
      returned: fc.boolean(),
      overdue: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const sorts = fc.record({ key: fc.constantFrom(...applicationSortKeys), descending: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(filters, sorts, fc.integer({ min: 1, max: 6 }), async (filter, sort, limit) => {
      const wanted = all.filter((row) => lets(filter, row, nameOf));
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof call.applications.list>> = await call.applications.list({
          filter,
          sort,
          after,
          limit,
        });
        ids.push(...page.rows.map(({ id }) => id));
        after = page.nextCursor;
        expect(page).toMatchObject({
          total: wanted.length,
          overdueTotal: wanted.filter(isOverdue).length,
          returnedTotal: wanted.filter(({ stage }) => stage === 'returned').length,
        });
      } while (after !== null);
      expect(ids).toEqual(inOrder(wanted, sort));
    }),
    { numRuns: 60 },
  );
});

test('the text finds an application by itself and by its client', async () => {
  const { call } = await openFirm();
  const ofClient = await call.applications.list({ filter: { text: '物流' }, limit: 500 });
  expect(new Set(ofClient.rows.map(({ clientName }) => clientName))).toEqual(new Set(['乙物流']));
  const { number } = ofClient.rows[0]!;
  expect((await call.applications.list({ filter: { text: number } })).total).toBe(1);
  expect((await call.applications.list({ filter: { text: '查无' } })).total).toBe(0);
});

test('a day counts from midnight of the firm, an hour from now', async () => {
  const opened = await openFirm();
  const { call } = opened;
  const { rows } = await call.applications.list({ filter: { open: true }, limit: 500 });
  expect(rows.some((row) => hour(row) !== null)).toBe(true);
  const due = rows.find((row) => hour(row) === null && days(row) < '9999')!;
  const holds = async (filter: ApplicationFilter) =>
    (await call.applications.list({ filter, limit: 500 })).rows.some(({ id }) => id === due.id);
  const lastMs = Date.parse(`${addDays(days(due) as typeof today, -3)}T23:59:00+08:00`);
  opened.setNow(lastMs);
  expect(await holds({ dueWithinDays: 2 })).toBe(false);
  opened.setNow(lastMs + 60_000);
  expect(await holds({ dueWithinDays: 2 })).toBe(true);
  opened.setNow(lastMs + 3 * dayMs);
  expect(await holds({ overdue: true })).toBe(false);
  opened.setNow(lastMs + 3 * dayMs + 60_000);
  expect(await holds({ overdue: true, dueWithinDays: -1 })).toBe(true);
});

test('a new name of a consultant is a new place in the order; derived anew the rows are the same', async () => {
  const opened = await openFirm();
  const { call, backend, consultantIds } = opened;
  const sort = { key: 'consultant', descending: false } as const;
  const first = async () => (await call.applications.list({ sort })).rows[0]!.consultantName;
  expect(await first()).toBe('甲顾问');
  await call.consultants.save({ id: consultantIds[1]!, consultant: { name: '安顾问', ...person } });
  expect(await first()).toBe('安顾问');
  const rows = () => backend.db.prepare('SELECT * FROM application_summaries ORDER BY application_id').all();
  const derived = rows();
  recomputeAllSummaries(backend);
  expect(rows()).toEqual(derived);
});

test('what was thrown away leaves the list and comes back with an undo', async () => {
  const { call } = await openFirm();
  const { rows, total } = await call.applications.list({});
  const { changeId } = await call.applications.trash({ id: rows[0]!.id });
  expect((await call.applications.list({})).total).toBe(total - 1);
  await call.history.undo({ changeId: changeId! });
  expect((await call.applications.list({})).total).toBe(total);
});
