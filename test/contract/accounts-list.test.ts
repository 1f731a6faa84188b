import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { accountSortKeys } from '#shared/contract/account-pages.ts';
import type { AccountFilter, AccountRow, AccountSortKey } from '#shared/contract/account-pages.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { stages } from '#shared/domain/application.ts';
import { placeOrder } from '#shared/domain/platform.ts';
import { nameOrder, noText, textOrder } from '#backend/summaries/name-order.ts';
import { recomputeAllSummaries } from '#backend/summaries/service.ts';
import { created, onData } from '#test/support/command-line.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

interface Given {
  readonly name: string;
  readonly until?: string;
  readonly platform?: 'wechat' | 'alipay';
  readonly kind?: 'mini_program' | 'merchant';
}

/** The day is 2026-09-22. */
const firm: readonly (readonly [client: string, accounts: readonly Given[]])[] = [
  [
    '丁商贸',
    [
      { name: '辰光', until: '2026-10-21' },
      { name: '安和', until: '2027-03-01' },
    ],
  ],
  ['甲餐饮', [{ name: '百味' }, { name: '收款', kind: 'merchant' }]],
  [
    '乙物流',
    [
      { name: '通达', until: '2026-09-18' },
      { name: '速运', platform: 'alipay', until: '2026-12-21' },
    ],
  ],
];

async function openFirm() {
  const opened = openTestBackend();
  const { call } = opened;
  const ids = new Map<string, string>();
  const consultant = { name: '示例顾问', phone: null, email: null, weeklyCapacity: null };
  const { id: consultantId } = await call.consultants.save({ id: null, consultant });
  for (const [client, accounts] of firm) {
    const owner = client === '丁商贸' ? { consultantId } : {};
    const { id: clientId } = await call.clients.create({ name: client, entityType: 'company', ...owner });
    ids.set(client, clientId);
    for (const { name, until, platform = 'wechat', kind = 'mini_program' } of accounts) {
      const end = until === undefined ? {} : { certifiedUntilOn: calendarDate(until) };
      const { id } = await call.accounts.create({ clientId, account: { platform, kind, name, ...end } });
      ids.set(name, id);
    }
  }
  const idOf = (name: string): string => ids.get(name) ?? '';
  const names = async (filter: AccountFilter = {}) =>
    (await call.accounts.list({ filter })).rows.map(({ name }) => name);
  return { ...opened, idOf, names, consultantId };
}

test('a row tells of the account, its client, its review and what is under way', async () => {
  const { call, idOf } = await openFirm();
  const { id } = await call.applications.create({ accountId: idOf('辰光'), kind: 'annual_review' });
  const { rows } = await call.accounts.list({ filter: { text: '辰光' } });
  expect(rows).toEqual([
    {
      id: idOf('辰光'),
      clientId: idOf('丁商贸'),
      clientName: '丁商贸',
      consultantName: '示例顾问',
      platform: 'wechat',
      kind: 'mini_program',
      name: '辰光',
      appId: null,
      originalId: null,
      filingNumber: null,
      filedOn: null,
      certifiedSinceOn: null,
      remark: null,
      certifiedUntilOn: '2026-10-21',
      certifiedUntilAtMs: null,
      reviewOpensOn: '2026-07-23',
      application: expect.objectContaining({
        id,
        kind: 'annual_review',
        stage: 'collecting',
        refillNo: null,
      }),
    },
  ]);
});

test.each([
  ['name', ['安和', '百味', '辰光', '收款', '速运', '通达']],
  ['certifiedUntil', ['通达', '辰光', '速运', '安和', '百味', '收款']],
  ['reviewOpens', ['通达', '辰光', '安和', '百味', '收款', '速运']],
] as const)('sorted by %s what has none stands last', async (key, expected) => {
  const { call } = await openFirm();
  const { rows } = await call.accounts.list({ sort: { key, descending: false } });
  const sorted = rows.map(({ name }) => name);
  // Among equals the order is that of the keys, which the clock makes.
  expect(key === 'name' ? sorted : new Set(sorted)).toEqual(key === 'name' ? expected : new Set(expected));
  const dated = key === 'name' ? expected.length : key === 'reviewOpens' ? 3 : 4;
  expect(sorted.slice(0, dated)).toEqual(expected.slice(0, dated));
  const backwards = await call.accounts.list({ sort: { key, descending: true } });
  expect(backwards.rows.map(({ name }) => name)).toEqual([
    ...sorted.slice(0, dated).toReversed(),
    ...sorted.slice(dated).toReversed(),
  ]);
});

test('sorted by client the accounts of one stand together; by platform those of one; by application what is sent back leads', async () => {
  const { call, idOf } = await openFirm();
  await call.applications.create({ accountId: idOf('安和'), kind: 'annual_review' });
  const by = async (key: 'client' | 'platform' | 'application') =>
    (await call.accounts.list({ sort: { key, descending: false } })).rows;
  expect((await by('client')).map(({ clientName }) => clientName)).toEqual([
    ...['丁商贸', '丁商贸'],
    ...['甲餐饮', '甲餐饮'],
    ...['乙物流', '乙物流'],
  ]);
  const places = (await by('platform')).map(({ platform, kind }) => `${platform} ${kind}`);
  expect(places.slice(4)).toEqual(['wechat merchant', 'alipay mini_program']);
  expect((await by('application')).map(({ name }) => name)[0]).toBe('安和');
});

test.each<[AccountFilter, readonly string[]]>([
  [{ text: '物流' }, ['通达', '速运']],
  [{ text: 'tongda' }, ['通达']],
  [{ text: 'tonda' }, []],
  [{ text: 'td' }, ['通达']],
  [{ platforms: ['alipay'] }, ['速运']],
  [{ kinds: ['merchant'] }, ['收款']],
  [{ platforms: ['alipay'], kinds: ['merchant'] }, []],
  [{ certifiedWithinDays: -1 }, ['通达']],
  [{ certifiedWithinDays: 29 }, ['通达', '辰光']],
  [{ certifiedWithinDays: 28 }, ['通达']],
  [{ windowOpen: true }, ['辰光']],
  [{ certified: false }, ['百味', '收款']],
  [{ certified: true, windowOpen: false }, ['通达', '速运', '安和']],
  [{ consultantIds: ['nobody'], certified: true }, ['通达', '速运']],
])('%j lets through %j', async (filter, expected) => {
  const { names } = await openFirm();
  expect(new Set(await names(filter))).toEqual(new Set(expected));
});

test('a consultant sees the accounts of their clients; the totals count the whole filter', async () => {
  const { call, names, consultantId, idOf } = await openFirm();
  expect(await names({ consultantIds: [consultantId] })).toEqual(['辰光', '安和']);
  const { id } = await call.applications.create({ accountId: idOf('辰光'), kind: 'annual_review' });
  expect(await names({ underWay: true })).toEqual(['辰光']);
  await call.applications.step({ id, step: { kind: 'withdraw' } });
  expect(await names({ underWay: true })).toEqual([]);
  expect(await call.accounts.list({ limit: 1 })).toMatchObject({
    total: 6,
    expiredTotal: 1,
    windowOpenTotal: 1,
    uncertifiedTotal: 2,
  });
  const move = { base: { consultantId }, changes: { consultantId: null } };
  await call.clients.update({ id: idOf('丁商贸'), ...move });
  expect(await names({ consultantIds: [consultantId] })).toEqual([]);
  await call.history.undo();
  expect(await names({ consultantIds: [consultantId] })).toEqual(['辰光', '安和']);
});

const noDate = '9999-12-31';
const stageOrder = ['returned', ...stages.filter((stage) => stage !== 'returned')];
/** What each column is sorted by: what there is none of comes behind everything. */
const sortValue: Readonly<Record<AccountSortKey, (row: AccountRow) => string | number>> = {
  name: (row) => nameOrder(row.name),
  client: (row) => nameOrder(row.clientName),
  platform: placeOrder,
  appId: (row) => row.appId ?? noText,
  originalId: (row) => row.originalId ?? noText,
  filingNumber: (row) => textOrder(row.filingNumber),
  filedOn: (row) => row.filedOn ?? noDate,
  certifiedSince: (row) => row.certifiedSinceOn ?? noDate,
  remark: (row) => textOrder(row.remark),
  certifiedUntil: (row) => row.certifiedUntilOn ?? noDate,
  reviewOpens: (row) => row.reviewOpensOn ?? noDate,
  application: ({ application }) =>
    application === null ? stageOrder.length : stageOrder.indexOf(application.stage),
  consultant: (row) => textOrder(row.consultantName),
};
const byKey = (key: AccountSortKey) => (a: AccountRow, b: AccountRow) => {
  const [x, y] = [sortValue[key](a), sortValue[key](b)];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
};

/** What there is none of stands last, whichever way the list is sorted. */
function backwardsOf(key: AccountSortKey, rows: readonly AccountRow[]): AccountRow[] {
  const backwards = rows.toReversed();
  const isBlank = (row: AccountRow): boolean =>
    [noDate, noText, stageOrder.length].includes(sortValue[key](row));
  return [...backwards.filter((row) => !isBlank(row)), ...backwards.filter(isBlank)];
}

test('sorted by any column the rows stand in the order of what it shows, and the other way round backwards', async () => {
  const { call, idOf } = await openFirm();
  const maybe = <Value>(...values: readonly Value[]) => fc.option(fc.constantFrom(...values));
  const day = maybe(calendarDate('2024-03-01'), calendarDate('2025-01-01'));
  const facts = fc.record({
    originalId: maybe('gh_1a', 'gh_1b'),
    filingNumber: maybe('示ICP备2024000001号-1X', '京ICP备2024000001号-1X'),
    filedOn: day,
    certifiedSinceOn: day,
    remark: maybe('乙', '甲', '长'.repeat(200)),
  });
  const names = ['辰光', '安和', '百味', '收款', '通达', '速运'];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), facts, async (name, changes) => {
      const { rows: before } = await call.accounts.list({});
      const { originalId, filingNumber, filedOn, certifiedSinceOn, remark } = before.find(
        (row) => row.name === name,
      )!;
      const base = { originalId, filingNumber, filedOn, certifiedSinceOn, remark };
      await call.accounts.update({ id: idOf(name), base, changes });
      for (const key of accountSortKeys) {
        const { rows } = await call.accounts.list({ sort: { key, descending: false } });
        expect(rows, key).toEqual(rows.toSorted(byKey(key)));
        const backwards = await call.accounts.list({ sort: { key, descending: true } });
        expect(backwards.rows, key).toEqual(backwardsOf(key, rows));
      }
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('a new name of a consultant is a new place in the order of clients and accounts', async () => {
  const { backend, call, consultantId, idOf } = await openFirm();
  const person = { phone: null, email: null, weeklyCapacity: null };
  const other = await call.consultants.save({ id: null, consultant: { name: '甲顾问', ...person } });
  const base = { consultantId: null };
  await call.clients.update({ id: idOf('甲餐饮'), base, changes: { consultantId: other.id } });
  const sort = { key: 'consultant', descending: false } as const;
  const order = async () => [
    (await call.clients.list({ sort })).rows.map((row) => row.consultantName),
    [...new Set((await call.accounts.list({ sort })).rows.map((row) => row.consultantName))],
  ];
  const first = ['甲顾问', '示例顾问', null];
  expect(await order()).toEqual([first, first]);
  await call.consultants.save({ id: consultantId, consultant: { name: '安顾问', ...person } });
  const second = ['安顾问', '甲顾问', null];
  expect(await order()).toEqual([second, second]);
  const rows = (table: string) => backend.db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
  const derived = ['client_summaries', 'account_summaries'].map(rows);
  recomputeAllSummaries(backend);
  expect(['client_summaries', 'account_summaries'].map(rows)).toEqual(derived);
});

test('pages meet wherever they are cut, in every order', async () => {
  const { call } = await openFirm();
  for (const key of accountSortKeys) {
    for (const descending of [false, true]) {
      const sort = { key, descending };
      const whole = (await call.accounts.list({ sort })).rows.map(({ id }) => id);
      for (let size = 1; size <= whole.length; size += 1) {
        const first = await call.accounts.list({ sort, limit: size });
        const rest = await call.accounts.list({ sort, after: first.nextCursor });
        const ids = [...first.rows, ...(first.nextCursor === null ? [] : rest.rows)].map(({ id }) => id);
        expect(ids).toEqual(whole);
        const skipped = await call.accounts.list({ sort, skip: size });
        expect(skipped.rows.map(({ id }) => id)).toEqual(whole.slice(size));
      }
    }
  }
  expect(await failureOf(call.accounts.list({ after: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('what is in the trash is not listed, and a full recomputation gives the same rows', async () => {
  const { backend, call, names, idOf } = await openFirm();
  await call.accounts.trash({ id: idOf('百味') });
  await call.clients.trash({ id: idOf('乙物流') });
  await call.clients.update({ id: idOf('丁商贸'), base: { name: '丁商贸' }, changes: { name: '丙商贸' } });
  expect(new Set(await names())).toEqual(new Set(['辰光', '安和', '收款']));
  const rows = () => backend.db.prepare('SELECT * FROM account_summaries ORDER BY account_id').all();
  const derived = rows();
  expect(derived).toHaveLength(3);
  recomputeAllSummaries(backend);
  expect(rows()).toEqual(derived);
});

test('the command line lists accounts by the end of their certification', async () => {
  const { done } = onData();
  const { id } = await done(created, 'call', 'clients.create', '{"name":"示例知白","entityType":"company"}');
  for (const [name, until] of [
    ['远', '2027-06-01'],
    ['近', '2026-10-01'],
  ]) {
    const account = { platform: 'wechat', kind: 'mini_program', name, certifiedUntilOn: until };
    await done(created, 'call', 'accounts.create', JSON.stringify({ clientId: id, account }));
  }
  const list = z.object({ total: z.int(), rows: z.array(z.object({ name: z.string() })) });
  const all = await done(list, 'accounts');
  expect(all.rows.map(({ name }) => name)).toEqual(['近', '远']);
  const soon = await done(list, 'accounts', '--within', '30', '--window');
  expect(soon).toMatchObject({ total: 1, rows: [{ name: '近' }] });
  expect((await done(list, 'accounts', '知白', '--expired')).total).toBe(0);
}, 120_000);
