/** A full export of names that mean harm, of lost files, and one that does not come to its end. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { beginFolder } from '#backend/exports/firm/folder.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { csvRecords } from '#test/support/csv.ts';
import {
  exportedFirm,
  filesIn,
  firmToExport,
  resultIn,
  rowsIn,
  storedRows,
} from '#test/support/exported-firm.ts';
import { failureOf } from '#test/support/failures.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { allOf } from '#test/support/streams.ts';

test('names that are markup, paths or formulas do no harm', async () => {
  const opened = openTestBackend();
  const { call, backend } = opened;
  const evil = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '../../x',
    "=cmd|' /C calc'!A0",
    'CON',
    '{{n}}<!-- clients -->',
  ];
  for (const name of evil) {
    const { id } = await call.clients.create({
      name,
      entityType: 'company',
      remark: `${name}</p></main><script>`,
    });
    const file = scans.fileIn(temporaryFolder(), 'a.jpg', await scans.picture('jpeg', 3));
    const files = [{ token: backend.tokens.grant(file) }];
    await allOf(await call.documents.add({ clientId: id, kind: 'lease', files }));
  }
  const { folder, written } = await exportedFirm(opened);
  expect(written).toMatchObject({ clientCount: evil.length, originalCount: evil.length });
  const all = filesIn(folder);
  expect(fs.readdirSync(path.dirname(folder))).toEqual(['全部资料']);
  for (const file of all) expect(file).not.toMatch(/[<>:"|?*\\]|(^|\/)(\.|con[./])/iu);
  for (const page of all.filter((file) => file.endsWith('.html'))) {
    const text = fs.readFileSync(path.join(folder, page), 'utf8');
    const scripts = [...text.matchAll(/<script\b[^>]*>([^]*?)<\/script>/gu)].map(([, script = '']) => script);
    const hashes = scripts.map(
      (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    );
    expect(hashes).toHaveLength(page === 'index.html' ? 1 : 0);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u
      .exec(text)?.[1]
      ?.replaceAll('&#39;', "'");
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src ${hashes[0] ?? `'none'`};`);
    expect(text).not.toMatch(/<img|<[^>]*\son\w+=|href="\w+:/iu);
    expect(text.match(/<\/html>/gu)).toHaveLength(1);
  }
  const manifest = fs.readFileSync(path.join(folder, 'manifest.csv'), 'utf8');
  expect(manifest).not.toMatch(/(^|,)"?=/mu);
  expect(rowsIn(path.join(folder, 'data', 'clients.jsonl')).map(({ name }) => name)).toEqual(evil);
});

describe('nothing is left of an export', () => {
  it('into a folder with something in it, which stays as it is', async () => {
    const { call, backend } = openTestBackend();
    const parent = temporaryFolder();
    const folder = path.join(parent, 'mine');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'letter.txt'), 'dear');
    const start = (target: string) =>
      failureOf(call.exports.firm({ target: backend.tokens.grant(target) }).then(allOf));
    expect(await start(folder)).toEqual({ code: 'FOLDER_TAKEN', data: { name: 'mine' } });
    expect(await start(path.join(folder, 'letter.txt'))).toEqual({
      code: 'FOLDER_TAKEN',
      data: { name: 'letter.txt' },
    });
    expect(await start(path.join(parent, 'no', 'such'))).toEqual({
      code: 'NOT_WRITABLE',
      data: { name: 'such' },
    });
    expect(filesIn(parent)).toEqual(['mine/letter.txt']);
  });

  it('during a change in parts, of which it would hold half', async () => {
    const { call, backend } = openTestBackend();
    const parent = temporaryFolder();
    const start = () => {
      const target = backend.tokens.grant(path.join(parent, 'all'));
      return call.exports.firm({ target }).then(allOf);
    };
    const long = backend.changes.begin('bulk.clients');
    expect(await failureOf(start())).toEqual({
      code: 'CHANGE_UNDER_WAY',
      data: { action: 'bulk.clients' },
    });
    expect(fs.readdirSync(parent)).toEqual([]);
    long.end();
    expect(resultIn(await start())).toMatchObject({ clientCount: 0 });
  });

  it('that was cancelled, at whatever step', async () => {
    const opened = await firmToExport();
    const { call, backend } = opened;
    const { length } = await allOf(
      await call.exports.firm({ target: backend.tokens.grant(path.join(temporaryFolder(), 'whole')) }),
    );
    for (const at of [1, Math.floor(length / 2), length - 1]) {
      const parent = temporaryFolder();
      const giveUp = new AbortController();
      const target = backend.tokens.grant(path.join(parent, '全部资料'));
      const steps = await call.exports.firm({ target }, { signal: giveUp.signal });
      const followed = async () => {
        let no = 0;
        for await (const step of steps) {
          no += 1;
          if (no === at && step.kind === 'working') giveUp.abort();
        }
      };
      expect(await failureOf(followed())).toMatchObject({ code: 'CANCELLED' });
      expect(fs.readdirSync(parent)).toEqual([]);
    }
  });

  it('of which one original failed while another was written', async () => {
    const { call, backend } = await firmToExport();
    const copyTo = backend.vault.copyTo.bind(backend.vault);
    let writing = 0;
    vi.spyOn(backend.vault, 'copyTo')
      .mockRejectedValueOnce(new AppError('DISK_FULL', {}))
      .mockImplementationOnce(async (...copy) => {
        writing += 1;
        await setTimeout(100);
        const file = await copyTo(...copy);
        writing -= 1;
        return file;
      });
    const parent = temporaryFolder();
    const target = backend.tokens.grant(path.join(parent, 'all'));
    expect(await failureOf(call.exports.firm({ target }).then(allOf))).toMatchObject({ code: 'DISK_FULL' });
    expect(writing).toBe(0);
    expect(fs.readdirSync(parent)).toEqual([]);
  });

  it('whose folder could be made, and nothing in it', async () => {
    const parent = temporaryFolder();
    const making = vi.spyOn(fsPromises, 'mkdir').mockImplementationOnce((folder) => {
      fs.mkdirSync(String(folder));
      fs.writeFileSync(path.join(String(folder), 'manifest.csv'), 'in the way');
      return Promise.resolve(undefined);
    });
    onTestFinished(() => making.mockRestore());
    await expect(beginFolder(path.join(parent, 'all'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(fs.readdirSync(parent)).toEqual([]);
  });

  it('on a full disk, which is told', async (context) => {
    const disk = smallDisk(128 * 1024);
    if (disk === null) return context.skip('no right to mount a small disk');
    const { call, backend } = await firmToExport();
    const target = backend.tokens.grant(path.join(disk, 'all'));
    expect(await failureOf(call.exports.firm({ target }).then(allOf))).toEqual({
      code: 'DISK_FULL',
      data: {},
    });
    expect(fs.readdirSync(disk).filter((name) => name !== 'lost+found')).toEqual([]);
  });
});

test('what could not be removed of an export is logged', async () => {
  const folder = await beginFolder(path.join(temporaryFolder(), 'all'));
  const removing = vi.spyOn(fsPromises, 'rm').mockRejectedValueOnce(new Error('busy'));
  const log = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => void [removing, log].forEach((spy) => spy.mockRestore()));
  await folder.discard();
  expect(log).toHaveBeenCalledWith(expect.stringContaining('.tmp'), new Error('busy'));
});

test('an empty folder is taken; a lost and an altered original are named and left out', async () => {
  const opened = await firmToExport();
  const { backend, call } = opened;
  const [lost = '', altered = ''] = storedRows(opened, 'document_versions', '1').map(({ sha256 }) =>
    String(sha256),
  );
  const fileOf = (sha256: string) => path.join(backend.dataFolder, 'vault', sha256.slice(0, 2), sha256);
  fs.rmSync(fileOf(lost));
  fs.appendFileSync(fileOf(altered), 'x');
  const folder = temporaryFolder();
  const steps = await allOf(await call.exports.firm({ target: backend.tokens.grant(folder) }));
  expect(resultIn(steps)).toMatchObject({ originalCount: 0, missingCount: 2 });
  expect(filesIn(folder).filter((file) => file.startsWith('files/'))).toEqual([]);
  const missing = csvRecords(path.join(folder, 'manifest.csv')).filter(({ state }) => state === 'missing');
  expect(missing.map(({ path: file, sha256 }) => ({ file, sha256 }))).toEqual(
    expect.arrayContaining([lost, altered].map((sha256) => ({ file: '', sha256 }))),
  );
});
