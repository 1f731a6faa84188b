import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientSortKeys, serviceStatuses } from '#shared/contract/clients.ts';
import type { ClientFilter, ClientRow, ClientSortKey } from '#shared/contract/clients.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { entityTypes as allEntityTypes } from '#shared/domain/entity-type.ts';
import { nameOrder, textOrder } from '#backend/summaries/name-order.ts';
import { databaseFile } from '#backend/backend.ts';
import { openDatabase } from '#backend/db/open.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import { openTestBackend } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

type Call = TestBackend['call'];

async function allPages(
  call: Call,
  filter: ClientFilter,
  key: ClientSortKey,
  descending: boolean,
  limit: number,
) {
  const rows: ClientRow[] = [];
  let after: string | null = null;
  do {
    const page = await call.clients.list({ filter, sort: { key, descending }, after, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    if (page.nextCursor !== null) expect(page.rows).toHaveLength(limit);
    if (rows.length > page.total) throw new Error('a row came twice');
    rows.push(...page.rows);
    after = page.nextCursor;
  } while (after !== null);
  return rows;
}

const entityTypes = ['company', 'sole_trader', 'public_institution'] as const;
const statuses = ['active', 'paused', 'ended'] as const;

interface Firm {
  readonly name: string;
  readonly entityType: (typeof entityTypes)[number];
  readonly serviceStatus: (typeof statuses)[number];
  readonly cared: boolean;
  readonly ends: readonly number[];
  readonly charged: number;
  readonly paid: number;
  readonly serviceFeeFen: number | null;
  readonly facts: Pick<NewClient, Fact>;
}

type NewClient = Parameters<Call['clients']['create']>[0];
type Fact =
  'legalRepresentative' | 'address' | 'remark' | 'establishedOn' | 'licenceUntil' | 'serviceSinceOn';

const words = fc.option(fc.constantFrom('砚州路1号', '安和', 'Zeta', '长'.repeat(150), '长'.repeat(149)));
const day = fc.option(fc.constantFrom('2019-03-01', '2024-12-31').map((text) => text as CalendarDate));
const facts: fc.Arbitrary<Firm['facts']> = fc.record({
  legalRepresentative: words,
  address: words,
  remark: words,
  establishedOn: day,
  licenceUntil: fc.oneof(day, fc.constant('forever' as const)),
  serviceSinceOn: day,
});

const firm: fc.Arbitrary<Firm> = fc.record({
  name: fc
    .array(fc.constantFrom(...'示例样本甲乙丙'), { minLength: 1, maxLength: 4 })
    .map((all) => all.join('')),
  entityType: fc.constantFrom(...entityTypes),
  serviceStatus: fc.constantFrom(...statuses),
  cared: fc.boolean(),
  ends: fc.array(fc.integer({ min: -40, max: 400 }), { maxLength: 2 }),
  charged: fc.constantFrom(0, 100, 300),
  paid: fc.constantFrom(0, 100, 300),
  serviceFeeFen: fc.option(fc.constantFrom(0, 1000, 2500)),
  facts,
});

async function addFirm(call: Call, firm: Firm, consultantId: string, today: CalendarDate): Promise<string> {
  const { name, entityType, serviceStatus, serviceFeeFen } = firm;
  const client = {
    name,
    entityType,
    serviceStatus,
    serviceFeeFen,
    ...firm.facts,
    consultantId: firm.cared ? consultantId : null,
  };
  const { id } = await call.clients.create(client);
  for (const days of firm.ends) {
    const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name: '示例' };
    await call.accounts.create({
      clientId: id,
      account: { ...account, certifiedUntilOn: addDays(today, days) },
    });
  }
  const fee = {
    kind: 'service' as const,
    title: '示例费',
    amountFen: firm.charged,
    chargedOn: today,
    dueOn: null,
    invoiceNumber: null,
  };
  const { id: feeId } = await call.fees.save({ clientId: id, id: null, fee });
  if (firm.paid !== 0) await call.fees.pay({ feeId, amountFen: firm.paid, paidOn: today });
  return id;
}

const filter: fc.Arbitrary<ClientFilter> = fc.record(
  {
    text: fc.constantFrom('示', 'sl', '样本', ' '),
    entityTypes: fc.subarray([...entityTypes], { minLength: 1 }),
    serviceStatuses: fc.subarray([...statuses], { minLength: 1 }),
    consultantIds: fc.constantFrom(['nobody'], ['cared'], ['cared', 'nobody'], ['unknown']),
    certifiedWithinDays: fc.constantFrom(0, 30, 365, 10_000_000),
    papersMissing: fc.boolean(),
    returned: fc.boolean(),
    owing: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** What a filter means, said about one firm. */
function holds(firm: Firm, filter: ClientFilter): boolean {
  const initials: Record<string, string> = { 示: 'S', 例: 'L', 样: 'Y', 本: 'B', 甲: 'J', 乙: 'Y', 丙: 'B' };
  const first = [...firm.name].map((character) => initials[character]).join('');
  const text = filter.text?.trim() ?? '';
  const earliest = Math.min(...firm.ends);
  return (
    (text === '' || firm.name.includes(text) || first.includes(text.toUpperCase())) &&
    (filter.entityTypes?.includes(firm.entityType) ?? true) &&
    (filter.serviceStatuses?.includes(firm.serviceStatus) ?? true) &&
    (filter.consultantIds?.includes(firm.cared ? 'cared' : 'nobody') ?? true) &&
    (filter.certifiedWithinDays === undefined ||
      (firm.ends.length > 0 && earliest <= filter.certifiedWithinDays)) &&
    filter.papersMissing !== true &&
    filter.returned !== true &&
    (filter.owing === undefined || filter.owing === firm.charged > firm.paid)
  );
}

test('pages put together are the filtered clients, once each, in the order asked for', async () => {
  const { call, backend } = openTestBackend();
  const today = backend.clock.today();
  const { id: consultantId } = await call.consultants.save({
    id: null,
    consultant: { name: '示例顾问', phone: null, email: null, weeklyCapacity: null },
  });
  const firms = new Map<string, Firm>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(firm, { maxLength: 3 }),
      filter,
      fc.constantFrom(...clientSortKeys),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      async (more, chosen, key, descending, limit) => {
        for (const one of more) firms.set(await addFirm(call, one, consultantId, today), one);
        const consultantIds = chosen.consultantIds?.map((id) => (id === 'cared' ? consultantId : id));
        const rows = await allPages(
          call,
          { ...chosen, ...(consultantIds && { consultantIds }) },
          key,
          descending,
          limit,
        );
        const expected = [...firms].filter(([, one]) => holds(one, chosen));
        expect(rows.map((row) => row.id).sort()).toEqual(expected.map(([id]) => id).sort());
        const inOrder = [...rows].sort((a, b) => compare(key, a, b) * (descending ? -1 : 1));
        const sorted = [
          ...inOrder.filter((row) => !isBlank(key, row)),
          ...inOrder.filter((row) => isBlank(key, row)),
        ];
        expect(rows).toEqual(sorted);

        const page = await call.clients.list({
          filter: { ...chosen, ...(consultantIds && { consultantIds }) },
          limit: 1,
        });
        expect(page).toMatchObject({
          total: expected.length,
          returnedTotal: 0,
          serviceFeeTotalFen: expected.reduce((sum, [, one]) => sum + (one.serviceFeeFen ?? 0), 0),
        });
      },
    ),
    { numRuns: 120 },
  );
}, 120_000);

const noDate = '9999-12-31';
/** What each column is sorted by: what there is none of comes behind everything. */
const sortValue: Readonly<Record<ClientSortKey, (row: ClientRow) => string | number>> = {
  name: (row) => nameOrder(row.name),
  entityType: (row) => allEntityTypes.indexOf(row.entityType),
  creditCode: (row) => row.creditCode ?? '\u{10ffff}',
  accounts: (row) => row.accountCount,
  consultant: (row) => textOrder(row.consultantName),
  serviceStatus: (row) => serviceStatuses.indexOf(row.serviceStatus),
  serviceSince: (row) => row.serviceSinceOn ?? noDate,
  legalRepresentative: (row) => textOrder(row.legalRepresentative),
  address: (row) => textOrder(row.address),
  established: (row) => row.establishedOn ?? noDate,
  licenceUntil: ({ licenceUntil: until }) => (until === 'forever' ? '9999-12-30' : (until ?? noDate)),
  remark: (row) => textOrder(row.remark),
  certifiedUntil: (row) => row.certifiedUntil ?? noDate,
  missing: (row) => row.missingCount,
  nextDue: (row) => row.next?.dueOn ?? noDate,
  serviceFee: (row) => row.serviceFeeFen ?? Infinity,
  owed: (row) => row.owedFen,
};

/** It stands last, whichever way the list is sorted. */
const isBlank = (key: ClientSortKey, row: ClientRow): boolean =>
  [noDate, '\u{10ffff}', Infinity].includes(sortValue[key](row));

function compare(key: ClientSortKey, a: ClientRow, b: ClientRow): number {
  const [x, y] = [sortValue[key](a), sortValue[key](b)];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

test('a row sums its client up, and follows every change', async () => {
  const { call, backend } = openTestBackend();
  const { id } = await call.clients.create({ name: '示例', entityType: 'company' });
  const row = async () => (await call.clients.list({})).rows.find((one) => one.id === id);
  expect(await row()).toMatchObject({
    accountCount: 0,
    certifiedUntil: null,
    paperCount: 0,
    missingCount: 0,
    owedFen: 0,
    next: null,
  });

  const account = { platform: 'wechat' as const, kind: 'mini_program' as const, name: '示例小程序' };
  const { id: accountId } = await call.accounts.create({ clientId: id, account });
  await call.accounts.create({
    clientId: id,
    account: { ...account, name: '另一', certifiedUntilOn: '2026-12-01' as never },
  });
  const application = await call.applications.create({ accountId, kind: 'first_certification' });
  const opened = await row();
  expect(opened).toMatchObject({
    accountCount: 2,
    certifiedUntil: '2026-12-01',
    openApplicationCount: 1,
    returned: null,
  });
  expect(opened?.missingCount).toBeGreaterThan(0);
  expect(opened?.next?.clientId).toBe(id);

  for (const step of ['submit', 'authorise', 'pay'] as const)
    await call.applications.step({ id: application.id, step: { kind: step } });
  await call.applications.step({ id: application.id, step: { kind: 'return', reasonText: '样本原因' } });
  expect(await row()).toMatchObject({ returned: { applicationId: application.id, refillNo: 1 } });
  expect((await call.clients.list({ filter: { returned: true } })).returnedTotal).toBe(1);

  const derived = backend.db.prepare('SELECT * FROM client_summaries ORDER BY client_id').all();
  recomputeAllSummaries(backend);
  expect(backend.db.prepare('SELECT * FROM client_summaries ORDER BY client_id').all()).toEqual(derived);
});

test('the totals are never older than the rows', async () => {
  const { call, backend } = openTestBackend();
  const totals = async () => {
    const { total, serviceFeeTotalFen } = await call.clients.list({});
    return [total, serviceFeeTotalFen];
  };
  expect(await totals()).toEqual([0, 0]);
  const { id } = await call.clients.create({ name: '示例', entityType: 'company', serviceFeeFen: 100 });
  expect(await totals()).toEqual([1, 100]);
  await call.clients.update({ id, base: {}, changes: { serviceFeeFen: 300 } });
  expect(await totals()).toEqual([1, 300]);
  const elsewhere = openDatabase({ file: databaseFile(backend.dataFolder) });
  elsewhere.exec('UPDATE clients SET service_fee_fen = 500');
  elsewhere.close();
  expect(await totals()).toEqual([1, 500]);
});

test('a cursor that is none is refused', async () => {
  const { call } = openTestBackend();
  expect(await failureOf(call.clients.list({ after: 'bm90IGEgY3Vyc29y' }))).toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'cursor' },
  });
});
