import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import type { BackupRow } from '#shared/contract/backups.ts';
import { databaseFile } from '#backend/backend.ts';
import { createBackup } from '#backend/backups/create.ts';
import type { BackupProgress } from '#backend/backups/create.ts';
import { recoverFromBackup } from '#backend/backups/recover.ts';
import { applyPendingRestore, restoreRefusal } from '#backend/backups/restore.ts';
import { backupDue, beforeUpgradeBackup, lastBackup } from '#backend/backups/service.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { allOf } from '#test/support/streams.ts';

const dayMs = 86_400_000;

/** A firm with one client and one paper. */
async function firm(dataFolder = temporaryFolder()) {
  const opened = openTestBackend(dataFolder);
  const { call } = opened;
  const { id: clientId } = await call.clients.create({ name: '示例归舟商贸有限公司', entityType: 'company' });
  const first = await addPaper(opened, clientId, 1);
  return { ...opened, dataFolder, clientId, first, backupFolder: path.join(dataFolder, 'backups') };
}

async function addPaper({ backend, call }: TestBackend, clientId: string, no: number): Promise<string> {
  const bytes = await scans.picture('png', no);
  const token = backend.tokens.grant(scans.fileIn(temporaryFolder(), `${no}.png`, bytes));
  await allOf(await call.documents.add({ clientId, kind: 'lease', files: [{ token }] }));
  return scans.sha256Of(bytes);
}

async function backUp(call: TestBackend['call']): Promise<BackupRow> {
  return madeBy(await allOf(await call.backups.create({ reason: 'manual' })));
}

function madeBy(steps: readonly BackupProgress[]): BackupRow {
  const last = steps.at(-1);
  if (last?.kind !== 'done') throw new Error('no backup');
  return last.backup;
}

const poolFile = (backupFolder: string, sha256: string) =>
  path.join(backupFolder, 'files', sha256.slice(0, 2), sha256);
const clientNames = async (call: TestBackend['call']) =>
  (await call.clients.list({})).rows.map(({ name }) => name);

/** Everything below a folder, with its content, to tell whether anything has changed. */
function contentOf(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile()).toSorted();
  return Object.fromEntries(
    files.map((name) => [name, scans.sha256Of(fs.readFileSync(path.join(folder, name)))]),
  );
}

describe('making a backup', () => {
  it('holds the database and every file, and verifies', async () => {
    const { call, backend, backupFolder, first } = await firm();
    const steps = await allOf(await call.backups.create({ reason: 'manual' }));
    expect(steps.slice(0, -1)).toEqual([
      { kind: 'copying', what: 'database', done: 0, total: 1 },
      { kind: 'copying', what: 'database', done: 1, total: 1 },
      { kind: 'copying', what: 'files', done: 0, total: 1 },
      { kind: 'copying', what: 'files', done: 1, total: 1 },
    ]);
    const backup = madeBy(steps);
    expect(backup).toMatchObject({
      name: 'certfolio-20260922-090000-manual',
      atMs: sampleNowMs,
      reason: 'manual',
      clientCount: 1,
      fileCount: 1,
    });
    expect(await call.backups.list({})).toEqual([backup]);
    expect(await call.backups.verify({ name: backup.name })).toEqual({ problems: [] });
    expect(scans.sha256Of(fs.readFileSync(poolFile(backupFolder, first)))).toBe(first);
    expect(lastBackup(backend)).toEqual({ atMs: sampleNowMs, clientCount: 1, fileCount: 1 });
  });

  it('copies only files that the folder does not hold yet', async () => {
    const opened = await firm();
    const { call, clientId, backupFolder, first } = opened;
    await backUp(call);
    fs.utimesSync(poolFile(backupFolder, first), 1000, 1000);
    const second = await addPaper(opened, clientId, 2);
    opened.setNow(sampleNowMs + dayMs);
    expect(await backUp(call)).toMatchObject({ fileCount: 2 });
    expect(fs.statSync(poolFile(backupFolder, first)).mtimeMs).toBe(1_000_000);
    expect(fs.existsSync(poolFile(backupFolder, second))).toBe(true);
    expect(await call.backups.list({})).toHaveLength(2);
  });

  it('is one state of the data, whatever is written meanwhile', async () => {
    const { backend, call, clientId } = await firm();
    const stream = createBackup(backend, { reason: 'manual' });
    await stream.next();
    await stream.next();
    await call.clients.update({ id: clientId, base: {}, changes: { name: '后来的名字' } });
    const { name } = madeBy(await allOf(stream));
    expect(await call.backups.verify({ name })).toEqual({ problems: [] });
  });

  it('makes two at once one after the other', async () => {
    const { call } = await firm();
    const made = await Promise.all([backUp(call), backUp(call), backUp(call)]);
    expect(new Set(made.map(({ name }) => name)).size).toBe(3);
    expect(await call.backups.list({})).toHaveLength(3);
  });

  it('leaves nothing that looks like a backup when it is cancelled or the caller walks away', async () => {
    const { backend, call, backupFolder } = await firm();
    const stop = new AbortController();
    const cancelled = createBackup(backend, { reason: 'manual', signal: stop.signal });
    await cancelled.next();
    stop.abort();
    await expect(allOf(cancelled)).rejects.toMatchObject({ code: 'CANCELLED' });
    const left = createBackup(backend, { reason: 'manual' });
    await left.next();
    await left.return(undefined);
    expect(await call.backups.list({})).toEqual([]);
    expect(fs.readdirSync(backupFolder).filter((name) => name !== 'files')).toEqual([]);
    expect(lastBackup(backend)).toBeNull();
    await backUp(call);
    expect(await call.backups.list({})).toHaveLength(1);
  });

  it('removes what a process that died has left half made, and shows none of it', async () => {
    const { call, backupFolder } = await firm();
    const half = path.join(backupFolder, '.certfolio-20260921-090000-daily.partial');
    fs.mkdirSync(half, { recursive: true });
    const foreign = path.join(backupFolder, 'certfolio-20260921-090000-daily');
    fs.mkdirSync(foreign);
    expect(await call.backups.list({})).toEqual([]);
    await backUp(call);
    expect(fs.existsSync(half)).toBe(false);
    expect(fs.existsSync(foreign)).toBe(true);
  });

  it('saves everything else when one file of the vault is lost, and says so', async () => {
    const opened = await firm();
    const { call, clientId, dataFolder, first } = opened;
    const second = await addPaper(opened, clientId, 2);
    fs.rmSync(path.join(dataFolder, 'vault', first.slice(0, 2), first));
    const { name, fileCount } = await backUp(call);
    expect(fileCount).toBe(1);
    expect(await call.backups.verify({ name })).toEqual({
      problems: [{ code: 'file_absent', subject: first }],
    });
    await call.backups.restore({ name });
    expect(second).not.toBe(first);
  });

  it('does not copy an altered file as if it were the right one', async () => {
    const { call, dataFolder, first, backupFolder } = await firm();
    const kept = path.join(dataFolder, 'vault', first.slice(0, 2), first);
    const bytes = fs.readFileSync(kept);
    bytes[bytes.length - 1]! ^= 1;
    fs.writeFileSync(kept, bytes);
    const { name } = await backUp(call);
    expect(fs.existsSync(poolFile(backupFolder, first))).toBe(false);
    expect((await call.backups.verify({ name })).problems).toEqual([{ code: 'file_absent', subject: first }]);
  });

  it('does not make a folder anew whose disk is not there', async () => {
    const { call, backend } = await firm();
    const folder = temporaryFolder();
    await call.settings.set({ backupFolder: backend.tokens.grant(folder) });
    fs.rmSync(folder, { recursive: true });
    expect(await failureOf(backUp(call))).toMatchObject({ code: 'NOT_WRITABLE' });
    expect(fs.existsSync(folder)).toBe(false);
  });

  it('says when the disk is full and leaves no half backup', async (context) => {
    const disk = smallDisk(400_000);
    if (disk === null) context.skip('no right to mount a small disk');
    const { call, backend } = await firm();
    await call.settings.set({ backupFolder: backend.tokens.grant(disk!) });
    expect(await failureOf(backUp(call))).toEqual({ code: 'DISK_FULL', data: {} });
    expect(fs.readdirSync(disk!).filter((name) => name !== 'files')).toEqual([]);
    expect(lastBackup(backend)).toBeNull();
  });
});

describe('keeping the newest', () => {
  it('keeps as many as the settings say, and the files that one of them names', async () => {
    const opened = await firm();
    const { call, clientId, backupFolder, first, backend } = opened;
    await call.settings.set({ backupKeep: 2 });
    await backUp(call);
    const [document] = (await call.documents.list({})).rows;
    const second = await addPaper(opened, clientId, 2);
    // The first file leaves the database for good, as an emptied trash would do it.
    backend.db.prepare('DELETE FROM document_versions WHERE document_id = ?').run(document!.id);
    for (const day of [1, 2]) {
      opened.setNow(sampleNowMs + day * dayMs);
      await backUp(call);
    }
    const names = (await call.backups.list({})).map(({ name }) => name);
    expect(names).toEqual(['certfolio-20260924-090000-manual', 'certfolio-20260923-090000-manual']);
    expect(fs.existsSync(poolFile(backupFolder, first))).toBe(false);
    expect(fs.existsSync(poolFile(backupFolder, second))).toBe(true);
    for (const name of names) expect((await call.backups.verify({ name })).problems).toEqual([]);
  });

  it('passes over what a file manager leaves in the folder', async () => {
    const { call, backupFolder } = await firm();
    await backUp(call);
    fs.writeFileSync(path.join(backupFolder, 'files', '.DS_Store'), 'x');
    const { name } = await backUp(call);
    expect((await call.backups.list({})).map((backup) => backup.name)).toContain(name);
  });

  it('touches no backup of another program, and no file while one backup can not say what it needs', async () => {
    const one = await firm();
    const shared = temporaryFolder();
    await one.call.settings.set({ backupFolder: one.backend.tokens.grant(shared), backupKeep: 1 });
    const foreign = await backUp(one.call);
    const other = await firm();
    await other.call.settings.set({ backupFolder: other.backend.tokens.grant(shared), backupKeep: 1 });
    other.setNow(sampleNowMs + dayMs);
    await backUp(other.call);
    other.setNow(sampleNowMs + 2 * dayMs);
    await backUp(other.call);
    expect((await other.call.backups.list({})).map(({ name }) => name)).toEqual([
      'certfolio-20260924-090000-manual',
      foreign.name,
    ]);
    fs.writeFileSync(path.join(shared, foreign.name, 'manifest.json'), '{');
    const orphan = poolFile(shared, 'c'.repeat(64));
    fs.mkdirSync(path.dirname(orphan), { recursive: true });
    fs.writeFileSync(orphan, 'may belong to the one that can not be read');
    other.setNow(sampleNowMs + 3 * dayMs);
    await backUp(other.call);
    expect(fs.existsSync(orphan)).toBe(true);
  });
});

describe('the daily backup', () => {
  it('is due once a day, and not when it is switched off', async () => {
    const opened = await firm();
    const { backend, call } = opened;
    expect(backupDue(backend)).toBe('daily');
    await allOf(await call.backups.create({ reason: 'daily' }));
    expect(backupDue(backend)).toBeNull();
    opened.setNow(sampleNowMs + dayMs);
    expect(backupDue(backend)).toBe('daily');
    await call.settings.set({ backupDaily: false });
    expect(backupDue(backend)).toBeNull();
  });
});

describe('a damaged backup', () => {
  const flip = (file: string, at: number) => {
    const bytes = fs.readFileSync(file);
    bytes[at]! ^= 0xff;
    fs.writeFileSync(file, bytes);
  };

  it.each<[what: string, code: string, damage: (folder: string, file: string) => void]>([
    [
      'a database with another byte',
      'database_altered',
      (folder) => flip(path.join(folder, 'certfolio.sqlite'), 60),
    ],
    [
      'a database that was cut off',
      'database_damaged',
      (folder) => fs.truncateSync(path.join(folder, 'certfolio.sqlite'), 9000),
    ],
    [
      'a database that is none',
      'database_damaged',
      (folder) => fs.writeFileSync(path.join(folder, 'certfolio.sqlite'), 'text'.repeat(2000)),
    ],
    [
      'a database that is gone',
      'database_missing',
      (folder) => fs.rmSync(path.join(folder, 'certfolio.sqlite')),
    ],
    [
      'a list with another line',
      'file_list_altered',
      (folder) => fs.appendFileSync(path.join(folder, 'files.txt'), 'x'),
    ],
    [
      'a manifest that can not be read',
      'manifest_unreadable',
      (folder) => fs.writeFileSync(path.join(folder, 'manifest.json'), '{}'),
    ],
    ['a file with another byte', 'file_altered', (_, file) => flip(file, 40)],
    ['a file that was cut off', 'file_altered', (_, file) => fs.truncateSync(file, 5)],
    ['a file that is gone', 'file_missing', (_, file) => fs.rmSync(file)],
  ])('%s is found and not restored', async (_, code, damage) => {
    const { call, backupFolder, dataFolder, first, backend } = await firm();
    const { name } = await backUp(call);
    damage(path.join(backupFolder, name), poolFile(backupFolder, first));
    const { problems } = await call.backups.verify({ name });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const failure = await failureOf(call.backups.restore({ name }));
    expect(failure).toMatchObject({ code: 'BACKUP_DAMAGED', data: { name } });
    expect(fs.existsSync(path.join(dataFolder, 'restore-pending.json'))).toBe(false);
    backend.close();
    expect(applyPendingRestore(dataFolder)).toEqual({ state: 'none' });
  });

  it('is refused by name, also one that points elsewhere', async () => {
    const { call } = await firm();
    for (const name of [
      'certfolio-20200101-000000-manual',
      '../../etc',
      '..',
      'certfolio-20200101-000000-manual/..',
    ]) {
      expect(await failureOf(call.backups.verify({ name }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failureOf(call.backups.restore({ name }))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('restoring', () => {
  /** A firm whose backup is older than its data, closed and ready to restore. */
  async function waiting() {
    const opened = await firm();
    const { call, backend, clientId, dataFolder } = opened;
    const { name } = await backUp(call);
    const seatBefore = backend.changes.seatId;
    await call.clients.update({ id: clientId, base: {}, changes: { name: '备份之后的名字' } });
    const later = await addPaper(opened, clientId, 2);
    const { setAside } = await call.backups.restore({ name });
    backend.close();
    const asideFolder = path.join(dataFolder, 'set-aside', setAside);
    return { ...opened, name, seatBefore, later, setAside, asideFolder };
  }
  const dataOf = (dataFolder: string) =>
    Object.fromEntries(
      Object.entries(contentOf(dataFolder)).filter(([name]) => /^(certfolio\.sqlite|vault)/.test(name)),
    );

  it('brings back the rows and files of the backup, and sets aside what was there whole', async () => {
    const { dataFolder, asideFolder, setAside, first, later } = await waiting();
    const before = dataOf(dataFolder);
    expect(applyPendingRestore(dataFolder)).toEqual({ state: 'restored', setAside });
    expect(contentOf(asideFolder)).toEqual(before);
    expect(fs.existsSync(path.join(dataFolder, 'restore-pending.json'))).toBe(false);
    expect(fs.existsSync(path.join(dataFolder, 'restoring'))).toBe(false);
    const { call, backend } = openTestBackend(dataFolder);
    expect(await clientNames(call)).toEqual(['示例归舟商贸有限公司']);
    expect(backend.vault.has(first)).toBe(true);
    expect(backend.vault.has(later)).toBe(false);
    expect((await allOf(await call.system.verify())).at(-1)).toMatchObject({
      kind: 'verified',
      problems: [],
    });
  });

  it('gives the restored data a seat of its own, and the history goes on', async () => {
    const { dataFolder, seatBefore, clientId } = await waiting();
    applyPendingRestore(dataFolder);
    const { call, backend } = openTestBackend(dataFolder);
    expect(backend.changes.seatId).not.toBe(seatBefore);
    const before = await call.history.verify();
    expect(before).toMatchObject({ brokenAt: null });
    await call.clients.update({ id: clientId, base: {}, changes: { remark: '恢复之后' } });
    expect(await call.history.verify()).toMatchObject({ brokenAt: null, events: before.events + 1 });
    const seats = backend.db.prepare('SELECT DISTINCT seat_id FROM events').all();
    expect(seats).toHaveLength(2);
  });

  it('brings the data that was set aside back, once that is put in its place again', async () => {
    const { dataFolder, asideFolder } = await waiting();
    applyPendingRestore(dataFolder);
    const { call } = openTestBackend(asideFolder);
    expect(await clientNames(call)).toEqual(['备份之后的名字']);
  });

  it('goes on after a power cut at any step, to the backup or to the old data, never to a mixture', async () => {
    const { dataFolder, first, later, name, backupFolder } = await waiting();
    // Another name for the folder of backups, so that what is compared is the data alone.
    const pristine = temporaryFolder();
    fs.cpSync(dataFolder, pristine, { recursive: true });
    const script = path.join(import.meta.dirname, '../support/die-while-restoring.ts');
    let died = 0;
    for (let steps = 0; ; steps += 1) {
      const folder = temporaryFolder();
      fs.cpSync(pristine, folder, { recursive: true });
      const run = spawnSync(process.execPath, [script, folder, String(steps)], { encoding: 'utf8' });
      expect(run.stderr).toBe('');
      if (run.signal === null) break;
      died += 1;
      expect(applyPendingRestore(folder).state).toBe('restored');
      const { call, backend } = openTestBackend(folder);
      expect(await clientNames(call)).toEqual(['示例归舟商贸有限公司']);
      expect([backend.vault.has(first), backend.vault.has(later)]).toEqual([true, false]);
      const [aside] = fs.readdirSync(path.join(folder, 'set-aside'));
      expect(contentOf(path.join(folder, 'set-aside', aside!))).toEqual(dataOf(pristine));
      backend.close();
    }
    expect(died).toBeGreaterThan(8);
    expect(fs.existsSync(path.join(backupFolder, name))).toBe(true);
  }, 120_000);

  it('leaves the data as it is when the backup has gone meanwhile, and starts with it', async () => {
    const { dataFolder, backupFolder } = await waiting();
    const before = dataOf(dataFolder);
    fs.rmSync(backupFolder, { recursive: true });
    expect(applyPendingRestore(dataFolder)).toMatchObject({
      state: 'refused',
      error: { code: 'BACKUP_DAMAGED' },
    });
    expect(restoreRefusal(dataFolder)).toMatchObject({ code: 'BACKUP_DAMAGED' });
    expect(dataOf(dataFolder)).toEqual(before);
    expect(fs.existsSync(path.join(dataFolder, 'set-aside'))).toBe(false);
    const { call } = openTestBackend(dataFolder);
    expect(await clientNames(call)).toEqual(['备份之后的名字']);
    expect(applyPendingRestore(dataFolder)).toEqual({ state: 'none' });
  });

  it('takes a backup from a folder that the user chose, or the backup itself', async () => {
    const { call, backend } = await firm();
    const elsewhere = temporaryFolder();
    const { name } = madeBy(await allOf(createBackup(backend, { reason: 'manual', folder: elsewhere })));
    expect(await call.backups.list({})).toEqual([]);
    for (const chosen of [elsewhere, path.join(elsewhere, name)]) {
      const folder = backend.tokens.grant(chosen);
      expect((await call.backups.list({ folder })).map((row) => row.name)).toEqual([name]);
      expect(await call.backups.verify({ name, folder })).toEqual({ problems: [] });
      expect((await call.backups.restore({ name, folder })).setAside).toMatch(/^\d{8}-\d{6}/);
    }
  });

  it('works without opening data that can not be opened', async () => {
    const { call, backend, dataFolder, backupFolder } = await firm();
    const { name } = await backUp(call);
    backend.close();
    fs.writeFileSync(databaseFile(dataFolder), 'not a database any more');
    expect(() => openTestBackend(dataFolder)).toThrow('DATABASE_DAMAGED');
    const recovered = await recoverFromBackup({
      dataFolder,
      chosen: backupFolder,
      owner: 'test',
      nowMs: sampleNowMs,
    });
    expect(recovered.name).toBe(name);
    const aside = path.join(dataFolder, 'set-aside', recovered.setAside, 'certfolio.sqlite');
    expect(fs.readFileSync(aside, 'utf8')).toBe('not a database any more');
    expect(await clientNames(openTestBackend(dataFolder).call)).toEqual(['示例归舟商贸有限公司']);
  });
});

describe('before an upgrade', () => {
  it('makes a checked copy of the database that can be restored beside the files', async () => {
    const { backend, call, dataFolder, first } = await firm();
    const { db, clock } = backend;
    beforeUpgradeBackup({ db, dataFolder, fromVersion: 1, clock });
    const [row] = await call.backups.list({});
    expect(row).toMatchObject({ reason: 'before_migration', schemaVersion: 1, clientCount: 1, fileCount: 0 });
    expect(await call.backups.verify({ name: row!.name })).toEqual({ problems: [] });
    await call.backups.restore({ name: row!.name });
    backend.close();
    expect(applyPendingRestore(dataFolder).state).toBe('restored');
    const again = openTestBackend(dataFolder);
    expect(again.backend.vault.has(first)).toBe(true);
    expect((await allOf(await again.call.system.verify())).at(-1)).toMatchObject({ problems: [] });
  });
});
