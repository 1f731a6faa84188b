import fc from 'fast-check';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { AccountRow } from '#shared/contract/account-pages.ts';
import { accountSortKeys } from '#shared/contract/account-pages.ts';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import { applicationSortKeys } from '#shared/contract/application-pages.ts';
import type { ClientRow } from '#shared/contract/clients.ts';
import { clientSortKeys, serviceStatuses } from '#shared/contract/clients.ts';
import type {
  AccountGroup,
  ApplicationGroup,
  ClientGroup,
  GroupCounts,
} from '#shared/contract/row-groups.ts';
import { certifiedStates } from '#shared/contract/row-groups.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import { resultOf } from '#shared/contract/work.ts';
import { applicationKinds, stages } from '#shared/domain/application.ts';
import { addDays, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { accountKinds, platforms } from '#shared/domain/platform.ts';
import { openTestBackend, sampleNowMs, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';

const today = dateOfInstant(sampleNowMs);
const people = ['周岚', '陈屿', '安然'] as const;

/** Clients of several people, kinds and ends, with accounts on two platforms and applications in several stages. */
async function openFirm() {
  const opened = openTestBackend();
  const { call } = opened;
  const ids = new Map<string, string>();
  for (const name of people) {
    const consultant = { name: `示例${name}`, phone: null, email: null, weeklyCapacity: null };
    ids.set(name, (await call.consultants.save({ id: null, consultant })).id);
  }
  for (let no = 0; no < 14; no += 1) {
    const { id: clientId } = await call.clients.create({
      name: `示例${'甲乙丙丁'[no % 4]}${no}`,
      entityType: entityTypes[no % 3]!,
      serviceStatus: serviceStatuses[no % 5 === 0 ? 1 : 0],
      consultantId: ids.get(people[no % 4] ?? '') ?? null,
      serviceFeeFen: no * 100,
    });
    for (const platform of no % 3 === 0 ? (['wechat', 'alipay'] as const) : (['wechat'] as const))
      await addAccount(opened, clientId, { platform, no });
  }
  return opened;
}

async function addAccount(
  { call }: TestBackend,
  clientId: string,
  { platform, no }: { readonly platform: 'wechat' | 'alipay'; readonly no: number },
): Promise<void> {
  const kind = no % 6 === 5 ? 'official_account' : 'mini_program';
  const end = no % 4 === 3 ? {} : { certifiedUntilOn: addDays(today, [-3, 0, 90, 91, 400][no % 5]!) };
  const account = { platform, kind, name: `示例号${no}`, ...end } as const;
  const { id: accountId } = await call.accounts.create({ clientId, account });
  const begun = await call.applications
    .create({ accountId, kind: no % 2 === 0 ? 'first_certification' : 'filing' })
    .catch(() => undefined);
  if (begun === undefined) return;
  for (const kind of ['submit', 'authorise', 'pay'] as const)
    if (no % 4 > 1) await call.applications.step({ id: begun.id, step: { kind } }).catch(() => undefined);
  if (no % 4 === 3) {
    const step = { kind: 'return', reasonText: '资料不清晰' } as const;
    await call.applications.step({ id: begun.id, step }).catch(() => undefined);
  }
}

interface Head {
  readonly key: string;
  readonly name: string | null;
  readonly total: number;
}

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly grouped?: { readonly shown: number; readonly heads: readonly Head[] } | undefined;
}

interface Asked {
  readonly by?: string;
  readonly collapsed?: readonly string[];
  readonly sort: { readonly key: string; readonly descending: boolean };
  readonly text?: string | undefined;
  readonly after?: string | null;
  readonly skip?: number;
  readonly limit?: number;
}

interface List<Row extends { readonly id: string }> {
  readonly read: (asked: Asked) => Promise<Page<Row>>;
  readonly idsOfGroup: (of: OneGroup) => Promise<{ readonly ids: readonly string[] }>;
  /** How many of some rows each group has. */
  readonly counts: (by: string, rows: RowChoice) => Promise<GroupCounts>;
  readonly sortKeys: readonly string[];
  /** By what it can be grouped: the group of a row, and the groups in their order. */
  readonly groups: Readonly<Record<string, GroupLaw<Row>>>;
}

interface OneGroup {
  readonly by: string;
  readonly key: string;
  readonly text: string | undefined;
}

interface GroupLaw<Row> {
  readonly of: (row: Row) => string | null;
  /** Of people the names, which stand in the place of the keys. */
  readonly order: readonly string[];
}

const stateOf = (until: CalendarDate | null): string => {
  if (until === null) return 'none';
  if (until < today) return 'expired';
  return until <= addDays(today, 90) ? 'soon' : 'later';
};
const yesNo = ['yes', 'no'];
/** By their pinyin: ān, chén, zhōu. */
const byName = ['示例安然', '示例陈屿', '示例周岚', 'nobody'];

/** What a list is asked, as the contract takes it. */
const inputOf = ({ by, collapsed = [], text, ...asked }: Asked): never =>
  ({
    ...asked,
    filter: text === undefined ? {} : { text },
    ...(by !== undefined && { group: { by, collapsed } }),
  }) as never;

/** One group, and a choice of rows, as the contract takes them. */
const groupOf = ({ by, key, text }: OneGroup): never =>
  ({ by, key, filter: text === undefined ? {} : { text } }) as never;
const choiceOf = (group: string, rows: RowChoice): never => ({ group, rows }) as never;

const clientsOf = ({ call }: TestBackend): List<ClientRow> => ({
  read: (asked) => call.clients.list(inputOf(asked)),
  idsOfGroup: (group) => call.clients.idsOfGroup(groupOf(group)),
  counts: async (by, rows) => (await call.bulk.lookAtClients(choiceOf(by, rows))).groups,
  sortKeys: clientSortKeys,
  groups: {
    consultant: { of: (row) => row.consultantName, order: byName },
    certified: { of: (row) => stateOf(row.certifiedUntil), order: certifiedStates },
    entityType: { of: (row) => row.entityType, order: entityTypes },
    serviceStatus: { of: (row) => row.serviceStatus, order: serviceStatuses },
    returned: { of: (row) => (row.returned === null ? 'no' : 'yes'), order: yesNo },
  } satisfies Record<ClientGroup, GroupLaw<ClientRow>>,
});

const accountsOf = ({ call }: TestBackend): List<AccountRow> => ({
  read: (asked) => call.accounts.list(inputOf(asked)),
  idsOfGroup: (group) => call.accounts.idsOfGroup(groupOf(group)),
  counts: async (by, rows) => (await call.bulk.lookAtAccounts(choiceOf(by, rows))).groups,
  sortKeys: accountSortKeys,
  groups: {
    platform: { of: (row) => row.platform, order: platforms },
    kind: { of: (row) => row.kind, order: accountKinds },
    consultant: { of: (row) => row.consultantName, order: byName },
    certified: { of: (row) => stateOf(row.certifiedUntilOn), order: certifiedStates },
    underWay: { of: (row) => (row.application === null ? 'no' : 'yes'), order: yesNo },
  } satisfies Record<AccountGroup, GroupLaw<AccountRow>>,
});

const applicationsOf = ({ call }: TestBackend): List<ApplicationRow> => ({
  read: (asked) => call.applications.list(inputOf(asked)),
  idsOfGroup: (group) => call.applications.idsOfGroup(groupOf(group)),
  counts: async (by, rows) => (await call.bulk.lookAtApplications(choiceOf(by, rows))).groups,
  sortKeys: applicationSortKeys,
  groups: {
    stage: { of: (row) => row.stage, order: stages },
    consultant: { of: (row) => row.consultantName, order: byName },
    platform: { of: (row) => row.platform, order: platforms },
    kind: { of: (row) => row.kind, order: applicationKinds },
  } satisfies Record<ApplicationGroup, GroupLaw<ApplicationRow>>,
});

async function pagesOf<Row>(read: (asked: Asked) => Promise<Page<Row>>, asked: Asked, limit: number) {
  const pages: Page<Row>[] = [];
  let after: string | null = null;
  do {
    const page: Page<Row> = await read({ ...asked, after, limit });
    pages.push(page);
    after = page.nextCursor;
    if (after !== null) expect(page.rows).toHaveLength(limit);
  } while (after !== null && pages.length < 100);
  return pages;
}

/** Whatever is asked of a grouped list, it is the plain list put together by the groups. */
async function expectGroups<Row extends { readonly id: string }>(list: List<Row>): Promise<void> {
  const anything = fc.record({
    by: fc.constantFrom(...Object.keys(list.groups)),
    sort: fc.record({ key: fc.constantFrom(...list.sortKeys), descending: fc.boolean() }),
    text: fc.option(fc.constantFrom('甲', '示例', '丁'), { nil: undefined }),
    folds: fc.array(fc.nat(6), { maxLength: 3 }),
    limit: fc.integer({ min: 1, max: 9 }),
    skip: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(anything, async ({ by, sort, text, folds, limit, skip }) => {
      const law = list.groups[by]!;
      const plain = await list.read({ sort, text, limit: 500 });
      const open = await list.read({ by, sort, text, limit: 500 });
      const heads = open.grouped!.heads;
      const nameOf = ({ key, name }: Head): string => name ?? key;
      expect(heads.map(nameOf)).toEqual(
        law.order.filter((key) => plain.rows.some((row) => (law.of(row) ?? 'nobody') === key)),
      );
      expect(heads.reduce((sum, { total }) => sum + total, 0)).toBe(plain.total);
      expect(open).toMatchObject({ total: plain.total, grouped: { shown: plain.total } });

      const collapsed = folds.flatMap((no) => heads[no]?.key ?? []);
      const wanted = heads
        .filter(({ key }) => !collapsed.includes(key))
        .flatMap((head) => plain.rows.filter((row) => (law.of(row) ?? 'nobody') === nameOf(head)));
      const asked = { by, sort, text, collapsed };
      const pages = await pagesOf(list.read, asked, limit);
      expect(pages.flatMap(({ rows }) => rows)).toEqual(wanted);
      for (const page of pages) {
        const isCollapsed = (key: string): boolean => collapsed.includes(key);
        const said = heads.map((head) => ({ ...head, isCollapsed: isCollapsed(head.key) }));
        expect(page.grouped).toEqual({ by, shown: wanted.length, heads: said });
      }
      const window = await list.read({ ...asked, skip, limit });
      expect(window.rows).toEqual(wanted.slice(skip, skip + limit));
      const from = pages[0]!.nextCursor;
      if (from === null) return;
      const behind = await list.read({ ...asked, after: from, skip, limit });
      expect(behind.rows).toEqual(wanted.slice(limit + skip, limit + skip + limit));
    }),
    { numRuns: 60 },
  );
}

/** A group as a whole is the rows under its heading, and of any choice of rows each group has those that stand there. */
async function expectChoices<Row extends { readonly id: string }>(list: List<Row>): Promise<void> {
  const { rows: all } = await list.read({ sort: { key: list.sortKeys[0]!, descending: false }, limit: 500 });
  const ids = all.map(({ id }) => id);
  const anything = fc.record({
    by: fc.constantFrom(...Object.keys(list.groups)),
    text: fc.option(fc.constantFrom('甲', '示例', '丁'), { nil: undefined }),
    named: fc.option(fc.subarray(ids)),
    except: fc.subarray(ids),
  });
  await fc.assert(
    fc.asyncProperty(anything, async ({ by, text, named, except }) => {
      const law = list.groups[by]!;
      const sort = { key: list.sortKeys[0]!, descending: false };
      const { rows, grouped } = await list.read({ by, sort, text, limit: 500 });
      const isIn = ({ key, name }: Head, row: Row): boolean => (law.of(row) ?? 'nobody') === (name ?? key);
      for (const head of grouped!.heads) {
        const found = await list.idsOfGroup({ by, key: head.key, text });
        const wanted = rows.filter((row) => isIn(head, row)).map(({ id }) => id);
        expect([...found.ids].sort()).toEqual(wanted.sort());
      }
      expect(await list.idsOfGroup({ by, key: 'no such group', text })).toEqual({ ids: [] });
      const isMeant = (id: string): boolean => (named?.includes(id) ?? true) && !except.includes(id);
      const { grouped: whole } = await list.read({ by, sort, limit: 500 });
      const counts = whole!.heads
        .map((head) => ({
          key: head.key,
          count: all.filter((row) => isIn(head, row) && isMeant(row.id)).length,
        }))
        .filter(({ count }) => count > 0);
      expect(await list.counts(by, { ids: named, except })).toEqual(counts);
    }),
    { numRuns: 30 },
  );
}

test('a group of clients, accounts or applications is chosen as what stands under its heading', async () => {
  const opened = await openFirm();
  await expectChoices(clientsOf(opened));
  await expectChoices(accountsOf(opened));
  await expectChoices(applicationsOf(opened));
  expect((await opened.call.bulk.lookAtClients({})).groups).toEqual([]);
}, 60_000);

test('clients by group are the plain list, put together', async () => {
  await expectGroups(clientsOf(await openFirm()));
}, 60_000);

test('accounts by group are the plain list, put together', async () => {
  await expectGroups(accountsOf(await openFirm()));
}, 60_000);

test('applications by group are the plain list, put together', async () => {
  await expectGroups(applicationsOf(await openFirm()));
}, 60_000);

test('a heading counts and sums its group as the foot does the list', async () => {
  const { call } = await openFirm();
  const { grouped } = await call.clients.list({ group: { by: 'consultant' } });
  for (const { key, name, isCollapsed, ...totals } of grouped!.heads) {
    expect({ name: name !== null, isCollapsed }).toEqual({ name: key !== 'nobody', isCollapsed: false });
    const page = await call.clients.list({ filter: { consultantIds: [key] } });
    expect(totals).toEqual({
      total: page.total,
      returnedTotal: page.returnedTotal,
      serviceFeeTotalFen: page.serviceFeeTotalFen,
    });
  }
  const byStage = await call.applications.list({ group: { by: 'stage' } });
  expect(byStage.grouped?.heads.find(({ key }) => key === 'returned')).toMatchObject({
    total: byStage.returnedTotal,
    returnedTotal: byStage.returnedTotal,
  });
});

test('a group follows a write and its undo; one without rows is gone', async () => {
  const { call } = await openFirm();
  const keys = async () => {
    const { grouped } = await call.clients.list({ group: { by: 'serviceStatus' } });
    return grouped!.heads.map(({ key, total }) => `${key} ${total}`);
  };
  expect(await keys()).toEqual(['active 11', 'paused 3']);
  const { rows } = await call.clients.list({ filter: { serviceStatuses: ['paused'] } });
  const base = { serviceStatus: 'paused' } as const;
  const changes = { serviceStatus: 'ended' } as const;
  const { changeId } = await call.clients.update({ id: rows[0]!.id, base, changes });
  expect(await keys()).toEqual(['active 11', 'paused 2', 'ended 1']);
  await call.history.undo({ changeId: changeId! });
  expect(await keys()).toEqual(['active 11', 'paused 3']);
});

test('a file has the rows in the order of the groups, collapsed or not', async () => {
  const { call, backend } = await openFirm();
  const file = path.join(temporaryFolder(), '示例.csv');
  const target = backend.tokens.grant(file);
  await resultOf(call.exports.applications({ target, format: 'csv', group: 'kind', language: 'zh-CN' }));
  const { rows } = await call.applications.list({ group: { by: 'kind' }, limit: 500 });
  const lines = fs.readFileSync(file, 'utf8').trim().split('\r\n').slice(1);
  expect(lines.map((line) => rows.find(({ number }) => line.includes(number))?.number)).toEqual(
    rows.map(({ number }) => number),
  );
});

test('what a list can not be grouped by is refused', async () => {
  const { call } = openTestBackend();
  await expect(call.clients.list({ group: { by: 'owner' as never } })).rejects.toThrow();
});
