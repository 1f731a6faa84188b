import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PageLine } from '#shared/domain/page-line.ts';
import type { PagePixels } from '#shared/domain/page-pixels.ts';
import { closeReader } from '#backend/documents/reading/reader.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { drawnPage, grainAt, mapped, painted } from '#test/support/drawn-pixels.ts';
import { fakeEngine } from '#test/support/fake-engine.ts';
import type { EngineDeed } from '#test/support/fake-engine.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

const size = { widthPx: 1500, heightPx: 1050 };
const paper = [242, 226, 186] as const;
const dense = drawnPage({ ...size, paper });
/** Writing to the edges. */
const full = drawnPage({ ...size, paper, marginPx: 8 });
/** Writing above and at the left, nothing in the right lower corner. */
const corner = { x: 700, y: 560, width: 740, height: 430 };
const page = painted(dense, corner, () => [...paper]);

const boxes = [
  [60, 60, 1380, 480],
  [60, 560, 620, 430],
] as const;
/** One of them ends within the corner: nothing is seen there, but it was read. */
const faint = [1000, 600, 420, 60] as const;
const lineOf = ([x, y, width, height]: readonly [number, number, number, number]): PageLine => ({
  text: '示例文字',
  confidence: 0.97,
  box: [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
});
const read = { ...size, lines: [...boxes, faint].map(lineOf) };
const mark = { words: '仅用于「示例青禾」首次认证 · 2026-09-22 · 交示例平台', at: 'on_page' } as const;
const occasion = { recipient: '示例平台', purpose: '首次认证' };

const png = ({ data, widthPx, heightPx }: PagePixels): Promise<Buffer> =>
  sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toBuffer();

/** The pixels within a box of a picture. */
const pixels = (bytes: Buffer, [left, top, width, height]: readonly [number, number, number, number]) =>
  sharp(bytes).extract({ left, top, width, height }).removeAlpha().raw().toBuffer();

async function openForMarks(deed: EngineDeed = read) {
  const test = openTestBackend(temporaryFolder(), undefined, { startEngine: fakeEngine([deed]).start });
  const { backend, call } = test;
  onTestFinished(() => closeReader(backend));
  const { id: clientId } = await call.clients.create({ name: '示例青禾', entityType: 'company' });
  const folder = temporaryFolder();
  const out = temporaryFolder();
  const add = async (name: string, bytes: Uint8Array) => {
    const token = backend.tokens.grant(scans.fileIn(folder, name, bytes));
    const steps = await allOf(await call.documents.add({ clientId, kind: 'other', files: [{ token }] }));
    const last = steps.at(-1);
    if (last?.kind !== 'added' || last.documentId === null) throw new Error('not added');
    return (await call.documents.get({ id: last.documentId })).current[0]!.id;
  };
  type Edit = Parameters<typeof call.quality.saveCopy>[0]['edit'];
  const save = async (versionId: string, edit: Partial<Edit> = {}) => {
    const file = path.join(out, 'copy.jpg');
    const target = backend.tokens.grant(file);
    const saved = await call.quality.saveCopy({
      ...{ versionId, target, ...occasion },
      edit: { pageNo: 1, mark, ...edit },
    });
    return { ...saved, bytes: fs.readFileSync(file) };
  };
  const handOut = async (
    versionId: string,
    name: string,
    wished: { words: string; at: 'on_page' | 'below' },
  ) => {
    const file = path.join(out, name);
    const target = backend.tokens.grant(file);
    const written = await call.handOuts.copy({ versionId, target, ...occasion, mark: wished });
    return { ...written, bytes: fs.readFileSync(file) };
  };
  const entries = async () => (await call.handOuts.list({})).rows;
  const alter = async (name: string, bytes: Uint8Array): Promise<void> => {
    const versions = (await call.documents.list({})).rows.flatMap(({ current }) => current);
    const sha256 = versions.find(({ originalName }) => originalName === name)?.sha256 ?? '';
    fs.writeFileSync(path.join(backend.dataFolder, 'vault', sha256.slice(0, 2), sha256), bytes);
  };
  return { ...test, clientId, out, add, save, handOut, entries, alter };
}

describe('a mark on an upload copy', () => {
  it('stands in the empty place, and no pixel of what was read is another', async () => {
    const test = await openForMarks();
    const versionId = await test.add('执照.png', await png(page));
    const plain = await test.save(versionId, { mark: null, turn: 180 });
    const plainAgain = await test.save(versionId, { mark: null, turn: 180 });
    expect(plain.bytes.equals(plainAgain.bytes)).toBe(true);
    const marked = await test.save(versionId, { turn: 180 });
    expect(marked.report).toMatchObject({ isUnchanged: false, ...size, mark: { at: 'on_page' } });
    expect(marked.report.quality).toBe(plain.report.quality);
    expect(marked.bytes.equals(plain.bytes)).toBe(false);
    for (const [x, y, width, height] of [...boxes, faint]) {
      const turned = [size.widthPx - x - width, size.heightPx - y - height, width, height] as const;
      expect((await pixels(marked.bytes, turned)).equals(await pixels(plain.bytes, turned))).toBe(true);
    }
    const box = marked.report.mark!.box;
    const own = [
      Math.floor(box.x * 1500),
      Math.floor(box.y * 1050),
      Math.ceil(box.width * 1500),
      Math.ceil(box.height * 1050),
    ] as const;
    expect((await pixels(marked.bytes, own)).equals(await pixels(plain.bytes, own))).toBe(false);
  });

  it('is not on a page without an empty place, nor on one that nobody could read; a strip below always is', async () => {
    const test = await openForMarks();
    const versionId = await test.add('满.png', await png(full));
    await expect(test.save(versionId)).rejects.toMatchObject({ code: 'MARK_NO_PLACE', data: { pageNo: 1 } });
    expect(fs.readdirSync(test.out)).toEqual([]);
    expect(await test.entries()).toEqual([]);
    const below = await test.save(versionId, { mark: { ...mark, at: 'below' } });
    expect(below.report.heightPx).toBeGreaterThan(size.heightPx);
    expect(below.report).toMatchObject({ widthPx: 1500, mark: { at: 'below' } });
    const unread = await openForMarks('fails');
    const other = await unread.add('执照.png', await png(page));
    await expect(unread.save(other)).rejects.toMatchObject({ code: 'MARK_NO_PLACE' });
  });

  it('keeps to the limit of the size and to what can be read', async () => {
    const test = await openForMarks();
    const grained = await test.add(
      '大.png',
      await png(mapped(page, (level, at) => level + grainAt(at) * 16)),
    );
    const { bytes, report } = await test.save(grained, { mark: { ...mark, at: 'below' } });
    expect(bytes.length).toBeLessThanOrEqual(2_097_152);
    expect(report.letterPx).toBeGreaterThan(9);
    const small = await test.add('小.png', await scans.picture('png'));
    await expect(test.save(small, { mark: { ...mark, at: 'below' } })).rejects.toMatchObject({
      code: 'UPLOAD_UNREADABLE',
    });
  });

  it('is noted in the register, and the purpose is offered again without it', async () => {
    const test = await openForMarks();
    const versionId = await test.add('执照.png', await png(page));
    const { bytes } = await test.save(versionId);
    expect(await test.entries()).toMatchObject([
      { purpose: `首次认证〔水印：${mark.words}〕`, copySha256: scans.sha256Of(bytes) },
    ]);
    expect(await test.call.handOuts.suggestions({})).toMatchObject({ purposes: ['首次认证'], mark: null });
    const { clientId } = test;
    expect((await test.call.handOuts.suggestions({ clientId })).mark).toMatchObject({
      words: mark.words,
      purpose: '首次认证',
      accountName: null,
    });
  });

  it('is made of nothing but the original: a file that was altered since is refused', async () => {
    const test = await openForMarks();
    const versionId = await test.add('执照.png', await png(page));
    await test.alter('执照.png', await scans.picture('png', 9));
    await expect(test.save(versionId)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    await expect(test.handOut(versionId, '副本.png', mark)).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
    expect(await test.entries()).toEqual([]);
  });

  it('has its words in the font that the program brings: Chinese ones are no empty boxes', async () => {
    const test = await openForMarks();
    const versionId = await test.add('执照.png', await png(page));
    const ink = async (words: string): Promise<number> => {
      const { bytes, report } = await test.save(versionId, { mark: { words, at: 'below' } });
      const top = size.heightPx + 1;
      const strip = await pixels(bytes, [0, top, 1500, report.heightPx - top]);
      return strip.reduce((sum, level) => sum + (255 - level), 0) / [...words].length;
    };
    // Every character that is missing looks like every other.
    const [few, many] = [await ink('一一一一'), await ink('麟麟麟麟')];
    expect(many).toBeGreaterThan(few * 2);
  });
});

describe('a mark on a copy that is handed out', () => {
  it('of a picture makes a picture of its size, entered with the hash of what was written', async () => {
    const test = await openForMarks();
    const versionId = await test.add('执照.png', await png(page));
    const { bytes, sha256 } = await test.handOut(versionId, '执照.png', mark);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1500, height: 1050 });
    expect(sha256).toBe(scans.sha256Of(bytes));
    const original = await png(page);
    for (const box of [...boxes, faint])
      expect((await pixels(bytes, box)).equals(await pixels(original, box))).toBe(true);
    expect(await test.entries()).toMatchObject([
      {
        purpose: `首次认证〔水印：${mark.words}〕`,
        originalSha256: scans.sha256Of(original),
        copySha256: sha256,
      },
    ]);
  });

  it('of a PDF makes a PDF of pictures with as many pages, each with its mark', async () => {
    const test = await openForMarks();
    const versionId = await test.add('扫描.pdf', scans.pdf(2));
    const { bytes } = await test.handOut(versionId, '扫描.pdf', { ...mark, at: 'below' });
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const made = await PDFDocument.load(bytes);
    expect(made.getPageCount()).toBe(2);
    const original = await PDFDocument.load(scans.pdf(2));
    const share = ({ height, width }: { height: number; width: number }): number => height / width;
    expect(share(made.getPage(1).getSize())).toBeGreaterThan(share(original.getPage(1).getSize()));
  });

  it('that has no place leaves nothing behind', async () => {
    const test = await openForMarks();
    const versionId = await test.add('满.png', await png(full));
    await expect(test.handOut(versionId, 'x.png', mark)).rejects.toMatchObject({ code: 'MARK_NO_PLACE' });
    expect(fs.readdirSync(test.out)).toEqual([]);
    expect(await test.entries()).toEqual([]);
  });
});
