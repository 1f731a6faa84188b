import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { thumbnailsMade } from '#backend/documents/thumbnails.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { plansOf } from '#test/support/query-plans.ts';
import { codeOf, openForPapers } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { openTray } from '#test/support/tray.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** The day before the firm's today, and today. */
const yesterday = calendarDate('2026-09-21');
const today = calendarDate('2026-09-22');

async function openKeeping() {
  const opened = await openForPapers();
  const { add, call, file } = opened;
  const paper = async (no: number, keepUntilOn: string | null, input: Parameters<typeof add>[1] = {}) => {
    const { added } = await add([file(`纸${no}.png`, await scans.picture('png', no))], input);
    const id = added.documentId!;
    if (keepUntilOn !== null)
      await call.documents.update({
        id,
        base: { keepUntilOn: null },
        changes: { keepUntilOn: calendarDate(keepUntilOn) },
      });
    return id;
  };
  const due = async (show: 'all' | 'free' | 'held' = 'all') => (await call.keeping.due({ show })).rows;
  const destroy = (...ids: string[]) => call.keeping.destroy({ ids, remark: null });
  const hashes = async (id: string) =>
    (await call.documents.get({ id })).versions.map(({ sha256 }) => sha256);
  const setNow = (nowMs: number): void => opened.setNow(nowMs);
  return { ...opened, setNow, paper, due, destroy, hashes };
}

describe('what may be destroyed', () => {
  it('is what was kept long enough, from the day after its last one on', async () => {
    const { paper, due, setNow } = await openKeeping();
    const over = await paper(1, yesterday);
    const last = await paper(2, today);
    await paper(3, null);
    expect(await due()).toMatchObject([
      { id: over, what: 'paper', rule: 'keep_until', sinceOn: today, held: null, fileCount: 1 },
    ]);
    setNow(sampleNowMs + dayMs);
    expect((await due()).map(({ id }) => id)).toEqual([over, last]);
  });

  it('is what lies in the trash for over thirty days, unless it is to be kept longer', async () => {
    const { paper, due, call, setNow } = await openKeeping();
    const plain = await paper(1, null);
    const kept = await paper(2, '2030-01-01');
    for (const id of [plain, kept]) await call.documents.trash({ id });
    setNow(sampleNowMs + 30 * dayMs);
    expect(await due()).toEqual([]);
    setNow(sampleNowMs + 31 * dayMs);
    expect(await due()).toMatchObject([{ id: plain, rule: 'trash', isTrashed: true, held: null }]);
    setNow(sampleNowMs + 4 * 366 * dayMs);
    expect((await due()).map(({ id }) => id)).toEqual([plain, kept]);
  });

  it('leaves out what is still needed, and says by what', async () => {
    const { paper, due, call, clientId, destroy } = await openKeeping();
    const valid = await paper(1, yesterday, { validUntil: today });
    const forever = await paper(2, yesterday, { validUntil: 'forever' });
    const expired = await paper(3, yesterday, { validUntil: yesterday });
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例小程序' } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    const { id: applicationId } = await call.applications.create({ accountId, kind: 'first_certification' });
    const { items, application } = await call.applications.get({ id: applicationId });
    const item = items.find(({ requirement }) => requirement.accepts.includes('business_licence'))!;
    await call.applications.attach({ itemId: item.id, documentId: expired });
    const rows = new Map((await due()).map((row) => [row.id, row.held]));
    expect(rows.get(valid)).toMatchObject({ isValid: true });
    expect(rows.get(forever)).toMatchObject({ isValid: true });
    expect(rows.get(expired)).toMatchObject({
      application: { id: applicationId, number: application.number, accountName: '示例小程序' },
      isValid: false,
    });
    expect(await destroy(valid, forever, expired)).toMatchObject({
      changeId: null,
      destroyedCount: 0,
      leftCount: 3,
    });
    expect(await due('free')).toEqual([]);
    expect(await call.keeping.due({ show: 'held' })).toMatchObject({ total: 3, heldCount: 3 });
  });
});

it('is held by an account that was certified with it and has no end on file', async () => {
  const { paper, due, call, backend, clientId } = await openKeeping();
  const id = await paper(1, yesterday, { validUntil: yesterday });
  const account = { platform: 'wechat', kind: 'mini_program', name: '示例小程序' } as const;
  const { id: accountId } = await call.accounts.create({ clientId, account });
  const { id: applicationId } = await call.applications.create({ accountId, kind: 'first_certification' });
  const { items } = await call.applications.get({ id: applicationId });
  const item = items.find(({ requirement }) => requirement.accepts.includes('business_licence'))!;
  await call.applications.attach({ itemId: item.id, documentId: id });
  const set = (table: 'applications' | 'accounts', row: string, columns: Record<string, string>) =>
    backend.changes.record('test', (change) => change.update(table, row, columns));
  set('applications', applicationId, { stage: 'passed' });
  expect((await due())[0]?.held).toMatchObject({
    application: null,
    account: { id: accountId, certifiedUntilOn: null },
  });
  const { accounts } = await call.renewal.touches({ id });
  expect(accounts).toMatchObject([{ id: accountId, isToTell: true }]);
  set('accounts', accountId, { certified_until_on: yesterday });
  expect((await due())[0]?.held).toBeNull();
  expect((await call.renewal.touches({ id })).accounts).toMatchObject([{ isToTell: false }]);
});

it('is found by the indices of its days, without a look at every paper', async () => {
  const { call, backend } = await openKeeping();
  const plans = await plansOf(backend.db, () => call.keeping.due({}));
  const pages = plans.filter(({ sql }) => sql.includes('documents d JOIN clients c'));
  expect(pages).toHaveLength(2);
  for (const { steps } of pages) {
    const plan = steps.join('\n');
    for (const index of ['documents_keep_until', 'documents_trashed', 'intake_files_taken_out'])
      expect(plan).toContain(index);
    expect(plan).not.toMatch(/SCAN [dc]\b/);
  }
});

describe('a destruction', () => {
  it('lets other calls come between its files', async () => {
    const { paper, destroy, backend } = await openKeeping();
    const ids = [await paper(1, yesterday), await paper(2, yesterday)];
    await thumbnailsMade(backend);
    const deeds: string[] = [];
    const remove = backend.vault.remove.bind(backend.vault);
    const slowly: typeof remove = (sha256) => {
      deeds.push('file');
      const untilMs = performance.now() + 20;
      while (performance.now() < untilMs);
      setImmediate(() => deeds.push('other call'));
      remove(sha256);
    };
    Object.assign(backend.vault, { remove: slowly });
    await destroy(...ids);
    expect(deeds.slice(0, 3)).toEqual(['file', 'other call', 'file']);
  });

  it('takes the bytes and all that was made of them off the disk, and leaves a record', async () => {
    const { paper, hashes, call, backend, vaultFolder } = await openKeeping();
    const id = await paper(1, yesterday);
    const [sha256] = await hashes(id);
    await call.files.stat({ sha256: sha256!, form: 'page-1' });
    await thumbnailsMade(backend);
    const filesWith = (): string[] =>
      fs
        .readdirSync(vaultFolder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(sha256!));
    expect(filesWith()).toHaveLength(3);
    expect(await call.keeping.destroy({ ids: [id], remark: '到期' })).toMatchObject({
      destroyedCount: 1,
      leftCount: 0,
      fileCount: 1,
      waitingCount: 0,
    });
    expect(filesWith()).toEqual([]);
    expect(await codeOf(call.documents.get({ id }))).toBe('NOT_FOUND');
    expect(await codeOf(call.files.stat({ sha256: sha256!, form: 'file' }))).toBe('NOT_FOUND');
    expect((await call.documents.list({})).total).toBe(0);
    expect(await call.keeping.destroyed({})).toMatchObject({
      total: 1,
      rows: [
        {
          id,
          clientName: '示例青禾商贸有限公司',
          kind: 'business_licence',
          keepUntilOn: yesterday,
          rule: 'keep_until',
          atMs: sampleNowMs,
          remark: '到期',
          files: [{ sha256, originalName: '纸1.png', isShared: false }],
        },
      ],
    });
    for (const text of ['到期', '青禾', sha256!])
      expect((await call.keeping.destroyed({ text })).total).toBe(1);
    expect((await call.keeping.destroyed({ text: '没有' })).total).toBe(0);
  });

  it('leaves bytes that another paper has, and they go with the last one', async () => {
    const { paper, destroy, hashes, call, backend } = await openKeeping();
    const one = await paper(1, yesterday);
    const other = await paper(1, yesterday);
    const [sha256] = await hashes(one);
    expect(await destroy(one)).toMatchObject({ destroyedCount: 1, fileCount: 0 });
    expect(backend.vault.has(sha256!)).toBe(true);
    expect((await call.keeping.destroyed({})).rows[0]?.files[0]?.isShared).toBe(true);
    expect(await destroy(other)).toMatchObject({ fileCount: 1 });
    expect(backend.vault.has(sha256!)).toBe(false);
  });

  it('is for good: no undo, no redo and no way out of the trash brings it back', async () => {
    const { paper, destroy, call, setNow } = await openKeeping();
    const id = await paper(1, null);
    const thrown = await call.documents.trash({ id });
    setNow(sampleNowMs + 31 * dayMs);
    const other = await paper(2, null);
    const gone = await destroy(id);
    expect(await codeOf(call.history.undo({ changeId: gone.changeId! }))).toBe('UNDO_IMPOSSIBLE');
    expect(await codeOf(call.history.undo({ changeId: thrown.changeId! }))).toBe('UNDO_CONFLICT');
    expect((await call.trash.list({})).rows).toEqual([]);
    expect(await codeOf(call.trash.restore({ changeIds: [thrown.changeId!] }))).toBe('NOT_FOUND');
    expect(await call.history.takeable({ changeIds: [gone.changeId!, thrown.changeId!] })).toEqual([]);
    // The key passes over it to what was done before.
    expect(await call.history.undo()).toMatchObject({ action: 'documents.add' });
    expect(await codeOf(call.documents.get({ id: other }))).toBe('NOT_FOUND');
    expect((await call.keeping.destroyed({})).total).toBe(1);
  });

  it('is passed over by the key together with what it was built on', async () => {
    const { paper, destroy, call, clientId, setNow } = await openKeeping();
    await call.clients.setTags({ id: clientId, tags: ['示例标签'] });
    const gone = await paper(1, null);
    await call.documents.trash({ id: gone });
    setNow(sampleNowMs + 31 * dayMs);
    await destroy(gone);
    expect(await call.history.undo()).toMatchObject({ action: 'clients.setTags' });
  });

  it('of one paper lets the rest of its entry in the trash come back', async () => {
    const { paper, destroy, call, clientId, setNow } = await openKeeping();
    const gone = await paper(1, null);
    const { changeId } = await call.clients.trash({ id: clientId });
    setNow(sampleNowMs + 31 * dayMs);
    await destroy(gone);
    await call.trash.restore({ changeIds: [changeId!] });
    expect((await call.clients.get({ id: clientId })).client.name).toBe('示例青禾商贸有限公司');
    expect((await call.documents.list({})).total).toBe(0);
  });

  it('keeps the paper and its versions away when its client comes back', async () => {
    const { paper, destroy, call, backend, clientId, setNow } = await openKeeping();
    const gone = await paper(1, null);
    const left = await paper(2, null);
    await call.clients.trash({ id: clientId });
    setNow(sampleNowMs + 31 * dayMs);
    await destroy(gone);
    await call.clients.restore({ id: clientId });
    expect((await call.documents.list({})).rows.map(({ id }) => id)).toEqual([left]);
    const versions = backend.db.prepare(
      'SELECT document_id FROM document_versions WHERE deleted_at_ms IS NULL',
    );
    expect(versions.all()).toEqual([{ document_id: left }]);
    expect(backend.changes.record('test', (change) => change.restore('documents', gone)).result).toBe(false);
  });

  it('lets the same scan come in anew', async () => {
    const { paper, destroy, hashes, backend } = await openKeeping();
    const id = await paper(1, yesterday);
    await destroy(id);
    const again = await paper(1, null);
    const [sha256] = await hashes(again);
    expect(backend.vault.has(sha256!)).toBe(true);
  });

  it.each([0, 1])('that was cut off after %i files is finished at the next start', async (steps) => {
    const opened = await openKeeping();
    const { paper, hashes, backend, add, file } = opened;
    const id = await paper(1, yesterday);
    await add([file('b.png', await scans.picture('png', 2))], { documentId: id });
    const all = await hashes(id);
    expect(all).toHaveLength(2);
    await thumbnailsMade(backend);
    backend.close();
    const script = path.resolve(import.meta.dirname, '../support/die-while-destroying.ts');
    const died = spawnSync(
      process.execPath,
      [script, backend.dataFolder, id, sampleNowMs.toString(), steps.toString()],
      { encoding: 'utf8' },
    );
    expect(died.signal, died.stderr).toBe('SIGKILL');
    const present = () =>
      all.filter((sha256) => fs.existsSync(path.join(opened.vaultFolder, sha256.slice(0, 2), sha256)));
    expect(present()).toHaveLength(2 - steps);
    const next = openTestBackend(backend.dataFolder);
    expect(present()).toEqual([]);
    expect((await next.call.keeping.destroyed({})).total).toBe(1);
    expect(next.backend.db.prepare('SELECT * FROM files_to_remove').all()).toEqual([]);
  });
});

describe('files of the tray', () => {
  it('that were taken out may be destroyed after thirty days', async () => {
    const opened = await openTray();
    const { call, take, picture, backend } = opened;
    await take(await picture('a.png'));
    const [file] = (await call.intake.get()).files;
    await call.intake.remove({ fileIds: [file!.id] });
    expect((await call.keeping.due({})).rows).toEqual([]);
    opened.setNow(sampleNowMs + 31 * dayMs);
    expect((await call.keeping.due({})).rows).toMatchObject([
      { id: file!.id, what: 'tray_file', rule: 'taken_out', title: 'a.png', clientId: null },
    ]);
    await call.keeping.destroy({ ids: [file!.id], remark: null });
    expect(backend.vault.has(file!.sha256)).toBe(false);
    expect((await call.keeping.destroyed({})).rows).toMatchObject([
      { what: 'tray_file', title: 'a.png', files: [{ sha256: file!.sha256 }] },
    ]);
  });

  it('go with the last paper that was made of them', async () => {
    const { call, take, file, seen, fileAll, backend } = await openTray();
    await take(file('两页.pdf', scans.pdf(2)));
    const { pages, papers, files } = await call.intake.get();
    await call.intake.arrange({ move: { kind: 'cut', pageId: pages[1]!.id } });
    const pieces = (await call.intake.get()).papers.map(({ id }) => id);
    expect(papers).toHaveLength(1);
    for (const id of pieces) await seen(id, { kind: 'other' });
    await fileAll(...pieces);
    const { rows } = await call.documents.list({});
    expect(rows).toHaveLength(2);
    const [one, other] = rows.map(({ id }) => id);
    for (const id of [one!, other!])
      await call.documents.update({ id, base: {}, changes: { keepUntilOn: yesterday } });
    const stackOf = async () =>
      (await call.keeping.due({})).rows.map(({ id, stackName }) => [id, stackName]).toSorted();
    const staying = [one!, other!].toSorted().map((id) => [id, '两页.pdf']);
    expect(await stackOf()).toEqual(staying);
    await call.keeping.destroy({ ids: [one!], remark: null });
    expect(backend.vault.has(files[0]!.sha256)).toBe(true);
    expect((await call.keeping.destroyed({})).rows).toMatchObject([{ id: one, stackName: '两页.pdf' }]);
    expect(await stackOf()).toEqual([[other, null]]);
    await call.keeping.destroy({ ids: [other!], remark: null });
    expect(backend.vault.has(files[0]!.sha256)).toBe(false);
    expect((await call.keeping.destroyed({})).rows.map(({ stackName }) => stackName)).toEqual([null, null]);
    expect([...backend.vault.list()]).toEqual([]);
  });
});
