import fc from 'fast-check';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { Contradiction } from '#shared/contract/renewal.ts';
import { closeReader } from '#backend/documents/reading/reader.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { fakeEngine } from '#test/support/fake-engine.ts';
import type { EngineDeed } from '#test/support/fake-engine.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { pageLines } from '#test/support/page-lines.ts';
import { codeOf } from '#test/support/paper-drop.ts';
import * as pages from '#test/support/read-pages.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';
import '#test/support/property-seed.ts';

const clientName = '示例青禾（云汀）餐饮管理有限公司';
const otherCode = pages.creditCodeOf('MA7NR5K9');
const otherName = '示例望潮（云汀）民宿有限公司';
/** The client's licence with other words on it. */
const licenceWith = (words: Readonly<Record<string, string>>) =>
  pageLines(pages.licencePage.map((line) => ({ ...line, text: words[line.text] ?? line.text })));
const own = licenceWith({});
const foreign = licenceWith({ [pages.sampleCode]: otherCode, [clientName]: otherName });
const renamed = licenceWith({ [clientName]: otherName, 示例甲: '示例丁' });
const minute = 60_000;

/** A client with an old licence on the checklist of an open application, and papers that are read as the deeds say. */
async function openWithLicence(deeds: readonly EngineDeed[], dataFolder = temporaryFolder()) {
  const engine = fakeEngine(deeds);
  const opened = openTestBackend(dataFolder, undefined, { startEngine: engine.start });
  const { backend, call } = opened;
  onTestFinished(() => closeReader(backend));
  const { id: clientId } = await call.clients.create({
    name: clientName,
    entityType: 'company',
    creditCode: pages.sampleCode,
    legalRepresentative: '示例甲',
  });
  const folder = temporaryFolder();
  let no = 0;
  async function add(kind: DocumentKind = 'business_licence', documentId: string | null = null) {
    no += 1;
    opened.setNow(sampleNowMs + no * minute);
    const token = backend.tokens.grant(scans.fileIn(folder, `${no}.png`, await scans.picture('png', no)));
    const steps = await allOf(await call.documents.add({ clientId, kind, documentId, files: [{ token }] }));
    const added = steps.find((step) => step.kind === 'added');
    if (typeof added?.documentId !== 'string' || added.changeId === null) throw new Error('not added');
    const { current } = await call.documents.get({ id: added.documentId });
    return { id: added.documentId, versionId: current[0]!.id, changeId: added.changeId };
  }
  const read = ({ versionId }: { versionId: string }) => call.reading.ofVersion({ versionId, now: true });
  const { id: accountId } = await call.accounts.create({
    clientId,
    account: { platform: 'wechat', kind: 'mini_program', name: '示例甲' },
  });
  const old = await add();
  const application = await call.applications.create({ accountId, kind: 'first_certification' });
  const lineOf = async () =>
    (await call.applications.get({ id: application.id })).items
      .find(({ requirement }) => requirement.accepts.includes('business_licence'))!
      .documents.map(({ id }) => id);
  expect(await lineOf()).toEqual([old.id]);
  return { ...opened, ...engine, clientId, accountId, applicationId: application.id, old, add, read, lineOf };
}

describe('another company’s licence', () => {
  it('is told with both values, and takes no place unless the caller is sure', async () => {
    const { call, old, add, read, lineOf } = await openWithLicence([foreign]);
    const by = await add();
    const pair = { id: old.id, by: by.id };
    expect((await call.renewal.touches(pair)).check).toMatchObject({
      state: 'waiting',
      waiting: [by.versionId],
    });
    await read(by);
    const { check } = await call.renewal.touches(pair);
    expect(check).toMatchObject({ state: 'read', waiting: [], comparedCount: 3 });
    expect(check.differences).toEqual([
      { field: 'credit_code', says: otherCode, known: pages.sampleCode, weight: 'conflict' },
      { field: 'subject_name', says: otherName, known: clientName, weight: 'conflict' },
    ]);
    const { offers } = await call.renewal.offers({ changeId: by.changeId });
    expect(offers).toMatchObject([{ old: { id: old.id }, check: { differences: check.differences } }]);

    expect(await codeOf(call.renewal.replace(pair))).toBe('RENEWAL_CONTRADICTED');
    expect(await codeOf(call.renewal.replace({ ...pair, sure: false }))).toBe('RENEWAL_CONTRADICTED');
    expect(await lineOf()).toEqual([old.id]);
    expect((await call.documents.get({ id: old.id })).replacedBy).toBeNull();
    expect(await call.renewal.replace({ ...pair, sure: true })).toMatchObject({ replacedCount: 1 });
    expect(await lineOf()).toEqual([by.id]);
  });

  it('stands in the consistency matrix with what was read, though nobody has kept it', async () => {
    const { call, applicationId, old, add, read } = await openWithLicence([foreign]);
    const codeRow = async () =>
      (await call.applications.preCheck({ id: applicationId })).grid.rows.find(
        ({ fact }) => fact === 'credit_code',
      );
    expect((await codeRow())?.cells.map(({ value }) => value)).toEqual([pages.sampleCode]);
    await read(await add('business_licence', old.id));
    const row = await codeRow();
    // It decides nothing: the record stays what it is held against.
    expect(row?.cells).toMatchObject([
      { source: 'record', value: pages.sampleCode, verdict: 'reference' },
      { source: 'subject_document', value: otherCode, verdict: 'different', isUnconfirmed: true },
    ]);
    expect((await call.documents.get({ id: old.id })).stated).toEqual({});
  });

  it('counts as it was corrected, not as it was read', async () => {
    const { call, old, add, read } = await openWithLicence([foreign]);
    const by = await add();
    await read(by);
    const values = [
      { field: 'credit_code' as const, value: pages.sampleCode },
      { field: 'subject_name' as const, value: clientName },
    ];
    await call.reading.confirm({ documentId: by.id, values });
    expect((await call.renewal.touches({ id: old.id, by: by.id })).check.differences).toEqual([]);
    expect(await call.renewal.replace({ id: old.id, by: by.id })).toMatchObject({ replacedCount: 1 });
  });

  it('as a new version of the paper itself brings nothing of the client up to it', async () => {
    const { call, clientId, old, add, read } = await openWithLicence([foreign]);
    await call.documents.update({
      id: old.id,
      base: { validUntil: null },
      changes: { validUntil: calendarDate('2036-10-01') },
    });
    await read(await add('business_licence', old.id));
    expect(await codeOf(call.renewal.replace({ id: old.id }))).toBe('RENEWAL_CONTRADICTED');
    expect((await call.clients.get({ id: clientId })).client.licenceUntil).toBeNull();
  });

  it('that is read after it has taken the place is told with the change to take back', async () => {
    const { call, old, add, read, lineOf } = await openWithLicence([foreign, own]);
    const ending = new AbortController();
    const told = await call.renewal.contradictions(undefined, { signal: ending.signal });
    const next = told[Symbol.asyncIterator]().next();
    const by = await add();
    const done = await call.renewal.replace({ id: old.id, by: by.id });
    expect(done).toMatchObject({ replacedCount: 1 });
    await read(by);
    const { value } = await next;
    expect(value).toMatchObject({
      old: { id: old.id },
      renewed: { id: by.id },
      clientName,
      changeId: done.changeId,
      differences: [{ field: 'credit_code', says: otherCode }, { field: 'subject_name' }],
    });
    await call.history.undo({ changeId: done.changeId! });
    expect(await lineOf()).toEqual([old.id]);
    ending.abort();
  });

  it('is told of a new version of the paper too, with the change that it came by', async () => {
    const { call, old, add, read } = await openWithLicence([foreign]);
    const ending = new AbortController();
    const told = await call.renewal.contradictions(undefined, { signal: ending.signal });
    const next = told[Symbol.asyncIterator]().next();
    await read(await add('business_licence', old.id));
    const { value } = (await next) as { readonly value: Contradiction };
    expect(value).toMatchObject({ old: { id: old.id }, renewed: { id: old.id }, clientName });
    await call.history.undo({ changeId: value.changeId ?? '' });
    expect((await call.documents.get({ id: old.id })).current).toMatchObject([{ versionNo: 1 }]);
    ending.abort();
  });

  it('is not told of where the paper has taken no place', async () => {
    const { call, add, read } = await openWithLicence([foreign]);
    const ending = new AbortController();
    const told = await call.renewal.contradictions(undefined, { signal: ending.signal });
    const all = allOf(told).catch(() => []);
    await read(await add());
    await new Promise((resolve) => setTimeout(resolve, 50));
    ending.abort();
    expect(await all).toEqual([]);
  });
});

it('a renamed company with a new head renews its licence without a word but that it has changed', async () => {
  const { call, old, add, read, lineOf } = await openWithLicence([renamed]);
  const by = await add();
  await read(by);
  const { check } = await call.renewal.touches({ id: old.id, by: by.id });
  expect(check.differences.map(({ field, weight }) => [field, weight])).toEqual([
    ['subject_name', 'change'],
    ['legal_representative', 'change'],
  ]);
  await call.renewal.replace({ id: old.id, by: by.id });
  expect(await lineOf()).toEqual([by.id]);
});

it('a card of nobody yet is held against the holder of the old one', async () => {
  const { backend, call, clientId } = await openWithLicence([own]);
  await call.clients.saveContact({
    ...{ clientId, id: null },
    contact: {
      ...{ name: '示例乙', idNumber: pages.sampleId, isAdministrator: true, isLegalRepresentative: false },
      ...{ phone: null, email: null, wechat: null, availableHours: null, leftOn: null },
      ...{ isFinance: false, answersCalls: false },
    },
  });
  const [holder] = (await call.clients.get({ id: clientId })).contacts;
  const contactId = holder!.contactId;
  const write = (columns: object) =>
    backend.changes.record('documents.add', (change) =>
      change.insert('documents', { client_id: clientId, kind: 'id_card', title: '身份证', ...columns }),
    ).result;
  const id = write({ contact_id: contactId });
  const by = write({ number: '330199199206081999' });
  expect((await call.renewal.touches({ id, by })).check.differences).toMatchObject([{ field: 'id_number' }]);
});

describe('a paper that has taken the place of another', () => {
  it('says so on both sides, is offered no more, and one undo brings all back', async () => {
    const { call, clientId, accountId, old, add, read, lineOf, backend } = await openWithLicence([own]);
    const by = await add();
    await read(by);
    const { id: certified } = await call.accounts.create({
      clientId,
      account: { platform: 'alipay', kind: 'mini_program', name: '示例乙' },
    });
    backend.changes.record('accounts.update', (change) =>
      change.update('accounts', certified, { certified_until_on: '2027-01-01' }),
    );
    const pair = { id: old.id, by: by.id };
    const before = await call.renewal.touches(pair);
    expect(before).toMatchObject({ isReplaced: false, candidates: [{ id: by.id }] });
    const done = await call.renewal.replace({ ...pair, dueOn: calendarDate('2026-09-30') });
    expect(done).toMatchObject({ replacedCount: 1, taskCount: 1 });

    const replaced = { kind: 'business_licence', on: '2026-09-22' };
    expect((await call.documents.get({ id: old.id })).replacedBy).toMatchObject({ id: by.id, ...replaced });
    expect((await call.documents.get({ id: by.id })).replaces).toMatchObject([{ id: old.id, ...replaced }]);
    const { rows } = await call.documents.list({ filter: { clientId } });
    expect(rows.map(({ id, replacedBy }) => [id, replacedBy?.id ?? null]).sort()).toEqual(
      [
        [old.id, by.id],
        [by.id, null],
      ].sort(),
    );

    const after = await call.renewal.touches({ id: old.id });
    expect(after.candidates).toEqual([]);
    expect(after.accounts.find(({ id }) => id === certified)).toMatchObject({
      isToTell: false,
      hasTask: true,
    });
    expect((await call.renewal.touches({ id: by.id })).candidates).toEqual([]);
    expect((await call.renewal.offers({ changeId: by.changeId })).offers).toEqual([]);
    expect(await call.renewal.replace({ ...pair, dueOn: calendarDate('2026-09-30') })).toMatchObject({
      changeId: null,
      taskCount: 0,
    });
    // A new application takes the one in use alone.
    await call.applications.trash({ id: (await call.clients.get({ id: clientId })).applications[0]!.id });
    const { id: next } = await call.applications.create({ accountId, kind: 'first_certification' });
    const papers = (await call.applications.get({ id: next })).items.flatMap(({ documents }) => documents);
    expect(papers.map(({ id }) => id)).toEqual([by.id]);
    await call.history.undo({});
    await call.history.undo({});

    await call.history.undo({ changeId: done.changeId! });
    expect(await lineOf()).toEqual([old.id]);
    expect((await call.documents.get({ id: old.id })).replacedBy).toBeNull();
    expect((await call.documents.get({ id: by.id })).replaces).toEqual([]);
    expect(await call.renewal.touches(pair)).toEqual(before);
  });

  it('is offered again once the old one is in use again', async () => {
    const { call, old, add, read, applicationId } = await openWithLicence([own]);
    const by = await add();
    await read(by);
    await call.renewal.replace({ id: old.id, by: by.id });
    const item = (await call.applications.get({ id: applicationId })).items.find(({ requirement }) =>
      requirement.accepts.includes('business_licence'),
    )!;
    await call.applications.attach({ itemId: item.id, documentId: old.id });
    expect((await call.renewal.touches({ id: old.id })).candidates.map(({ id }) => id)).toEqual([by.id]);
  });

  it('counts no more once it is in the trash', async () => {
    const { call, old, add, read } = await openWithLicence([own]);
    const by = await add();
    await read(by);
    await call.renewal.replace({ id: old.id, by: by.id });
    await call.documents.trash({ id: by.id });
    expect((await call.documents.get({ id: old.id })).replacedBy).toBeNull();
  });

  it('ends the reminders of the old one’s end', async () => {
    const { backend, call, clientId } = await openWithLicence([own]);
    const write = (until: string) =>
      backend.changes.record('documents.add', (change) =>
        change.insert('documents', {
          ...{ client_id: clientId, kind: 'food_business_permit', title: '许可证', valid_until_on: until },
        }),
      ).result;
    const [id, by] = [write('2026-10-01'), write('2036-10-01')];
    const duties = () => backend.db.prepare('SELECT 1 FROM obligations WHERE document_id = ?').all(id).length;
    expect(duties()).toBeGreaterThan(0);
    const { changeId } = await call.renewal.replace({ id, by });
    expect(duties()).toBe(0);
    await call.history.undo({ changeId: changeId! });
    expect(duties()).toBeGreaterThan(0);
  });
});

test('the newer paper is offered for the older one alone: by what was read, else by when it came', async () => {
  const issued = (year: string) => licenceWith({ '2024': year });
  const { call, old, add, read } = await openWithLicence([issued('2024'), issued('2019')]);
  const by = await add();
  const candidatesOf = async (id: string) =>
    (await call.renewal.touches({ id })).candidates.map((one) => one.id);
  expect(await candidatesOf(old.id)).toEqual([by.id]);
  expect(await candidatesOf(by.id)).toEqual([]);
  // The one that came first was issued later.
  await read(old);
  await read(by);
  expect(await candidatesOf(old.id)).toEqual([]);
  expect(await candidatesOf(by.id)).toEqual([old.id]);
  expect((await call.renewal.offers({ changeId: by.changeId })).offers).toEqual([]);
});

test('however papers take each other’s places, none comes to be replaced by itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 10 }), async (pairs) => {
      const { backend, call } = openTestBackend();
      const { id: clientId } = await call.clients.create({ name: clientName, entityType: 'company' });
      const papers = [0, 1, 2, 3].map(
        () =>
          backend.changes.record('documents.add', (change) =>
            change.insert('documents', { client_id: clientId, kind: 'lease', title: '示例' }),
          ).result,
      );
      for (const [from, to] of pairs)
        if (from !== to) await call.renewal.replace({ id: papers[from]!, by: papers[to]! });
      const next = new Map(
        await Promise.all(
          papers.map(async (id) => [id, (await call.documents.get({ id })).replacedBy?.id] as const),
        ),
      );
      for (const id of papers) {
        const seen = new Set<string>();
        for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = next.get(at))
          seen.add(at);
        expect(next.get([...seen].at(-1)!)).toBeUndefined();
      }
      backend.close();
    }),
    { numRuns: 15 },
  );
});
