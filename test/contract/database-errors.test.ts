import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile } from '#backend/backend.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { failureOf } from '#test/support/failures.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { sha256Of } from '#test/support/scans.ts';

/** The data of a firm that has been closed. */
async function closedFirm() {
  const dataFolder = temporaryFolder();
  const { call, backend } = openTestBackend(dataFolder);
  for (let no = 0; no < 30; no += 1) {
    await call.clients.create({
      name: `示例听澜商贸${no}有限公司`,
      entityType: 'company',
      remark: '备注'.repeat(500),
    });
  }
  backend.close();
  const file = databaseFile(dataFolder);
  return { dataFolder, file, hash: () => sha256Of(fs.readFileSync(file)) };
}

function refusalOf(open: () => unknown): unknown {
  try {
    open();
  } catch (error) {
    return error;
  }
  throw new Error('it opened');
}

describe('a database that can not be opened', () => {
  it('is named as damaged when it is cut off, and is not touched', async () => {
    const { dataFolder, file, hash } = await closedFirm();
    fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2 / 4096) * 4096);
    const before = hash();
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({
      code: 'DATABASE_DAMAGED',
      data: { name: 'certfolio.sqlite' },
    });
    expect(hash()).toBe(before);
  });

  it('is named as damaged when it is no database at all, and is not touched', async () => {
    const { dataFolder, file, hash } = await closedFirm();
    fs.writeFileSync(file, '这不是数据库。\n'.repeat(500));
    const before = hash();
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({ code: 'DATABASE_DAMAGED' });
    expect(hash()).toBe(before);
  });

  it('is named as damaged when nothing is left of it, rather than taken for a new firm', async () => {
    const { dataFolder, file } = await closedFirm();
    fs.truncateSync(file, 0);
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({
      code: 'DATABASE_DAMAGED',
      data: { name: 'certfolio.sqlite' },
    });
    expect(fs.statSync(file).size).toBe(0);
  });

  it('is made when a first start got no further than an empty file', async () => {
    const dataFolder = temporaryFolder();
    fs.writeFileSync(databaseFile(dataFolder), '');
    const { call } = openTestBackend(dataFolder);
    expect((await call.clients.list({})).total).toBe(0);
  });

  it('is refused where no folder can be made for it, or no owner noted', () => {
    const taken = path.join(temporaryFolder(), 'taken');
    fs.writeFileSync(taken, '');
    expect(refusalOf(() => openTestBackend(path.join(taken, 'data')))).toMatchObject({
      code: 'NOT_WRITABLE',
      data: { name: 'data' },
    });
    const dataFolder = temporaryFolder();
    fs.mkdirSync(path.join(dataFolder, 'writer.txt'));
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({ code: 'NOT_WRITABLE' });
    fs.rmdirSync(path.join(dataFolder, 'writer.txt'));
    openTestBackend(dataFolder);
  });

  it('is refused with both versions when it comes from a later program, and is not touched', async () => {
    const { dataFolder, file, hash } = await closedFirm();
    const db = new Database(file);
    const supported = db.pragma('user_version', { simple: true }) as number;
    db.pragma('user_version = 4711');
    db.close();
    const before = hash();
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({
      code: 'DATABASE_NEWER',
      data: { found: 4711, supported },
    });
    expect(hash()).toBe(before);
  });

  it('is named when it may only be read', async () => {
    const { dataFolder, file, hash } = await closedFirm();
    const before = hash();
    fs.chmodSync(file, 0o444);
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({
      code: 'DATABASE_READ_ONLY',
      data: { name: 'certfolio.sqlite' },
    });
    fs.chmodSync(file, 0o644);
    expect(hash()).toBe(before);
    openTestBackend(dataFolder);
  });

  it('leaves the lock free for the next try', async () => {
    const { dataFolder, file } = await closedFirm();
    const good = fs.readFileSync(file);
    fs.writeFileSync(file, 'no database'.repeat(100));
    refusalOf(() => openTestBackend(dataFolder));
    fs.writeFileSync(file, good);
    const { call } = openTestBackend(dataFolder);
    expect((await call.clients.list({})).total).toBe(30);
  });
});

describe('a database that another program has locked', () => {
  it('fails the call, keeps nothing half written, and works when the lock is gone', async () => {
    const { dataFolder, file } = await closedFirm();
    const { call, backend } = openTestBackend(dataFolder);
    backend.db.pragma('busy_timeout = 100');
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const create = () => call.clients.create({ name: '示例后来有限公司', entityType: 'company' });
    expect(await failureOf(create())).toMatchObject({ code: 'DATABASE_IN_USE' });
    expect((await call.clients.list({})).total).toBe(30);
    other.exec('ROLLBACK');
    other.close();
    await create();
    expect((await call.clients.list({})).total).toBe(31);
  });
});

describe('one writer at a time', () => {
  it('refuses a second one by naming the first', () => {
    const dataFolder = temporaryFolder();
    openTestBackend(dataFolder);
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({
      code: 'DATABASE_IN_USE',
      data: { owner: expect.stringContaining('test') as string },
    });
  });

  it('lets the next one in as soon as the first is killed', async () => {
    const dataFolder = temporaryFolder();
    const script = path.join(import.meta.dirname, '../support/hold-data.ts');
    const resources = path.join(import.meta.dirname, '../../resources');
    const holder = spawn(process.execPath, [script, dataFolder, resources], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    expect(refusalOf(() => openTestBackend(dataFolder))).toMatchObject({
      code: 'DATABASE_IN_USE',
      data: { owner: expect.stringContaining('the other program') as string },
    });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const { call } = openTestBackend(dataFolder);
    expect((await call.clients.list({})).total).toBe(0);
  });
});
