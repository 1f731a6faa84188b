import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { ViewScreen } from '#shared/contract/views.ts';
import { insertView } from '#backend/views/service.ts';
import { openTestBackend, temporaryFolder } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';

const person = { phone: null, email: null, weeklyCapacity: null };
const consultant = async ({ call }: TestBackend, name: string): Promise<string> =>
  (await call.consultants.save({ id: null, consultant: { name, ...person } })).id;
const save = async ({ call }: TestBackend, screen: ViewScreen, name: string, view: object): Promise<string> =>
  (await call.views.save({ id: null, screen, name, filter: JSON.stringify(view) })).id;
const names = async ({ call }: TestBackend, screen: ViewScreen): Promise<string[]> =>
  (await call.views.list({ screen })).map(({ name }) => name);

/** A clients' view as it is stored, whatever it says; a later program can have written it. */
const writeUnread = ({ backend }: TestBackend, name: string, filter: string): string =>
  backend.changes.record('views.save', (change) =>
    insertView(backend, change, { screen: 'clients', name, filter }),
  ).result;

test('a view counts what its filter holds today', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  await call.clients.create({ name: '示例甲', entityType: 'company' });
  await call.clients.create({ name: '示例乙', entityType: 'sole_trader' });
  const filter = JSON.stringify({ entityTypes: ['company'] });
  const { id } = await call.views.save({ id: null, screen: 'clients', name: '企业', filter });
  const unread = { id: writeUnread(opened, '看不懂', 'not json') };
  const list = () => call.views.list({ screen: 'clients' });
  expect(await list()).toMatchObject([
    { id, name: '企业', filter },
    { id: unread.id, name: '看不懂' },
  ]);
  expect(await call.views.count({ id })).toEqual({ total: 1 });
  expect(await call.views.count({ id: unread.id })).toEqual({ total: 0 });
  expect((await failureOf(call.views.save({ id: null, screen: 'clients', name: '企业', filter }))).code).toBe(
    'DUPLICATE_NAME',
  );
  await call.views.save({ id, screen: 'clients', name: '全部', filter: '{}' });
  expect(await list()).toMatchObject([{ id, name: '全部' }, {}]);
  expect(await call.views.count({ id })).toEqual({ total: 2 });
  await call.views.remove({ id });
  expect((await failureOf(call.views.count({ id }))).code).toBe('NOT_FOUND');
  expect(await list()).toHaveLength(1);
});

test('the views of every list are counted, those of the applications by the day and the hour', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const { id: clientId } = await call.clients.create({ name: '示例', entityType: 'company' });
  const account = { platform: 'wechat', kind: 'mini_program', name: '示例' } as const;
  const { id: accountId } = await call.accounts.create({ clientId, account });
  const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
  const uncertified = await save(opened, 'accounts', '未认证', { certified: false });
  const open = await save(opened, 'applications', '在办', { open: true, columns: columns(['client']) });
  const soon = await save(opened, 'applications', '24 小时内', { dueWithinHours: 24 });
  const total = async (viewId: string) => (await call.views.count({ id: viewId })).total;
  expect(await Promise.all([uncertified, open, soon].map(total))).toEqual([1, 1, 0]);
  await call.applications.step({ id, step: { kind: 'submit' } });
  expect(await total(soon)).toBe(1);
  await call.applications.step({ id, step: { kind: 'withdraw' } });
  expect(await Promise.all([open, soon].map(total))).toEqual([0, 0]);
});

const columns = (order: string[]) => ({ order, shown: {}, widths: {} });

test.each([
  ['at midnight of the firm', '2026-10-01', 1, '2026-09-29T23:59:59+08:00', '2026-09-30T00:00:00+08:00'],
  ['over the end of a month', '2026-03-01', 1, '2026-02-27T23:59:59+08:00', '2026-02-28T00:00:00+08:00'],
  ['over a leap day', '2028-03-01', 2, '2028-02-27T23:00:00+08:00', '2028-02-28T00:00:00+08:00'],
  ['whatever the zone of the computer', '2026-10-01', 1, '2026-09-29T15:59:59Z', '2026-09-29T16:00:00Z'],
])('a relative date of a view moves on %s', async (_when, until, days, before, after) => {
  const opened = openTestBackend(temporaryFolder(), Date.parse(before));
  const { call } = opened;
  const { id: clientId } = await call.clients.create({ name: '示例', entityType: 'company' });
  const account = {
    platform: 'wechat',
    kind: 'mini_program',
    name: '示例',
    certifiedUntilOn: calendarDate(until),
  } as const;
  await call.accounts.create({ clientId, account });
  const ids = [
    await save(opened, 'clients', '快到期', { certifiedWithinDays: days }),
    await save(opened, 'accounts', '快到期', { certifiedWithinDays: days }),
  ];
  const totals = () => Promise.all(ids.map(async (id) => (await call.views.count({ id })).total));
  expect(await totals()).toEqual([0, 0]);
  opened.setNow(Date.parse(after));
  expect(await totals()).toEqual([1, 1]);
});

test('「mine」 follows who works at the computer, and holds nothing while nobody is named', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const consultantId = await consultant(opened, '甲顾问');
  await call.clients.create({ name: '示例甲', entityType: 'company', consultantId });
  await call.clients.create({ name: '示例乙', entityType: 'company' });
  const mine = await save(opened, 'clients', '我的', { consultantIds: ['me'] });
  const both = await save(opened, 'clients', '我的和没人的', { consultantIds: ['me', 'nobody'] });
  const totals = () => Promise.all([mine, both].map(async (id) => (await call.views.count({ id })).total));
  expect(await totals()).toEqual([0, 1]);
  await call.settings.set({ consultantId });
  expect(await totals()).toEqual([1, 2]);
});

test('views are pinned, moved, added and removed, each with an undo', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const [a, b, c] = [
    await save(opened, 'accounts', '甲', {}),
    await save(opened, 'accounts', '乙', {}),
    await save(opened, 'accounts', '丙', {}),
  ];
  const undo = (changeId: string | null) => call.history.undo({ changeId: changeId ?? '' });
  const order = () => names(opened, 'accounts');
  const first = await call.views.move({ id: c, beforeId: a });
  expect(await order()).toEqual(['丙', '甲', '乙']);
  await call.views.move({ id: c, beforeId: b });
  expect(await order()).toEqual(['甲', '丙', '乙']);
  const last = await call.views.move({ id: a, beforeId: null });
  expect(await order()).toEqual(['丙', '乙', '甲']);
  await undo(last.changeId);
  expect(await order()).toEqual(['甲', '丙', '乙']);
  expect(first.changeId).not.toBeNull();
  expect((await failureOf(call.views.move({ id: a, beforeId: 'x' }))).code).toBe('NOT_FOUND');

  const unpinned = await call.views.pin({ id: a, isPinned: false });
  expect((await call.views.list({ screen: 'accounts' }))[0]).toMatchObject({ id: a, isPinned: false });
  await undo(unpinned.changeId);
  expect((await call.views.list({ screen: 'accounts' }))[0]).toMatchObject({ isPinned: true });

  const views = ['甲', '丁', '戊'].map((name) => ({ name, filter: '{}' }));
  const added = await call.views.add({ screen: 'accounts', views });
  expect(added.added).toBe(2);
  expect(await order()).toEqual(['甲', '丙', '乙', '丁', '戊']);
  await undo(added.changeId);
  const removed = await call.views.remove({ id: b });
  expect(await order()).toEqual(['甲', '丙']);
  await undo(removed.changeId);
  expect(await order()).toEqual(['甲', '丙', '乙']);
});

/** A file's token in the firm that writes it, and in one that reads it. */
function sharedFile(name = '给同事.certfolio-view.json') {
  const file = path.join(temporaryFolder(), name);
  return {
    file,
    target: ({ backend }: TestBackend) => backend.tokens.grant(file),
    source: ({ backend }: TestBackend) => backend.tokens.grant(file, undefined, 'read'),
  };
}

test('an exported view is the same in another firm, its people by their names', async () => {
  const one = openTestBackend();
  const other = openTestBackend();
  const known = await consultant(one, '周岚');
  const stranger = await consultant(one, '林一');
  const here = await consultant(other, '周岚');
  const view = { open: true, dueWithinDays: 30, columns: columns(['client', 'kind']), group: 'stage' };
  const ids = [
    await save(one, 'applications', '两人的', { ...view, consultantIds: [known, 'me', stranger] }),
    await save(one, 'clients', '林一的', { consultantIds: [stranger], owing: true }),
    await save(one, 'accounts', '旧的', { windowOpen: true }),
  ];
  await one.call.views.pin({ id: ids[2]!, isPinned: false });
  const shared = sharedFile();
  const written = await one.call.views.exportFile({ ids, target: shared.target(one) });
  expect(written).toEqual({ name: '给同事.certfolio-view.json', count: 3 });

  const preview = await other.call.views.previewFile({ file: shared.source(other) });
  expect(preview).toMatchObject({
    ok: true,
    views: [
      { screen: 'applications', name: '两人的', isTaken: false, unknownPeople: ['林一'] },
      { screen: 'clients', name: '林一的', unknownPeople: ['林一'] },
      { screen: 'accounts', name: '旧的', unknownPeople: [] },
    ],
  });
  expect(await failureOf(other.call.views.importFile({ file: shared.source(other) }))).toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'consultants' },
  });
  expect(await other.call.views.list({})).toEqual([]);
  const done = await other.call.views.importFile({ file: shared.source(other), dropPeople: true });
  const said = async (screen: ViewScreen) => {
    const [row] = await other.call.views.list({ screen });
    return { view: JSON.parse(row!.filter) as unknown, isPinned: row!.isPinned };
  };
  expect(await said('applications')).toEqual({
    view: { ...view, consultantIds: [here, 'me'] },
    isPinned: true,
  });
  expect(await said('clients')).toEqual({ view: { owing: true }, isPinned: true });
  expect(await said('accounts')).toEqual({ view: { windowOpen: true }, isPinned: false });
  await other.call.history.undo({ changeId: done.changeId! });
  expect(await other.call.views.list({})).toEqual([]);
});

test('a name that is taken is replaced or kept beside, as was said, else nothing is written', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const id = await save(opened, 'clients', '欠款', { owing: true });
  const shared = sharedFile();
  await call.views.exportFile({ ids: [id], target: shared.target(opened) });
  await call.views.save({ id, screen: 'clients', name: '欠款', filter: '{"owing":false}' });
  const take = (taken?: 'replace' | 'keep_both') =>
    call.views.importFile({ file: shared.source(opened), ...(taken && { taken }) });
  expect(await failureOf(take())).toEqual({ code: 'DUPLICATE_NAME', data: { name: '欠款' } });
  await take('keep_both');
  await take('keep_both');
  expect(await names(opened, 'clients')).toEqual(['欠款', '欠款 2', '欠款 3']);
  await take('replace');
  expect((await call.views.list({ screen: 'clients' }))[0]).toMatchObject({ id, filter: '{"owing":true}' });
});

test.each([
  ['{', ''],
  ['[]', ''],
  ['{"format":"certfolio-views","version":2,"views":[]}', 'version'],
  [
    '{"format":"certfolio-views","version":1,"views":[{"screen":"fees","name":"甲","view":{}}]}',
    'views.0.screen',
  ],
  [
    '{"format":"certfolio-views","version":1,"views":[{"screen":"clients","name":"甲","view":{"owing":"ja"}}]}',
    'views.0.view.owing',
  ],
  [
    '{"format":"certfolio-views","version":1,"views":[{"screen":"clients","name":"甲","view":{"group":"stage"}}]}',
    'views.0.view.group',
  ],
  [
    '{"format":"certfolio-views","version":1,"views":[{"screen":"clients","name":"甲","view":{"colour":1}}]}',
    'views.0.view',
  ],
])('a file that is none (%s) is refused with its place %s', async (content, place) => {
  const opened = openTestBackend();
  const shared = sharedFile();
  fs.writeFileSync(shared.file, content);
  const file = shared.source(opened);
  const preview = await opened.call.views.previewFile({ file });
  if (preview.ok) throw new Error('taken for sound');
  expect(preview.faults.map((fault) => fault.place)).toContain(place);
  expect((await failureOf(opened.call.views.importFile({ file }))).code).toBe('FILE_UNREADABLE');
  expect(await opened.call.views.list({})).toEqual([]);
});

const fiveHundred = <Value>(value: Value): Value[] => new Array<Value>(500).fill(value);

test.each([
  ['text', '至多 500 个字符', { text: '乙'.repeat(501) }],
  [
    '',
    '至多 10000 个字符',
    { entityTypes: fiveHundred('foundation'), serviceStatuses: fiveHundred('paused') },
  ],
])('a file with a view that is too long (%s) is refused with its place', async (field, zh, view) => {
  const opened = openTestBackend();
  const shared = sharedFile();
  const views = [
    { screen: 'clients', name: '甲', view: { text: '甲' } },
    { screen: 'clients', name: '乙', view },
  ];
  fs.writeFileSync(shared.file, JSON.stringify({ format: 'certfolio-views', version: 1, views }));
  const file = shared.source(opened);
  const place = ['views.1.view', field].filter((part) => part !== '').join('.');
  expect(await opened.call.views.previewFile({ file })).toMatchObject({
    ok: false,
    faults: [{ place, fault: { zh } }],
  });
  expect((await failureOf(opened.call.views.importFile({ file }))).code).toBe('FILE_UNREADABLE');
  expect(await opened.call.views.list({})).toEqual([]);
});

test('a view that became too long all the same is listed', async () => {
  const opened = openTestBackend();
  writeUnread(opened, '长', JSON.stringify({ text: '长'.repeat(10_000) }));
  expect(await names(opened, 'clients')).toEqual(['长']);
});

test('an export leaves another file of a like name alone', async () => {
  const opened = openTestBackend();
  const id = await save(opened, 'clients', '甲', {});
  const shared = sharedFile();
  fs.writeFileSync(`${shared.file}.part`, '另一份');
  await opened.call.views.exportFile({ ids: [id], target: shared.target(opened) });
  expect(fs.readFileSync(`${shared.file}.part`, 'utf8')).toBe('另一份');
});

test('a view is written only for its own list, and only as that list can read it', async () => {
  const opened = openTestBackend();
  const { call } = opened;
  const id = await save(opened, 'clients', '甲', {});
  const filter = JSON.stringify({ entityTypes: ['moon'] });
  expect(await failureOf(call.views.save({ id, screen: 'accounts', name: '乙', filter: '{}' }))).toEqual({
    code: 'NOT_FOUND',
    data: { what: 'saved_views', id },
  });
  for (const each of [id, null])
    expect(await failureOf(call.views.save({ id: each, screen: 'clients', name: '乙', filter }))).toEqual({
      code: 'VIEW_UNREADABLE',
      data: { name: '乙' },
    });
  const add = call.views.add({ screen: 'clients', views: [{ name: '乙', filter: '[' }] });
  expect((await failureOf(add)).code).toBe('VIEW_UNREADABLE');
  const later = writeUnread(opened, '以后的', filter);
  await call.views.save({ id: later, screen: 'clients', name: '丙', filter });
  await call.views.save({ id: null, screen: 'clients', name: '丁', filter });
  expect(await names(opened, 'clients')).toEqual(['甲', '丙', '丁']);
});

test('a file that cannot be written leaves nothing behind', async () => {
  const opened = openTestBackend();
  const id = await save(opened, 'clients', '甲', {});
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'taken.json'));
  const target = opened.backend.tokens.grant(path.join(folder, 'taken.json'));
  expect(await failureOf(opened.call.views.exportFile({ ids: [id], target }))).toMatchObject({
    code: 'NOT_WRITABLE',
  });
  expect(fs.readdirSync(folder)).toEqual(['taken.json']);
});
