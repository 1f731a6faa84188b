import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stillMs } from '#shared/domain/still-files.ts';
import { thumbnailsMade } from '#backend/documents/thumbnails.ts';
import { takenFolderName } from '#backend/intake/folder/read-folder.ts';
import { watchFolder } from '#backend/intake/folder/watch.ts';
import { codeOf } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { temporaryFolder } from '#test/support/backend.ts';
import { openWatched } from '#test/support/watched-folder.ts';

/** As long as a busy machine may take; nothing hangs on it. */
const waiting = { timeout: 15_000, interval: 600 };

describe('a watched folder', () => {
  it('gives the tray what has been still for five seconds, and keeps the original beside', async () => {
    const { call, backend, look, pass, put, lying, moved, names } = await openWatched();
    const bytes = scans.pdf(2);
    put('执照.pdf', bytes);
    await look();
    pass(4999);
    await look();
    expect(await names()).toEqual([]);
    expect(await call.intake.folder()).toMatchObject({ state: 'watching', waitingCount: 1, faults: [] });
    pass(1);
    await look();
    expect((await call.intake.get()).files).toMatchObject([{ name: '执照.pdf', cameBy: 'folder' }]);
    expect([lying(), moved()]).toEqual([[], ['执照.pdf']]);
    expect(backend.vault.has(scans.sha256Of(bytes))).toBe(true);
    expect(await call.intake.folder()).toMatchObject({ waitingCount: 0, faults: [], known: [] });
  });

  it('waits for what is still being written, and begins anew at every change', async () => {
    const { look, pass, put, names, settle } = await openWatched();
    const whole = scans.pdf(3);
    const file = put('长.pdf', whole.subarray(0, 400));
    await look();
    pass(4000);
    fs.writeFileSync(file, whole);
    await look();
    pass(4000);
    await look();
    expect(await names()).toEqual([]);
    await settle();
    expect(await names()).toEqual(['长.pdf']);
  });

  it('takes neither passing files, nor folders, nor links', async () => {
    const { call, put, inbox, folder, settle, names, lying } = await openWatched();
    for (const name of ['.隐.pdf', '~$表.pdf', '下载.crdownload', '半.part', 'Thumbs.db'])
      put(name, scans.pdf(1));
    fs.mkdirSync(path.join(inbox, '示例青禾'));
    fs.writeFileSync(path.join(inbox, '示例青禾', '执照.pdf'), scans.pdf(1));
    const elsewhere = scans.fileIn(folder, '别处.pdf', scans.pdf(2));
    fs.symlinkSync(elsewhere, path.join(inbox, '链接.pdf'));
    await settle();
    expect(await names()).toEqual([]);
    expect(lying()).toHaveLength(7);
    expect(await call.intake.folder()).toMatchObject({ waitingCount: 0, leftCount: 2, faults: [] });
    expect(fs.existsSync(elsewhere)).toBe(true);
  });

  it('says why a file stayed out, leaves it, and tries again when told to or when it changes', async () => {
    const { call, put, settle, names, lying, keeper } = await openWatched();
    const bad = put('坏.pdf', '%PDF-1.7 nothing');
    put('好.pdf', scans.pdf(1));
    put('空.pdf', '');
    await settle();
    const faults = async () => (await call.intake.folder()).faults.map(({ name, code }) => [name, code]);
    expect(await faults()).toEqual([
      ['坏.pdf', 'FILE_DAMAGED'],
      ['空.pdf', 'FILE_EMPTY'],
    ]);
    expect(await names()).toEqual(['好.pdf']);
    expect(lying().toSorted()).toEqual(['坏.pdf', '空.pdf'].toSorted());
    expect((await call.intake.lookInFolder()).faults).toHaveLength(2);
    fs.writeFileSync(bad, scans.pdf(2));
    await settle();
    expect(await faults()).toEqual([['空.pdf', 'FILE_EMPTY']]);
    expect(await names()).toEqual(['好.pdf', '坏.pdf']);
    fs.rmSync(path.join(path.dirname(bad), '空.pdf'));
    await keeper.look();
    expect(await faults()).toEqual([]);
  });

  it('tells the same bytes once more where they are, and doubles nothing', async () => {
    const { call, put, settle, names, lying, moved, add, file } = await openWatched();
    const licence = scans.pdf(2);
    await add([file('执照.pdf', licence)]);
    put('又是执照.pdf', licence);
    put('1.pdf', scans.pdf(1));
    put('2.pdf', scans.pdf(1));
    await settle();
    await settle();
    expect(await names()).toEqual(['1.pdf']);
    expect([lying(), moved()]).toEqual([[], ['1.pdf', '2.pdf', '又是执照.pdf']]);
    const { known } = await call.intake.folder();
    expect(known.map(({ name, here }) => [name, here.of])).toEqual([
      ['又是执照.pdf', 'document'],
      ['2.pdf', 'file'],
    ]);
    await call.intake.forgetKnown();
    expect((await call.intake.folder()).known).toEqual([]);
  });

  it('puts the same bytes back where those that were kept are gone', async () => {
    const { backend, call, put, settle, vaultFolder, moved, add, file } = await openWatched();
    const licence = scans.pdf(2);
    const sha256 = scans.sha256Of(licence);
    await add([file('执照.pdf', licence)]);
    const kept = path.join(vaultFolder, sha256.slice(0, 2), sha256);
    await thumbnailsMade(backend);
    fs.rmSync(kept);
    put('又是执照.pdf', licence);
    await settle();
    expect((await call.intake.folder()).known).toMatchObject([{ name: '又是执照.pdf' }]);
    expect(fs.readFileSync(kept)).toEqual(Buffer.from(licence));
    expect([moved(), fs.readdirSync(path.join(vaultFolder, 'incoming'))]).toEqual([['又是执照.pdf'], []]);
  });

  it('only moves what the program had taken when it ended', async () => {
    const { call, put, settle, names, take, lying, inbox } = await openWatched();
    const file = put('一.pdf', scans.pdf(1));
    // As after an end between the row and the move: the tray has it, and it lies where it was.
    await take(file);
    await settle();
    expect([await names(), lying()]).toEqual([['一.pdf'], []]);
    expect(fs.readdirSync(path.join(inbox, takenFolderName))).toEqual(['一.pdf']);
    expect((await call.intake.folder()).faults).toEqual([]);
  });

  it('is looked at by itself: at the start, and when something comes', async () => {
    const { backend, put, names, pass } = await openWatched();
    put('一.pdf', scans.pdf(1));
    const end = watchFolder(backend, { afterStartMs: 0, slowMs: 20, leastMs: 5 });
    onTestFinished(end);
    // Each question moves the clock on: what is seen twice in five seconds comes in.
    const taken = async (count: number) => {
      pass(stillMs);
      expect(await names()).toHaveLength(count);
    };
    await vi.waitFor(() => taken(1), waiting);
    put('二.pdf', scans.pdf(2));
    await vi.waitFor(() => taken(2), waiting);
  });

  it('writes over no original of the same name', async () => {
    const { put, settle, moved, names, inbox } = await openWatched();
    put('扫描.pdf', scans.pdf(1));
    await settle();
    put('扫描.pdf', scans.pdf(2));
    await settle();
    expect(moved()).toEqual(['扫描 (2).pdf', '扫描.pdf']);
    expect(await names()).toEqual(['扫描.pdf', '扫描.pdf']);
    expect(fs.readFileSync(path.join(inbox, takenFolderName, '扫描.pdf'))).toEqual(scans.pdf(1));
  });

  it('leaves an original that was written anew after it was read, and takes that too', async () => {
    const { backend, put, settle, names, lying, moved, inbox } = await openWatched();
    const { vault } = backend;
    const stage = vault.stage.bind(vault);
    put('1.pdf', scans.pdf(1));
    put('2.pdf', scans.pdf(2));
    const staging = vi.spyOn(vault, 'stage').mockImplementation((source, options) => {
      if (path.basename(source) === '2.pdf') put('1.pdf', scans.pdf(3));
      return stage(source, options);
    });
    await settle();
    staging.mockRestore();
    expect([await names(), lying(), moved()]).toEqual([['1.pdf', '2.pdf'], ['1.pdf'], ['2.pdf']]);
    await settle();
    expect([await names(), lying()]).toEqual([['1.pdf', '2.pdf', '1.pdf'], []]);
    expect(fs.readFileSync(path.join(inbox, takenFolderName, '1.pdf'))).toEqual(scans.pdf(3));
    expect(vault.has(scans.sha256Of(scans.pdf(3)))).toBe(true);
  });

  it('may vanish and come back, as a drive does', async () => {
    const { call, put, settle, names, inbox, look } = await openWatched();
    const away = `${inbox}-away`;
    put('一.pdf', scans.pdf(1));
    await look();
    fs.renameSync(inbox, away);
    await settle();
    expect(await call.intake.folder()).toMatchObject({ state: 'gone', faults: [] });
    fs.renameSync(away, inbox);
    await look();
    expect(await call.intake.folder()).toMatchObject({ state: 'watching', waitingCount: 1 });
    await settle();
    expect(await names()).toEqual(['一.pdf']);
  });

  it('takes nothing where the originals could not be moved, and goes on when they can', async () => {
    const { call, put, settle, names, inbox, nothingKept } = await openWatched();
    fs.writeFileSync(path.join(inbox, takenFolderName), 'in the way');
    put('一.pdf', scans.pdf(1));
    await settle();
    const { faults } = await call.intake.folder();
    expect(faults).toContainEqual({
      name: '一.pdf',
      code: 'NOT_WRITABLE',
      data: { name: path.basename(inbox) },
    });
    await nothingKept();
    fs.rmSync(path.join(inbox, takenFolderName));
    await settle();
    expect(await names()).toEqual(['一.pdf']);
    expect((await call.intake.folder()).faults).toEqual([]);
  });

  it('reads an original once that can’t be moved away, and moves it when it can', async () => {
    const { call, backend, put, settle, look, names, lying, moved, inbox } = await openWatched();
    // So long that there is no second name for it.
    const name = `${'长'.repeat(83)}.pdf`;
    const taken = path.join(inbox, takenFolderName);
    fs.mkdirSync(taken);
    fs.writeFileSync(path.join(taken, name), '');
    put(name, scans.pdf(1));
    const staging = vi.spyOn(backend.vault, 'stage');
    await settle();
    await look();
    await call.intake.lookInFolder();
    const { faults, known } = await call.intake.folder();
    expect([faults.map(({ code }) => code), known]).toEqual([['ORIGINAL_NOT_MOVED'], []]);
    expect([await names(), lying()]).toEqual([[name], [name]]);
    expect(staging).toHaveBeenCalledTimes(1);
    put(name, scans.pdf(2));
    await settle();
    expect(staging).toHaveBeenCalledTimes(2);
    fs.rmSync(taken, { recursive: true });
    await look();
    expect([await names(), lying(), moved()]).toEqual([[name, name], [], [name]]);
    expect(staging).toHaveBeenCalledTimes(2);
    expect(await call.intake.folder()).toMatchObject({ faults: [], known: [] });
  });

  it('is left alone while it is switched off', async () => {
    const { call, put, settle, names } = await openWatched();
    await call.settings.set({ watchedFolderOn: false });
    put('一.pdf', scans.pdf(1));
    await settle();
    expect(await names()).toEqual([]);
    expect((await call.intake.folder()).state).toBe('off');
    await call.settings.set({ watchedFolderOn: true });
    await settle();
    expect(await names()).toEqual(['一.pdf']);
  });

  it('can be neither our own data nor a folder around it', async () => {
    const { call, backend, choose } = await openWatched();
    for (const folder of [
      backend.dataFolder,
      path.join(backend.dataFolder, 'vault'),
      path.dirname(backend.dataFolder),
    ])
      expect(await codeOf(choose(folder))).toBe('FOLDER_IS_OWN');
    const beside = temporaryFolder();
    await choose(beside);
    expect((await call.settings.get()).watchedFolderName).toBe(path.basename(beside));
  });

  it('stands in no way of Undo and Redo', async () => {
    const { call, put, settle, names, clientId } = await openWatched();
    await call.notes.add({ clientId, text: '示例跟进' });
    await call.history.undo();
    put('一.pdf', scans.pdf(1));
    await settle();
    await call.history.redo();
    await call.history.undo();
    expect(await names()).toEqual(['一.pdf']);
  });
});
