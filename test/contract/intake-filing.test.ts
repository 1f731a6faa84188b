import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';
import { openTray } from '#test/support/tray.ts';

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

  it('says of a picture whether it has colours, which is not asked when it comes in', async () => {
    const { call, take, fileAll, file, seen } = await openTray();
    const grey = await sharp(await scans.picture('png'))
      .greyscale()
      .png()
      .toBuffer();
    await take(file('彩.png', await scans.picture('png')), file('灰.png', grey));
    const papers = (await call.intake.get()).papers;
    for (const [index, { id }] of papers.entries())
      await seen(id, { title: ['彩', '灰'][index] ?? '', kind: 'lease' });
    await fileAll(...papers.map(({ id }) => id));
    const { rows } = await call.documents.list({});
    const isGrey = new Map(rows.map(({ title, current }) => [title, current[0]?.isGrey]));
    expect([isGrey.get('彩'), isGrey.get('灰')]).toEqual([false, true]);
  });

  it('leaves nothing of a filing that was undone once the paper is destroyed', async () => {
    const { call, backend, take, fileAll, seen, picture, onlyPaper } = await openTray();
    await take(await picture('证.png', 5));
    const file = async () => {
      const { id } = await onlyPaper();
      await seen(id, { title: '合同', kind: 'lease' });
      return fileAll(id);
    };
    await file();
    await call.history.undo({});
    await file();
    const [paper] = (await call.documents.list({})).rows;
    const id = paper?.id ?? '';
    const keepUntilOn = calendarDate('2026-09-01');
    await call.documents.update({ id, base: { keepUntilOn: null }, changes: { keepUntilOn } });
    await call.keeping.destroy({ ids: [id], remark: null });
    expect(backend.vault.has(paper?.current[0]?.sha256 ?? '')).toBe(false);
    const { rows } = await call.keeping.destroyed({});
    expect(rows).toMatchObject([{ id, files: [{ isShared: false }] }]);
  });

  it('refuses a picture that is damaged within, and files the others', async () => {
    const { call, take, fileAll, file, seen } = await openTray();
    // All its parts are there, and what it needs of them is called a remark.
    const damaged = Buffer.from(
      (await scans.picture('jpeg')).toString('latin1').replaceAll('\u00ff\u00db', '\u00ff\u00fe'),
      'latin1',
    );
    await take(file('坏.jpg', damaged), file('好.pdf', scans.pdf(1)));
    const papers = (await call.intake.get()).papers;
    for (const { id } of papers) await seen(id, { title: '合同', kind: 'lease' });
    expect(await fileAll(...papers.map(({ id }) => id))).toMatchObject({
      filedCount: 1,
      refused: [{ code: 'FILE_DAMAGED', data: { name: '坏.jpg' } }],
    });
    expect((await call.intake.get()).files).toMatchObject([{ name: '坏.jpg' }]);
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

  it('leaves a piece whose client is gone meanwhile in the tray, and files the others', async () => {
    const { call, take, fileAll, seen, picture } = await openTray();
    const { id: gone } = await call.clients.create({ name: '示例半山面包坊', entityType: 'sole_trader' });
    await take(await picture('一.png', 1), await picture('二.png', 2));
    const { papers } = await call.intake.get();
    await seen(papers[0]?.id ?? '', { clientId: gone });
    await seen(papers[1]?.id ?? '');
    await call.clients.trash({ id: gone });
    const { filedCount, refused } = await fileAll(...papers.map(({ id }) => id));
    expect([filedCount, refused.map(({ code }) => code)]).toEqual([1, ['PAPER_INCOMPLETE']]);
    expect((await call.intake.get()).papers).toMatchObject([{ clientId: null }]);
    expect((await allOf(await call.system.verify())).at(-1)).toMatchObject({ problems: [] });
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
