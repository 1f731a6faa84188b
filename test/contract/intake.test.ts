import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { neededFiles } from '#backend/db/needed-files.ts';
import { lookAtUnseen, looksEnded } from '#backend/intake/look.ts';
import { takeIntoTray } from '#backend/intake/take.ts';
import { codeOf } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';
import { openTray } from '#test/support/tray.ts';

describe('what comes into the tray', () => {
  it('is one piece a file, with a page each, and is filed nowhere', async () => {
    const { call, take, file, picture } = await openTray();
    const taken = await take(file('扫描.pdf', scans.pdf(3)), await picture('营业执照.png'));
    expect(taken).toMatchObject({ takenCount: 2, refusedCount: 0 });
    const tray = await call.intake.get();
    expect(tray.files.map(({ name, pageCount, cameBy }) => [name, pageCount, cameBy])).toEqual([
      ['扫描.pdf', 3, 'dropped'],
      ['营业执照.png', 1, 'dropped'],
    ]);
    expect(tray.pages.map(({ pageNo, position, turn, part }) => [pageNo, position, turn, part])).toEqual([
      [1, 0, 0, 'whole'],
      [2, 1, 0, 'whole'],
      [3, 2, 0, 'whole'],
      [1, 0, 0, 'whole'],
    ]);
    expect(tray.papers.map(({ kind, isSeen }) => [kind, isSeen])).toEqual([
      [null, false],
      [null, false],
    ]);
    expect(await call.intake.count()).toEqual({ papers: 2 });
    expect((await call.documents.list({})).rows).toEqual([]);
  });

  it('is told by name where it is bad, and the others are taken', async () => {
    const { take, file, picture } = await openTray();
    const { refused, takenCount } = await take(
      file('空.pdf', ''),
      file('表.docx', 'PK\u0003\u0004'),
      await picture('好.png'),
      file('半.pdf', scans.pdf(2).subarray(0, 300)),
    );
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['空.pdf', 'FILE_EMPTY'],
      ['表.docx', 'FILE_TYPE_UNSUPPORTED'],
      ['半.pdf', 'FILE_DAMAGED'],
    ]);
    expect(takenCount).toBe(1);
  });

  it('is taken of a folder and those below it, without what the system hides', async () => {
    const { call, take, folder } = await openTray();
    const root = path.join(folder, '示例青禾');
    fs.mkdirSync(path.join(root, '证件'), { recursive: true });
    fs.writeFileSync(path.join(root, '2.png'), await scans.picture('png', 2));
    fs.writeFileSync(path.join(root, '10.png'), await scans.picture('png', 10));
    fs.writeFileSync(path.join(root, '.DS_Store'), 'x');
    fs.writeFileSync(path.join(root, '证件', '身份证反面.png'), await scans.picture('png', 3));
    await take(root);
    const { files, pages } = await call.intake.get();
    expect(files.map(({ name, folderName }) => [folderName, name])).toEqual([
      ['示例青禾', '2.png'],
      ['示例青禾', '10.png'],
      ['证件', '身份证反面.png'],
    ]);
    expect(pages.map(({ part }) => part)).toEqual(['whole', 'whole', 'back']);
  });

  it.each(['webp', 'tiff'] as const)('may be a %s', async (format) => {
    const { call, take, file } = await openTray();
    const image = sharp(await scans.picture('png'));
    await take(file(`图.${format}`, await image[format]().toBuffer()));
    const { files } = await call.intake.get();
    expect(files).toMatchObject([{ mediaType: `image/${format}`, pageCount: 1 }]);
    const form = 'page-1' as const;
    const { mediaType, sizeBytes } = await call.files.stat({ sha256: files[0]?.sha256 ?? '', form });
    expect(mediaType).toBe('image/webp');
    expect(sizeBytes).toBeGreaterThan(100);
  });

  it('may be a picture that is in no file', async () => {
    const { call } = await openTray();
    const bytes = await scans.picture('png');
    const file = new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' });
    const steps = await allOf(await call.intake.takeBytes({ name: '粘贴.png', file }));
    expect(steps.at(-1)).toMatchObject({ takenCount: 1 });
    expect((await call.intake.get()).files).toMatchObject([{ name: '粘贴.png', cameBy: 'pasted' }]);
  });

  it('goes back with one undo', async () => {
    const { call, take, picture } = await openTray();
    const { changeId } = await take(await picture('一.png', 1), await picture('二.png', 2));
    await call.history.undo({ changeId: changeId ?? '' });
    expect(await call.intake.get()).toEqual({ files: [], pages: [], papers: [] });
  });
});

describe('what is here already', () => {
  it('lacks no bytes of what lies in the trash when it is given up while it is written', async () => {
    const { backend, call, folder } = await openTray();
    const files = Array.from({ length: 12 }, (_, no) => scans.fileIn(folder, `${no}.pdf`, scans.pdf(no + 1)));
    const tokens = files.map((each) => backend.tokens.grant(each));
    const own = new AbortController();
    const run = async () => {
      for await (const { kind } of takeIntoTray(backend, { tokens, cameBy: 'dropped' }, own.signal))
        if (kind === 'keeping') own.abort();
    };
    expect(await codeOf(run())).toBe('CANCELLED');
    expect((await call.intake.get()).files).toEqual([]);
    const needed = neededFiles(backend.db);
    expect(needed).not.toEqual([]);
    const looked = await allOf(backend.vault.scrub(needed));
    expect(looked.flatMap(({ problem }) => problem ?? [])).toEqual([]);
  });

  it('is known by its bytes in a paper and in the tray', async () => {
    const { call, add, take, picture } = await openTray();
    const licence = await picture('执照.png', 1);
    await add([licence]);
    await take(licence, await picture('二.png', 2), await picture('又是二.png', 2));
    const { files } = await call.intake.get();
    expect(files.map(({ same }) => same?.of)).toEqual(['document', undefined, 'file']);
    expect(files[0]?.same).toMatchObject({ clientName: '示例青禾商贸有限公司', versionNo: 1 });
    expect(files[2]?.same).toMatchObject({ name: '二.png' });
  });

  it('is known by its picture: smaller, paler, saved anew', async () => {
    const { call, take, file } = await openTray();
    const page = await scans.picture('png', 7, 900, 640);
    const again = await sharp(page)
      .resize(420)
      .modulate({ brightness: 1.05 })
      .jpeg({ quality: 55 })
      .toBuffer();
    await take(
      file('原.png', page),
      file('微信.jpg', again),
      file('别的.png', await scans.picture('png', 31, 500, 700)),
    );
    const { files } = await call.intake.get();
    expect(files.map(({ similar }) => similar?.twin.of)).toEqual([undefined, 'file', undefined]);
    expect(files[1]?.similar?.likeness).toBeGreaterThan(0.9);
  });
});

describe('pieces', () => {
  it('are cut and joined, and undone', async () => {
    const { call, take, file, onlyPaper } = await openTray();
    await take(file('一叠.pdf', scans.pdf(4)));
    const before = await call.intake.get();
    const whole = await onlyPaper();
    const third = before.pages[2]?.id ?? '';
    const cut = await call.intake.arrange({ move: { kind: 'cut', pageId: third } });
    const after = await call.intake.get();
    expect(after.pages.map(({ paperId, position }) => [paperId === whole.id, position])).toEqual([
      [true, 0],
      [true, 1],
      [false, 0],
      [false, 1],
    ]);
    await call.intake.arrange({ move: { kind: 'join', paperId: cut.paperId ?? '', to: whole.id } });
    expect(await call.intake.get()).toEqual(before);
    const again = await call.intake.arrange({ move: { kind: 'cut', pageId: third } });
    await call.history.undo({ changeId: again.changeId ?? '' });
    expect(await call.intake.get()).toEqual(before);
  });

  it('have to be looked at again once they were changed', async () => {
    const { call, take, file, seen, onlyPaper } = await openTray();
    await take(file('一叠.pdf', scans.pdf(2)));
    const paper = await onlyPaper();
    await seen(paper.id);
    const [page] = (await call.intake.get()).pages;
    await call.intake.arrange({ move: { kind: 'turn', pageIds: [page?.id ?? ''], by: 90 } });
    expect((await onlyPaper()).isSeen).toBe(false);
  });

  it('refuse moves of what is not there', async () => {
    const { call } = await openTray();
    expect(await codeOf(call.intake.arrange({ move: { kind: 'cut', pageId: 'nothing' } }))).toBe('NOT_FOUND');
    expect(await codeOf(call.intake.arrange({ move: { kind: 'join', paperId: 'a', to: 'b' } }))).toBe(
      'NOT_FOUND',
    );
  });

  it('guess whose they are by code, name and the names of file and folder, and what by the heading', async () => {
    const { call, take, file, clientId } = await openTray();
    const own = await call.clients.create({
      name: '示例半山面包坊',
      entityType: 'sole_trader',
      creditCode: '92440101MA5CK3LD1L',
      creditCodeNote: '示例',
    });
    await take(
      file('a.pdf', scans.pdfSaying([['营业执照', '统一社会信用代码 92440101MA5CK3LD1L']])),
      file('b.pdf', scans.pdfSaying([['授权委托书', '委托人：示例青禾商贸有限公司']])),
      file('半山面包坊 租赁合同.png', await scans.picture('png')),
    );
    const { papers } = await call.intake.get();
    expect(
      papers.map(({ clientGuesses: [guess], kindGuess }) => [guess?.clientId, guess?.sign, kindGuess?.kind]),
    ).toEqual([
      [own.id, 'code', 'business_licence'],
      [clientId, 'name', 'authorisation_letter'],
      [own.id, 'file_name', 'lease'],
    ]);
  });

  it('are sure of nobody where several are named', async () => {
    const { call, take, file } = await openTray();
    await call.clients.create({ name: '示例半山面包坊', entityType: 'sole_trader' });
    await take(file('两家.pdf', scans.pdfSaying([['示例青禾商贸有限公司'], ['示例半山面包坊']])));
    const [paper] = (await call.intake.get()).papers;
    expect(paper?.clientGuesses.map(({ share }) => share < 0.5)).toEqual([true, true]);
  });
});

describe('the tray after a new start', () => {
  it('is looked at where the program ended before', async () => {
    const { call, backend, take, file } = await openTray();
    await take(file('叠.pdf', scans.pdf(2)));
    backend.db.prepare('DELETE FROM page_prints').run();
    const blank = async () => (await call.intake.get()).pages.map(({ isBlank }) => isBlank);
    expect(await blank()).toEqual([null, null]);
    lookAtUnseen(backend);
    await looksEnded(backend);
    expect(await blank()).toEqual([false, false]);
  });

  it('forgets no guess for a client that came later', async () => {
    const { call, take, file } = await openTray();
    await take(file('示例半山面包坊 租赁合同.pdf', scans.pdf(1)));
    expect((await call.intake.get()).papers[0]?.clientGuesses).toEqual([]);
    const { id } = await call.clients.create({ name: '示例半山面包坊', entityType: 'sole_trader' });
    expect((await call.intake.get()).papers[0]?.clientGuesses).toMatchObject([{ clientId: id }]);
    expect((await call.intake.get()).papers[0]?.clientGuesses).toMatchObject([{ clientId: id }]);
  });

  it('names the client that another was merged into', async () => {
    const { call, take, file, clientId, seen, onlyPaper } = await openTray();
    const { id: otherId } = await call.clients.create({ name: '示例半山面包坊', entityType: 'sole_trader' });
    await take(file('租赁合同.pdf', scans.pdf(1)));
    await seen((await onlyPaper()).id, { clientId: otherId });
    await call.clients.merge({ keptId: clientId, otherId });
    expect((await onlyPaper()).clientId).toBe(clientId);
  });
});
