import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fileJobs } from '#backend/jobs/file-jobs.ts';
import { packedBmp } from '#test/support/packed-bmp.ts';
import * as scans from '#test/support/scans.ts';
import { openTray } from '#test/support/tray.ts';

const fixture = (name: string): Buffer =>
  fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures/heic', name));
const heic = (): Buffer => fixture('permit.heic');
const permit = path.resolve(
  import.meta.dirname,
  '../../resources/sample/scans/食品经营许可证_一勺清补凉.jpg',
);

/** The mean difference of two pictures of one size, from 0 to 255. */
async function difference(one: Buffer | Uint8Array, other: Buffer | Uint8Array): Promise<number> {
  const grey = (bytes: Buffer | Uint8Array) =>
    sharp(bytes).greyscale().resize(300, 220, { fit: 'fill' }).raw().toBuffer();
  const [a, b] = await Promise.all([grey(one), grey(other)]);
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

describe('a BMP', () => {
  it.each([
    [1, false],
    [4, false],
    [8, false],
    [24, false],
    [24, true],
    [32, false],
    [32, true],
  ] as const)(
    'of %i bits (top down: %s) comes in as it is and is shown as it looks',
    async (bits, isTopDown) => {
      const { take, file, call, backend } = await openTray();
      const bytes = await scans.bmp(bits, 7, isTopDown);
      expect(await take(file('扫描.bmp', bytes))).toMatchObject({ takenCount: 1, refused: [] });
      const [row] = (await call.intake.get()).files;
      expect(row).toMatchObject({ mediaType: 'image/bmp', pageCount: 1, sha256: scans.sha256Of(bytes) });
      const input = {
        bytes: new Uint8Array(bytes),
        mediaType: 'image/bmp' as const,
        pageNo: 1,
        longSidePx: 1000,
      };
      const shown = await fileJobs(backend).run('picture', input);
      const { width, height } = await sharp(shown).metadata();
      expect([width, height]).toEqual([400, 300]);
      // Two or sixteen greys are some way from the picture, but nowhere near another one.
      expect(await difference(shown, await scans.picture('png', 7))).toBeLessThan(bits < 8 ? 12 : 3);
    },
  );

  it.each([4, 8] as const)('with packed rows of %i bits is shown as it looks', async (bits) => {
    const { take, file, call, backend } = await openTray();
    const [width, height] = [400, 300];
    const grey = await sharp(await scans.picture('png', 7))
      .removeAlpha()
      .greyscale()
      .raw()
      .toBuffer();
    const pixels = [...grey].map((value) => Math.round((value * (2 ** bits - 1)) / 255));
    const packing = { longestRun: 255, steps: false, endMark: true };
    const bytes = packedBmp({ width, height, bits, pixels }, packing);
    expect(bytes.length).toBeLessThan((width * height * bits) / 8);
    expect(await take(file('扫描.bmp', bytes))).toMatchObject({ takenCount: 1, refused: [] });
    expect((await call.intake.get()).files).toMatchObject([{ mediaType: 'image/bmp', pageCount: 1 }]);
    const input = { bytes: new Uint8Array(bytes), mediaType: 'image/bmp' as const, pageNo: 1 };
    const shown = await fileJobs(backend).run('picture', { ...input, longSidePx: 1000 });
    expect(await difference(shown, await scans.picture('png', 7))).toBeLessThan(bits === 4 ? 6 : 3);
  });

  it('is known as the picture that is here already, and is made a picture to hand in', async () => {
    const { take, file, call, seen, fileAll, onlyPaper } = await openTray();
    await take(file('a.png', await scans.picture('png', 7)));
    await take(file('b.bmp', await scans.bmp(24, 7)));
    const { files } = await call.intake.get();
    expect(files.find(({ name }) => name === 'b.bmp')?.similar).toMatchObject({ twin: { of: 'file' } });
    await call.intake.remove({ fileIds: files.filter(({ name }) => name === 'a.png').map(({ id }) => id) });
    const { id } = await onlyPaper();
    await seen(id);
    expect(await fileAll(id)).toMatchObject({ filedCount: 1 });
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    const quality = await call.quality.ofVersion({ versionId: version?.id ?? '', now: true });
    expect(quality).toMatchObject({
      state: 'measured',
      upload: { faults: expect.arrayContaining(['format']) },
    });
  });
});

describe('a HEIC', () => {
  it('comes in as it is, is shown, measured and made a JPEG to hand in', async () => {
    const { take, file, call, seen, fileAll, onlyPaper, backend } = await openTray();
    await take(file('许可证.heic', heic()));
    const [row] = (await call.intake.get()).files;
    expect(row).toMatchObject({ mediaType: 'image/heic', pageCount: 1, sha256: scans.sha256Of(heic()) });
    const input = {
      bytes: new Uint8Array(heic()),
      mediaType: 'image/heic' as const,
      pageNo: 1,
      longSidePx: 1200,
    };
    expect(
      await difference(await fileJobs(backend).run('picture', input), fs.readFileSync(permit)),
    ).toBeLessThan(4);
    const { id } = await onlyPaper();
    await seen(id);
    expect(await fileAll(id)).toMatchObject({ filedCount: 1 });
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    expect(version).toMatchObject({ mediaType: 'image/heic', sha256: scans.sha256Of(heic()) });
    const versionId = version?.id ?? '';
    expect(await call.quality.ofVersion({ versionId, now: true })).toMatchObject({
      state: 'measured',
      pages: [{ widthPx: 1600, heightPx: 1184 }],
    });
    const { report, picture } = await call.quality.previewCopy({ versionId, edit: { pageNo: 1 } });
    expect(report).toMatchObject({ format: 'jpeg', isUnchanged: false });
    expect(await difference(Buffer.from(picture, 'base64'), fs.readFileSync(permit))).toBeLessThan(6);
  });

  it('of several pictures has a page for each, and is filed as a PDF of them', async () => {
    const { take, file, call, seen, fileAll, onlyPaper, backend } = await openTray();
    await take(file('两张.heic', scans.twoPictures()));
    const { files, pages } = await call.intake.get();
    expect(files).toMatchObject([{ mediaType: 'image/heic', pageCount: 2 }]);
    expect(pages.map(({ pageNo, isBlank }) => [pageNo, isBlank])).toEqual([
      [1, false],
      [2, false],
    ]);
    const sizes = await Promise.all([1, 2].map((pageNo) => sizeOf(backend, scans.twoPictures(), pageNo)));
    expect(sizes).toEqual([
      [400, 300],
      [300, 400],
    ]);
    await expect(sizeOf(backend, scans.twoPictures(), 3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id } = await onlyPaper();
    await seen(id, { kind: 'lease' });
    expect(await fileAll(id)).toMatchObject({ filedCount: 1, refused: [] });
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    expect(version).toMatchObject({ mediaType: 'application/pdf', pageCount: 2 });
  });

  it('that is turned, or one page of several, becomes a JPEG no larger than it need be', async () => {
    const { take, file, call, seen, fileAll, backend } = await openTray();
    await take(file('许可证.heic', heic()), file('两张.heic', scans.twoPictures()));
    const { pages, papers } = await call.intake.get();
    await call.intake.arrange({ move: { kind: 'turn', pageIds: [pages[0]?.id ?? ''], by: 90 } });
    await call.intake.arrange({ move: { kind: 'leave_out', pageIds: [pages[1]?.id ?? ''] } });
    for (const { id } of papers) await seen(id, { kind: 'lease', title: id });
    expect(await fileAll(...papers.map(({ id }) => id))).toMatchObject({ filedCount: 2, refused: [] });
    const { rows } = await call.documents.list({});
    const made = papers.map(({ id }) => rows.find(({ title }) => title === id)?.current[0]);
    expect(made).toMatchObject([
      { mediaType: 'image/jpeg', originalName: '许可证.jpg', widthPx: 1184, heightPx: 1600 },
      { mediaType: 'image/jpeg', originalName: '两张 p2.jpg', widthPx: 300, heightPx: 400 },
    ]);
    const size = made[0]?.sizeBytes ?? 0;
    const kept = await backend.vault.read(made[0]?.sha256 ?? '', 'file', 0, size);
    expect(await difference(await sharp(kept).rotate(-90).toBuffer(), fs.readFileSync(permit))).toBeLessThan(
      5,
    );
    const asPng = await sharp(kept).png().toBuffer();
    expect(size).toBeLessThan(asPng.length / 2);
  });
});

async function sizeOf(backend: Parameters<typeof fileJobs>[0], bytes: Buffer, pageNo: number) {
  const input = { bytes: new Uint8Array(bytes), mediaType: 'image/heic' as const, pageNo, longSidePx: 1000 };
  const { width, height } = await sharp(await fileJobs(backend).run('picture', input)).metadata();
  return [width, height];
}
