import { expect, test } from 'vitest';
import { accountSortKeys } from '#shared/contract/account-pages.ts';
import { applicationSortKeys } from '#shared/contract/application-pages.ts';
import { clientSortKeys } from '#shared/contract/clients.ts';
import { createTextReader } from '#backend/documents/texts/read-all.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { plansOf } from '#test/support/query-plans.ts';
import type { QueryPlan } from '#test/support/query-plans.ts';

const over = (plans: readonly QueryPlan[], text: string): QueryPlan => {
  const plan = plans.find(({ sql }) => sql.includes(text));
  if (plan === undefined)
    throw new Error(`no statement over ${text}: ${plans.map(({ sql }) => sql).join('\n')}`);
  return plan;
};
/** No table is read from end to end except along an index, and nothing is sorted afterwards. */
const walks = (plan: QueryPlan, index: string) => {
  expect(plan.steps[0], plan.sql).toMatch(new RegExp(`(SCAN|SEARCH) \\w+ USING (COVERING )?INDEX ${index}`));
  expect(
    plan.steps.filter((step) => step.includes('TEMP B-TREE')),
    plan.sql,
  ).toEqual([]);
  expect(
    plan.steps.slice(1).filter((step) => /^SCAN (?!json_each|x )/.test(step)),
    plan.sql,
  ).toEqual([]);
};

/** By what has no index the keys alone are put in order, in one go over the summaries. */
const orders = (plan: QueryPlan) => {
  expect(plan.steps[0], plan.sql).toMatch(/^SCAN s\b/);
  expect(
    plan.steps.filter((step) => step.includes('TEMP B-TREE')),
    plan.sql,
  ).toEqual(['USE TEMP B-TREE FOR ORDER BY']);
  expect(
    plan.steps.slice(1).filter((step) => /^SCAN (?!json_each|x )/.test(step)),
    plan.sql,
  ).toEqual([]);
};
const keysOf = <Key extends string>(all: Readonly<Record<Key, string>>) => Object.keys(all) as Key[];

const indices = {
  name: 'client_summaries_name',
  certifiedUntil: 'client_summaries_certified',
  nextDue: 'client_summaries_next',
  missing: 'client_summaries_missing',
  owed: 'client_summaries_owed',
};
const filters = [
  {},
  { text: '示例' },
  { tag: '示例', consultantIds: ['a', 'nobody'], serviceStatuses: ['active' as const] },
  { certifiedWithinDays: 30, owing: true, returned: true, papersMissing: true },
];

test.each(keysOf(indices))('the clients table walks along its index, sorted by %s', async (key) => {
  const { backend, call } = openTestBackend();
  for (const filter of filters) {
    for (const descending of [false, true]) {
      for (const after of [null, Buffer.from('["x","y"]').toString('base64url')]) {
        const plans = await plansOf(backend.db, () =>
          call.clients.list({ filter, sort: { key, descending }, after }),
        );
        walks(over(plans, 'AS sort_value'), indices[key]);
      }
    }
  }
});

const unindexed = clientSortKeys.filter((key) => !(key in indices));
test.each(unindexed)('the clients are put in order in one go, sorted by %s', async (key) => {
  const { backend, call } = openTestBackend();
  for (const filter of filters) {
    const sort = { key, descending: true };
    for (const after of [null, Buffer.from('["x","y"]').toString('base64url')]) {
      const plans = await plansOf(backend.db, () => call.clients.list({ filter, sort, after }));
      orders(over(plans, 'AS sort_value'));
    }
  }
});

const accountIndices = {
  name: 'account_summaries_name',
  client: 'account_summaries_client_name',
  platform: 'account_summaries_place',
  certifiedUntil: 'account_summaries_certified',
  reviewOpens: 'account_summaries_opens',
  application: 'account_summaries_open',
};
const accountFilters = [
  {},
  { text: '示例' },
  { platforms: ['wechat' as const], kinds: ['merchant' as const], consultantIds: ['a', 'nobody'] },
  { certifiedWithinDays: 30, windowOpen: true, certified: true, underWay: false },
];

test.each(keysOf(accountIndices))(
  'the accounts table walks along its index alone, sorted by %s',
  async (key) => {
    const { backend, call } = openTestBackend();
    for (const filter of accountFilters) {
      for (const descending of [false, true]) {
        for (const after of [null, Buffer.from('["x","y"]').toString('base64url')]) {
          const plans = await plansOf(backend.db, () =>
            call.accounts.list({ filter, sort: { key, descending }, after }),
          );
          const page = over(plans, 'ORDER BY s.');
          walks(page, accountIndices[key]);
          expect(page.steps[0]).toContain('COVERING');
          // Counted once for a filter, then kept.
          if (after === null && !descending)
            expect(over(plans, 'AS window_open').steps[0]).toContain('COVERING');
        }
      }
    }
  },
);

const unindexedOfAccounts = accountSortKeys.filter((key) => !(key in accountIndices));
test.each(unindexedOfAccounts)('the accounts are put in order in one go, sorted by %s', async (key) => {
  const { backend, call } = openTestBackend();
  for (const filter of accountFilters) {
    const plans = await plansOf(backend.db, () =>
      call.accounts.list({ filter, sort: { key, descending: false } }),
    );
    orders(over(plans, 'AS sort_value'));
  }
});

const applicationIndices = {
  number: 'application_summaries_number',
  opened: 'application_summaries_opened',
  account: 'application_summaries_account_name',
  client: 'application_summaries_client_name',
  kind: 'application_summaries_kind',
  stage: 'application_summaries_stage',
  since: 'application_summaries_since',
  clock: 'application_summaries_due',
  items: 'application_summaries_missing',
  consultant: 'application_summaries_consultant',
};
const applicationFilters = [
  {},
  { text: '示例' },
  { platforms: ['wechat' as const], kinds: ['filing' as const], consultantIds: ['a', 'nobody'], open: true },
  { dueWithinDays: 30, dueWithinHours: 24, papersMissing: true, returned: false, overdue: true },
];

test.each(applicationSortKeys)('the applications walk along their index alone, sorted by %s', async (key) => {
  const { backend, call } = openTestBackend();
  for (const filter of applicationFilters) {
    for (const descending of [false, true]) {
      for (const after of [null, Buffer.from('["x","y"]').toString('base64url')]) {
        const plans = await plansOf(backend.db, () =>
          call.applications.list({ filter, sort: { key, descending }, after }),
        );
        const page = over(plans, 'ORDER BY s.');
        walks(page, applicationIndices[key]);
        expect(page.steps[0]).toContain('COVERING');
        if (after === null && !descending) expect(over(plans, 'AS overdue').steps[0]).toContain('COVERING');
      }
    }
  }
});

test('the applications of one client are found by the client', async () => {
  const { backend, call } = openTestBackend();
  const plans = await plansOf(backend.db, () => call.applications.list({ filter: { clientId: 'a' } }));
  expect(over(plans, 'ORDER BY s.').steps[0]).toMatch(/^SEARCH s USING INDEX application_summaries_client /);
});

test('an account and its history are read by their keys', async () => {
  const { backend, call } = openTestBackend();
  const { id: clientId } = await call.clients.create({ name: '示例', entityType: 'company' });
  const account = { platform: 'wechat', kind: 'mini_program', name: '示例' } as const;
  const { id } = await call.accounts.create({ clientId, account });
  const plans = await plansOf(backend.db, () => call.accounts.get({ id }));
  const history = over(plans, 'e.prev_hash').steps;
  expect(history).toContainEqual(expect.stringContaining('SEARCH e USING INDEX events_row'));
  const scans = plans.flatMap(({ steps }) => steps.filter((step) => step.startsWith('SCAN ')));
  expect(scans.filter((step) => !/json_each|wanted|CONSTANT|seat|\(/.test(step))).toEqual([]);
});

test('a search reads the full-text index alone, and only the entries it shows', async () => {
  const { backend, call } = openTestBackend();
  await call.clients.create({ name: '示例', entityType: 'company' });
  const plans = await plansOf(backend.db, () => call.search.query({ text: 'sl' }));
  for (const text of ['count(*) AS n FROM search_index', 'rowid AS key FROM search_index']) {
    expect(over(plans, text).steps).toEqual([
      expect.stringMatching(/^SCAN search_index VIRTUAL TABLE INDEX \d+:M2><$/),
    ]);
  }
  const entries = over(plans, 'search_entries e');
  expect(entries.steps).toContainEqual(expect.stringMatching(/SEARCH e USING INTEGER PRIMARY KEY/));
});

test('files that nobody has read are looked for in their index alone', async () => {
  const { backend } = openTestBackend();
  const reader = createTextReader(backend, new AbortController().signal);
  const plans = await plansOf(backend.db, () => reader.readAll());
  const { steps } = over(plans, 'AS is_read');
  expect(steps).toContainEqual(
    expect.stringMatching(/^SEARCH document_versions USING COVERING INDEX document_versions_pdf/),
  );
  expect(steps).toContainEqual(expect.stringMatching(/^SEARCH t USING COVERING INDEX/));
  expect(steps.filter((step) => /TEMP B-TREE|^SCAN (?!f$|\()/.test(step))).toEqual([]);
  expect(over(plans, 'is_indexed = 0').steps).toEqual([
    expect.stringContaining('USING COVERING INDEX file_texts_unindexed'),
  ]);
});

test('papers are found by their files from the index of the words on, and no text is read', async () => {
  const { backend, call } = openTestBackend();
  const plans = await plansOf(backend.db, () => call.search.query({ text: '违约金' }));
  const { steps } = over(plans, 'file_index MATCH');
  expect(steps.slice(0, 4)).toEqual([
    expect.stringMatching(/^SCAN x VIRTUAL TABLE INDEX \d+:M1$/),
    'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)',
    expect.stringContaining('SEARCH v USING INDEX document_versions_sha256'),
    expect.stringContaining('SEARCH e USING COVERING INDEX search_entries_entity'),
  ]);
});

test('the agenda walks along the due dates', async () => {
  const { backend, call } = openTestBackend();
  const plans = await plansOf(backend.db, () => call.agenda.list({ days: 30 }));
  const agenda = over(plans, 'o.due_on >=');
  walks(agenda, 'obligations_due');
});

test('the duties of Today are read from their indices alone', async () => {
  const { backend, call } = openTestBackend();
  const plans = await plansOf(backend.db, () => call.today.get({}));
  const { steps } = over(plans, '@dueTo');
  expect(steps).toContainEqual(expect.stringContaining('SEARCH o USING COVERING INDEX obligations_due'));
  expect(steps).toContainEqual(expect.stringContaining('SEARCH o USING INDEX obligations_asks'));
  expect(steps).toContainEqual(expect.stringContaining('SEARCH o USING INDEX obligations_opens'));
  const waiting = over(plans, "('client', 'platform')").steps;
  expect(waiting[0]).toContain('USING COVERING INDEX obligations_waiting');
});

test('what is ours to hand in is found by the stage of its application', async () => {
  const { backend, call } = openTestBackend();
  const plans = await plansOf(backend.db, () => call.today.get({}));
  const { steps } = over(plans, '+o.waiting_on');
  expect(steps).toContainEqual(expect.stringContaining('SEARCH applications USING INDEX applications_stage'));
  expect(steps).toContainEqual(expect.stringContaining('SEARCH o USING INDEX obligations_terms'));
});

test('the ends of the year are counted in their index alone', async () => {
  const { backend, call } = openTestBackend();
  const plans = await plansOf(backend.db, () => call.today.get({}));
  const [first] = over(plans, 'AS month').steps;
  expect(first).toMatch(/^SEARCH obligations USING COVERING INDEX obligations_legal /);
});

test('the papers walk along their ends', async () => {
  const { backend, call } = openTestBackend();
  const plans = await plansOf(backend.db, () => call.documents.list({ filter: { expiringWithinDays: 30 } }));
  const papers = over(plans, 'LIMIT');
  walks(papers, 'documents_valid_until');
});

test.each([
  ['events_client', { clientId: 'a' }],
  ['events_row', { rowId: 'a' }],
  ['events_recent', {}],
])('the history walks along %s', async (index, filter) => {
  const { backend, call } = openTestBackend();
  for (const after of [undefined, 'b']) {
    const plans = await plansOf(backend.db, () => call.history.list({ ...filter, after }));
    walks(over(plans, 'e.prev_hash'), index);
  }
});

test("a client's page and its history read by client", async () => {
  const { backend, call } = openTestBackend();
  const { id } = await call.clients.create({ name: '示例', entityType: 'company' });
  const plans = await plansOf(backend.db, () => call.clients.get({ id }));
  const scans = plans.filter(({ steps }) =>
    steps.some((step) => /^SCAN (?!json_each|wanted|CONSTANT|\()/.test(step)),
  );
  expect(scans.filter(({ sql }) => !sql.includes('FROM seat')).map(({ sql, steps }) => [sql, steps])).toEqual(
    [],
  );
});
