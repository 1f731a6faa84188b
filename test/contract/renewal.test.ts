import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { isClosed } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { codeOf } from '#test/support/paper-drop.ts';
import '#test/support/property-seed.ts';

const end = calendarDate('2026-10-01');
const later = calendarDate('2036-10-01');

/** Papers without files: what they touch does not hang on those. */
function writePaper(
  { backend }: TestBackend,
  clientId: string,
  columns: Record<string, string> = {},
): string {
  const { result } = backend.changes.record('documents.add', (change) =>
    change.insert('documents', {
      client_id: clientId,
      kind: 'business_licence',
      title: '营业执照',
      ...columns,
    }),
  );
  return result;
}

function openFirm() {
  const opened = openTestBackend();
  const { call } = opened;
  const client = async (name: string) => (await call.clients.create({ name, entityType: 'company' })).id;
  const account = async (clientId: string, name: string) =>
    (
      await call.accounts.create({
        clientId,
        account: { platform: 'wechat', kind: 'mini_program', name },
      })
    ).id;
  const application = async (accountId: string) =>
    (await call.applications.create({ accountId, kind: 'first_certification' })).id;
  const itemOf = async (id: string) =>
    (await call.applications.get({ id })).items.find(({ requirement }) =>
      requirement.accepts.includes('business_licence'),
    )!.id;
  const close = (id: string, stage: Stage) =>
    opened.backend.changes.record('applications.step', (change) =>
      change.update('applications', id, { stage }),
    );
  const certify = (id: string, until: string) =>
    opened.backend.changes.record('accounts.update', (change) =>
      change.update('accounts', id, { certified_until_on: until }),
    );
  return { ...opened, client, account, application, itemOf, close, certify };
}

it('puts the new paper in the place of the old one where it is open, in one change that undo takes back', async () => {
  const firm = openFirm();
  const { call, client, account, application, itemOf, close, certify } = firm;
  const clientId = await client('示例青禾商贸有限公司');
  await call.clients.update({ id: clientId, base: { licenceUntil: null }, changes: { licenceUntil: end } });
  const old = writePaper(firm, clientId, { valid_until_on: end });
  const accounts = [];
  const items = [];
  for (const name of ['示例甲', '示例乙', '示例丙']) {
    const accountId = await account(clientId, name);
    const id = await application(accountId);
    const itemId = await itemOf(id);
    await call.applications.attach({ itemId, documentId: old }).catch(() => undefined);
    accounts.push(accountId);
    items.push({ id, itemId });
  }
  close(items[2]!.id, 'passed');
  certify(accounts[2]!, '2027-01-01');
  const renewed = writePaper(firm, clientId, { valid_until_on: later });
  const touches = await call.renewal.touches({ id: old, by: renewed });
  const fateOf = new Map(touches.uses.map(({ applicationId, fate }) => [applicationId, fate]));
  expect(items.map(({ id }) => fateOf.get(id))).toEqual(['replaced', 'replaced', 'stays']);
  expect(touches.fields).toEqual([{ field: 'licenceUntil', before: end, after: later }]);
  expect(touches.accounts.map(({ name, isToTell }) => [name, isToTell])).toEqual([
    ['示例丙', true],
    ['示例乙', false],
    ['示例甲', false],
  ]);
  expect(touches.platforms).toEqual(['wechat']);
  expect(touches.candidates.map(({ id }) => id)).toEqual([renewed]);

  const papersOf = async (id: string, itemId: string) =>
    (await call.applications.get({ id })).items
      .find((item) => item.id === itemId)
      ?.documents.map((paper) => paper.id);
  const done = await call.renewal.replace({ id: old, by: renewed, dueOn: calendarDate('2026-09-30') });
  expect(done).toMatchObject({ replacedCount: 2, fieldCount: 1, taskCount: 1 });
  for (const [index, { id, itemId }] of items.entries())
    expect(await papersOf(id, itemId)).toEqual([index === 2 ? old : renewed]);
  const { client: facts } = await call.clients.get({ id: clientId });
  expect(facts.licenceUntil).toBe(later);
  const agenda = () =>
    firm.backend.db.prepare('SELECT title, due_on FROM tasks WHERE deleted_at_ms IS NULL').all();
  expect(agenda()).toEqual([{ title: '把新的营业执照报给微信：示例丙', due_on: '2026-09-30' }]);

  await call.history.undo({ changeId: done.changeId! });
  for (const { id, itemId } of items) expect(await papersOf(id, itemId)).toEqual([old]);
  expect((await call.clients.get({ id: clientId })).client.licenceUntil).toBe(end);
  expect(agenda()).toEqual([]);
});

it('of a paper with a new version changes no checklist, and brings the client up to it', async () => {
  const firm = openFirm();
  const { call, client, account, application } = firm;
  const clientId = await client('示例青禾商贸有限公司');
  await call.clients.update({ id: clientId, base: { licenceUntil: null }, changes: { licenceUntil: end } });
  const id = writePaper(firm, clientId, { valid_until_on: later });
  const applicationId = await application(await account(clientId, '示例甲'));
  const itemId = await firm.itemOf(applicationId);
  await call.applications.attach({ itemId, documentId: id }).catch(() => undefined);
  expect(await call.renewal.touches({ id })).toMatchObject({
    uses: [{ applicationId, fate: 'follows' }],
    fields: [{ after: later }],
  });
  expect(await call.renewal.replace({ id })).toMatchObject({ replacedCount: 0, fieldCount: 1, taskCount: 0 });
  expect(await call.renewal.replace({ id })).toMatchObject({ changeId: null, fieldCount: 0 });
});

describe('what a change has stored', () => {
  /** A firm with an old licence on two checklists, and a way to store scans as the program does. */
  async function openWithScans() {
    const firm = openFirm();
    const { backend, call, client, account, application, itemOf } = firm;
    const folder = temporaryFolder();
    const clientId = await client('示例青禾商贸有限公司');
    let no = 0;
    const store = async (
      kind: DocumentKind,
      input: { documentId?: string; validUntil?: CalendarDate } = {},
    ) => {
      const file = scans.fileIn(folder, `${(no += 1)}.png`, await scans.picture('png', no));
      const files = [{ token: backend.tokens.grant(file) }];
      const steps = await allOf(await call.documents.add({ clientId, kind, files, ...input }));
      const added = steps.find((step) => step.kind === 'added');
      if (typeof added?.changeId !== 'string' || added.documentId === null) throw new Error('not added');
      const { offers } = await call.renewal.offers({ changeId: added.changeId });
      return { id: added.documentId, changeId: added.changeId, offers };
    };
    const old = await store('business_licence', { validUntil: end });
    for (const name of ['示例甲', '示例乙']) {
      const itemId = await itemOf(await application(await account(clientId, name)));
      await call.applications.attach({ itemId, documentId: old.id }).catch(() => undefined);
    }
    return { ...firm, clientId, store, old };
  }

  it('is offered with what it touches, as much as the touches say; nothing is done by that', async () => {
    const { call, store, old } = await openWithScans();
    expect(old.offers).toEqual([]);
    const renewed = await store('business_licence', { validUntil: later });
    expect(renewed.offers).toMatchObject([
      { old: { id: old.id }, renewed: { id: renewed.id }, clientName: '示例青禾商贸有限公司', useCount: 2 },
    ]);
    const touches = await call.renewal.touches({ id: old.id, by: renewed.id });
    expect(renewed.offers[0]).toMatchObject({
      useCount: touches.uses.filter(({ fate }) => fate === 'replaced').length,
      accountCount: touches.accounts.filter(({ isToTell }) => isToTell).length,
      fieldCount: touches.fields.length,
    });
    expect(await call.documents.uses({ id: old.id })).toHaveLength(2);
    await call.renewal.replace({ id: old.id, by: renewed.id });
    expect((await call.renewal.offers({ changeId: renewed.changeId })).offers).toEqual([]);
  });

  it('is not offered for what came earlier, for a paper of many at a time, or once it is taken back', async () => {
    const { call, store, old } = await openWithScans();
    expect((await store('business_licence', { validUntil: calendarDate('2026-01-01') })).offers).toEqual([]);
    expect((await store('statement')).offers).toEqual([]);
    const renewed = await store('business_licence', { validUntil: later });
    await call.history.undo({ changeId: renewed.changeId });
    expect((await call.renewal.offers({ changeId: renewed.changeId })).offers).toEqual([]);
    expect((await call.renewal.offers({ changeId: 'nobody' })).offers).toEqual([]);
    expect(old.id).not.toBe(renewed.id);
  });

  it('is offered of a new version where the client or a platform has to follow', async () => {
    const { store, old, call, clientId, backend } = await openWithScans();
    const [first] = (await call.clients.get({ id: clientId })).accounts;
    backend.changes.record('accounts.update', (change) =>
      change.update('accounts', first!.id, { certified_until_on: '2027-01-01' }),
    );
    backend.changes.record('applications.step', (change) => {
      for (const { id } of backend.db.prepare('SELECT id FROM applications').all() as { id: string }[])
        change.update('applications', id, { stage: 'passed' });
    });
    const { offers } = await store('business_licence', { documentId: old.id });
    expect(offers).toMatchObject([{ old: { id: old.id }, renewed: { id: old.id }, useCount: 0 }]);
    expect(offers[0]?.accountCount).toBeGreaterThan(0);
  });
});

it('refuses what can’t take its place', async () => {
  const firm = openFirm();
  const { call, client } = firm;
  const clientId = await client('示例甲有限公司');
  const id = writePaper(firm, clientId);
  const others = {
    client: writePaper(firm, await client('示例乙有限公司')),
    kind: writePaper(firm, clientId, { kind: 'lease' }),
  };
  for (const by of Object.values(others))
    expect(await codeOf(call.renewal.touches({ id, by }))).toBe('RENEWAL_UNFIT');
  expect(await codeOf(call.renewal.replace({ id, by: 'nobody' }))).toBe('NOT_FOUND');
});

it('offers and takes no paper that ends earlier, and asks for a new look at what was found right', async () => {
  const firm = openFirm();
  const { call, client, account, application, itemOf } = firm;
  const clientId = await client('示例青禾商贸有限公司');
  const id = writePaper(firm, clientId, { valid_until_on: end });
  const earlier = writePaper(firm, clientId, { valid_until_on: calendarDate('2016-10-01') });
  const by = writePaper(firm, clientId, { valid_until_on: later });
  const idsOf = async (of: string) =>
    (await call.renewal.touches({ id: of })).candidates.map((paper) => paper.id);
  expect(await idsOf(id)).toEqual([by]);
  expect(await idsOf(by)).toEqual([]);
  expect(await codeOf(call.renewal.replace({ id, by: earlier }))).toBe('RENEWAL_UNFIT');

  const applicationId = await application(await account(clientId, '示例甲'));
  const itemId = await itemOf(applicationId);
  for (const documentId of [earlier, by]) await call.applications.detach({ itemId, documentId });
  await call.applications.decideItem({ itemId, decision: 'confirmed', reason: null });
  await call.renewal.replace({ id, by });
  const item = (await call.applications.get({ id: applicationId })).items.find((each) => each.id === itemId);
  expect(item).toMatchObject({ decision: null, documents: [{ id: by }] });
});

/** What stands in the tables, looked through row by row. */
function bruteForce({ backend }: TestBackend, documentId: string) {
  const all = (table: string) =>
    backend.db.prepare<[], Record<string, string | number | null>>(`SELECT * FROM ${table}`).all();
  const live = (table: string) => all(table).filter((row) => row.deleted_at_ms === null);
  const paper = live('documents').find(({ id }) => id === documentId)!;
  const lines = live('item_documents')
    .filter((link) => link.document_id === documentId)
    .flatMap((link) => live('items').filter(({ id }) => id === link.item_id));
  const applications = live('applications').filter(({ id }) =>
    lines.some((line) => line.application_id === id),
  );
  const accounts = live('accounts').filter(
    ({ id, client_id: clientId }) =>
      applications.some((each) => each.account_id === id) ||
      (paper.kind === 'business_licence' && clientId === paper.client_id),
  );
  return {
    applications: applications.map(({ id }) => id).toSorted(),
    open: applications
      .filter(({ stage }) => !isClosed(stage as Stage))
      .map(({ id }) => id)
      .toSorted(),
    accounts: accounts.map(({ id }) => id).toSorted(),
    platforms: [...new Set(accounts.map(({ platform }) => platform))].toSorted(),
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

test('what is listed is what a walk through all tables finds', async () => {
  const link = fc.record({
    account: fc.nat(3),
    paper: fc.nat(2),
    stage: fc.constantFrom<Stage>('collecting', 'in_review', 'passed', 'withdrawn'),
    isTrashed: fc.boolean(),
    isDetached: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(link, { maxLength: 8 }), fc.nat(3), async (links, trashedAccount) => {
      const firm = openFirm();
      const { call, client, account, application, itemOf, close } = firm;
      const clients = [await client('示例甲有限公司'), await client('示例乙有限公司')] as const;
      const accounts = [];
      for (const no of [0, 1, 2, 3]) accounts.push(await account(clients[no % 2 === 0 ? 0 : 1], `示例${no}`));
      const papers = [
        writePaper(firm, clients[0]),
        writePaper(firm, clients[1]),
        writePaper(firm, clients[0], { kind: 'lease' }),
      ];
      for (const { account: no, paper, stage, isTrashed, isDetached } of links) {
        const id = await application(accounts[no]!).catch(() => undefined);
        if (id === undefined) continue;
        const itemId = await itemOf(id);
        const documentId = papers[paper]!;
        await call.applications.attach({ itemId, documentId }).catch(() => undefined);
        if (isDetached) await call.applications.detach({ itemId, documentId }).catch(() => undefined);
        close(id, stage);
        if (isTrashed) await call.applications.trash({ id });
      }
      if (trashedAccount < 3)
        await call.accounts.trash({ id: accounts[trashedAccount]! }).catch(() => undefined);
      for (const id of papers) {
        const { uses, accounts: touched, platforms } = await call.renewal.touches({ id });
        expect({
          applications: unique(uses.map(({ applicationId }) => applicationId)),
          open: unique(uses.filter(({ fate }) => fate !== 'stays').map((use) => use.applicationId)),
          accounts: unique(touched.map((each) => each.id)),
          platforms: unique(platforms),
        }).toEqual(bruteForce(firm, id));
      }
      firm.backend.close();
    }),
    { numRuns: 8 },
  );
}, 120_000);
