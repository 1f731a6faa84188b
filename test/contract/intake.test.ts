import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { looksEnded } from '#backend/intake/look.ts';
import { codeOf, openForPapers } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

async function openTray() {
  const opened = await openForPapers();
  const { backend, call, file } = opened;
  const take = async (...files: readonly string[]) => {
    const tokens = files.map((each) => backend.tokens.grant(each));
    const steps = await allOf(await call.intake.take({ tokens, cameBy: 'dropped' }));
    await looksEnded(backend);
    const last = steps.at(-1);
    if (last?.kind !== 'taken') throw new Error('no result');
    return { ...last, refused: steps.filter((step) => step.kind === 'refused') };
  };
  const fileAll = async (...paperIds: readonly string[]) => {
    const steps = await allOf(await call.intake.file({ paperIds: [...paperIds] }));
    const last = steps.at(-1);
    if (last?.kind !== 'filed') throw new Error('no result');
    return { ...last, refused: steps.filter((step) => step.kind === 'refused') };
  };
  const seen = (id: string, changes: object = {}) =>
    call.intake.describe({
      ids: [id],
      base: {},
      changes: { clientId: opened.clientId, kind: 'business_licence', isSeen: true, ...changes },
    });
  const onlyPaper = async () => {
    const { papers } = await call.intake.get();
    const [paper, ...others] = papers;
    if (paper === undefined || others.length > 0) throw new Error(`${papers.length} pieces`);
    return paper;
  };
  return {
    ...opened,
    take,
    fileAll,
    seen,
    onlyPaper,
    picture: async (name: string, no = 1) => file(name, await scans.picture('png', no)),
  };
}

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
    const page = await sharp(path.resolve('resources/sample/scans/business-licence-1.jpg'))
      .toBuffer()
      .catch(() => scans.picture('png', 7, 900, 640));
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
    await call.history.undo({ changeId: cut.changeId ?? '' }).catch(() => undefined);
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

describe('filing', () => {
  it('refuses a piece that nobody has looked at or described, and names why', async () => {
    const { take, fileAll, picture, seen, onlyPaper } = await openTray();
    await take(await picture('执照.png'));
    const { id } = await onlyPaper();
    const why = async () => (await fileAll(id)).refused[0]?.data.missing;
    expect(await why()).toBe('client');
    await seen(id, { kind: null });
    expect(await why()).toBe('kind');
    await seen(id, { isSeen: false });
    expect(await why()).toBe('look');
  });

  it('keeps an original as it is, and takes it out of the tray', async () => {
    const { call, take, fileAll, file, seen, onlyPaper, clientId } = await openTray();
    const bytes = scans.pdf(2);
    await take(file('执照.pdf', bytes));
    const { id } = await onlyPaper();
    await seen(id, { title: '营业执照副本', validUntil: 'forever' });
    expect(await fileAll(id)).toMatchObject({ filedCount: 1, refused: [] });
    const { rows } = await call.documents.list({});
    expect(rows).toMatchObject([
      { clientId, title: '营业执照副本', validUntil: 'forever', kind: 'business_licence' },
    ]);
    expect(rows[0]?.current).toMatchObject([{ sha256: scans.sha256Of(bytes), originalName: '执照.pdf' }]);
    expect(await call.intake.get()).toEqual({ files: [], pages: [], papers: [] });
  });

  it('puts pages together: of a stack, turned, of several files, with pictures among them', async () => {
    const { call, backend, take, fileAll, file, seen, picture } = await openTray();
    await take(file('一叠.pdf', scans.pdf(4)), await picture('附页.png'));
    const { pages, papers } = await call.intake.get();
    const [stack, single] = papers;
    const [first, , third, fourth, extra] = pages;
    await call.intake.arrange({ move: { kind: 'leave_out', pageIds: [first?.id ?? ''] } });
    await call.intake.arrange({ move: { kind: 'turn', pageIds: [third?.id ?? ''], by: 90 } });
    await call.intake.arrange({
      move: { kind: 'move', pageIds: [extra?.id ?? ''], to: stack?.id ?? '', before: fourth?.id ?? null },
    });
    expect((await call.intake.get()).papers.map(({ id }) => id)).toEqual([stack?.id]);
    expect(single).toBeDefined();
    await seen(stack?.id ?? '', { kind: 'lease', title: '租赁合同' });
    expect(await fileAll(stack?.id ?? '')).toMatchObject({ filedCount: 1, refused: [] });
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    expect(version).toMatchObject({ mediaType: 'application/pdf', pageCount: 4 });
    const kept = await backend.vault.read(version?.sha256 ?? '', 'file', 0, version?.sizeBytes ?? 0);
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const made = await PDFDocument.load(kept);
    expect(made.getPages().map((page) => page.getRotation().angle)).toEqual([0, 90, 0, 0]);
    // The first page was left out: the original keeps it, and the file is done with.
    expect((await call.intake.get()).files).toEqual([]);
    expect(backend.vault.has(scans.sha256Of(scans.pdf(4)))).toBe(true);
  });

  it('makes a PDF of a TIFF with several pages, which no window can show', async () => {
    const { call, backend, take, fileAll, file, seen, onlyPaper } = await openTray();
    const [first, second] = [await scans.picture('png', 1), await scans.picture('png', 2)];
    const bytes = await sharp([first, second], { join: { animated: true } })
      .tiff()
      .toBuffer();
    await take(file('传真.tif', bytes));
    expect((await call.intake.get()).pages).toHaveLength(2);
    const { id } = await onlyPaper();
    await seen(id, { kind: 'lease' });
    expect(await fileAll(id)).toMatchObject({ refused: [] });
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    expect(version).toMatchObject({ mediaType: 'application/pdf', pageCount: 2 });
    expect(backend.vault.has(scans.sha256Of(bytes))).toBe(true);
  });

  it('makes both sides of an ID card of two pictures, one paper', async () => {
    const { call, take, fileAll, seen, picture } = await openTray();
    await take(await picture('身份证正面.png', 1), await picture('身份证反面.png', 2));
    const { papers, pages } = await call.intake.get();
    expect(pages.map(({ part }) => part)).toEqual(['front', 'back']);
    const [front, back] = papers;
    await call.intake.arrange({ move: { kind: 'join', paperId: back?.id ?? '', to: front?.id ?? '' } });
    await seen(front?.id ?? '', { kind: 'id_card', title: '身份证' });
    await fileAll(front?.id ?? '');
    const { rows } = await call.documents.list({});
    expect(rows[0]?.current.map(({ part, originalName }) => [part, originalName])).toEqual([
      ['front', '身份证正面.png'],
      ['back', '身份证反面.png'],
    ]);
  });

  it('stores sides only where the kind has them, whatever a name says', async () => {
    const { call, take, fileAll, seen, picture } = await openTray();
    await take(await picture('身份证反面.png', 1), await picture('IMG_1.png', 2));
    const { papers } = await call.intake.get();
    await seen(papers[0]?.id ?? '', { kind: 'business_licence', title: '执照' });
    await seen(papers[1]?.id ?? '', { kind: 'id_card', title: '证' });
    await fileAll(...papers.map(({ id }) => id));
    const { rows } = await call.documents.list({});
    const parts = new Map(rows.map(({ title, current }) => [title, current.map(({ part }) => part)]));
    expect(parts.get('执照')).toEqual(['whole']);
    expect(parts.get('证')).toEqual(['front']);
  });

  it('turns a picture by making a new one, and keeps the original too', async () => {
    const { call, backend, take, fileAll, file, seen, onlyPaper } = await openTray();
    const bytes = await scans.picture('jpeg', 1, 400, 300);
    await take(file('横.jpg', bytes));
    const { pages } = await call.intake.get();
    await call.intake.arrange({ move: { kind: 'turn', pageIds: [pages[0]?.id ?? ''], by: 90 } });
    const { id } = await onlyPaper();
    await seen(id);
    await fileAll(id);
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    expect(version).toMatchObject({ mediaType: 'image/jpeg', widthPx: 300, heightPx: 400 });
    expect(backend.vault.has(scans.sha256Of(bytes))).toBe(true);
    // The original is known again, although the paper has another file.
    await take(file('又来.jpg', bytes));
    expect((await call.intake.get()).files[0]?.same).toMatchObject({ of: 'document', versionNo: 1 });
  });

  it('makes a new version of a paper that was chosen', async () => {
    const { call, add, take, fileAll, seen, onlyPaper, picture } = await openTray();
    const { added } = await add([await picture('旧.png', 1)], { validUntil: 'forever' });
    await take(await picture('新.png', 2));
    const { id } = await onlyPaper();
    await seen(id, { documentId: added.documentId });
    await fileAll(id);
    const { rows } = await call.documents.list({});
    expect(rows).toMatchObject([{ id: added.documentId, versionCount: 2 }]);
  });

  it('is one change, and its undo brings everything back into the tray', async () => {
    const { call, take, fileAll, seen, picture } = await openTray();
    await take(await picture('一.png', 1), await picture('二.png', 2));
    const before = await call.intake.get();
    for (const { id } of before.papers) await seen(id);
    const described = await call.intake.get();
    const { changeId, filedCount } = await fileAll(...before.papers.map(({ id }) => id));
    expect(filedCount).toBe(2);
    await call.history.undo({ changeId: changeId ?? '' });
    expect(await call.intake.get()).toEqual(described);
    expect((await call.documents.list({})).rows).toEqual([]);
  });

  it('finds the data whole afterwards: no file is orphaned or missing', async () => {
    const { call, take, fileAll, file, seen } = await openTray();
    await take(file('一叠.pdf', scans.pdf(3)));
    const { pages, papers } = await call.intake.get();
    await call.intake.arrange({ move: { kind: 'cut', pageId: pages[1]?.id ?? '' } });
    await seen(papers[0]?.id ?? '');
    await fileAll(papers[0]?.id ?? '');
    const steps = await allOf(await call.system.verify());
    expect(steps.at(-1)).toMatchObject({ kind: 'verified', problems: [] });
  });
});

describe('leaving the tray', () => {
  it('takes a file and its pieces out, what was filed of it stays, and it comes back', async () => {
    const { call, take, fileAll, file, seen } = await openTray();
    await take(file('一叠.pdf', scans.pdf(3)));
    const { pages, papers, files } = await call.intake.get();
    await call.intake.arrange({ move: { kind: 'cut', pageId: pages[1]?.id ?? '' } });
    await seen(papers[0]?.id ?? '');
    await fileAll(papers[0]?.id ?? '');
    const between = await call.intake.get();
    expect(between.pages).toHaveLength(2);
    // What was filed of it makes the rest no twin.
    expect(between.files[0]?.same).toBeNull();
    const { changeId } = await call.intake.remove({ fileIds: [files[0]?.id ?? ''] });
    expect(await call.intake.get()).toEqual({ files: [], pages: [], papers: [] });
    expect((await call.documents.list({})).total).toBe(1);
    await call.history.undo({ changeId: changeId ?? '' });
    expect(await call.intake.get()).toEqual(between);
  });
});
