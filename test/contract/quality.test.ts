import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { PagePixels } from '#shared/domain/page-pixels.ts';
import { measuresForm } from '#shared/domain/page-quality.ts';
import { watchQuality } from '#backend/documents/quality/watch.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { onData } from '#test/support/command-line.ts';
import { drawnPage, grainAt, mapped, onGround, turnedBy } from '#test/support/drawn-pixels.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

function encoded({ data, widthPx, heightPx }: PagePixels, format: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  const picture = sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
  return picture.toFormat(format).toBuffer();
}

const large = drawnPage({ widthPx: 1500, heightPx: 1050, paper: [242, 226, 186] });
/** Grains that no picture format makes small, so that the file is too large. */
const grained = mapped(large, (level, at) => level + grainAt(at) * 16);

const occasion = { recipient: '示例平台', purpose: '首次认证' };

async function openForQuality() {
  const dataFolder = temporaryFolder();
  const test = openTestBackend(dataFolder);
  const { backend, call } = test;
  const { id: clientId } = await call.clients.create({
    name: '示例青禾餐饮管理有限公司',
    entityType: 'company',
  });
  const folder = temporaryFolder();
  async function add(
    name: string,
    bytes: Uint8Array,
    kind: DocumentKind = 'id_card',
    itemId: string | null = null,
  ) {
    const token = backend.tokens.grant(scans.fileIn(folder, name, bytes));
    const steps = await allOf(await call.documents.add({ clientId, kind, itemId, files: [{ token }] }));
    const last = steps.at(-1);
    if (last?.kind !== 'added' || last.documentId === null) throw new Error('not added');
    const { current } = await call.documents.get({ id: last.documentId });
    return { documentId: last.documentId, versionId: current[0]!.id, sha256: current[0]!.sha256 };
  }
  /** The kept file itself. */
  const original = (sha256: string): string => {
    const vault = path.join(dataFolder, 'vault');
    const found = fs
      .readdirSync(vault, { recursive: true, encoding: 'utf8' })
      .find((name) => name.endsWith(sha256));
    if (found === undefined) throw new Error('not kept');
    return path.join(vault, found);
  };
  const measured = async (versionId: string) => {
    const quality = await call.quality.ofVersion({ versionId, now: true });
    if (quality.state !== 'measured') throw new Error(quality.state);
    return quality;
  };
  const save = async (
    versionId: string,
    edit: Partial<Parameters<typeof call.quality.saveCopy>[0]['edit']> = {},
  ) => {
    const file = path.join(folder, 'copy.jpg');
    const target = backend.tokens.grant(file);
    const saved = await call.quality.saveCopy({
      versionId,
      edit: { pageNo: 1, ...edit },
      target,
      ...occasion,
    });
    return { ...saved, bytes: fs.readFileSync(file) };
  };
  return { ...test, dataFolder, clientId, folder, original, add, measured, save };
}

describe('the quality of a paper’s file', () => {
  it('is measured at the next start when the program ends in the middle', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('身份证.png', await encoded(large));
    const end = watchQuality(test.backend, { afterStartMs: 0, settleMs: 0 });
    const marks = () => test.backend.db.prepare('SELECT fault FROM page_measures').all();
    await vi.waitFor(() => expect(marks()).toEqual([{ fault: 'unfinished' }]), {
      timeout: 40_000,
      interval: 1,
    });
    expect(await test.call.quality.ofVersion({ versionId })).toEqual({ state: 'waiting' });
    end();
    expect(marks()).toEqual([]);
  });

  it('is measured when it is asked for, and held against what is safe where nothing uses the paper', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('身份证.png', await encoded(large));
    expect(await test.call.quality.ofVersion({ versionId })).toEqual({ state: 'waiting' });
    const { pages, findings, upload } = await test.measured(versionId);
    expect(pages).toMatchObject([{ pageNo: 1, widthPx: 1500, heightPx: 1050, cutSides: [] }]);
    expect(findings).toEqual([]);
    expect(upload).toMatchObject({ uses: [], faults: [], ask: { maxBytes: 2_097_152, wantsColour: true } });
  });

  it('tells a small picture, and every page of a PDF, which no platform takes', async () => {
    const test = await openForQuality();
    const small = await test.add('小图.png', await scans.picture('png'));
    const { findings, upload } = await test.measured(small.versionId);
    expect(findings.map(({ kind }) => kind)).toContain('small');
    expect(upload.faults).toEqual(['resolution']);
    const pdf = await test.add('扫描.pdf', scans.pdf(3));
    const ofPdf = await test.measured(pdf.versionId);
    expect(ofPdf.pages.map(({ pageNo }) => pageNo)).toEqual([1, 2, 3]);
    expect(ofPdf.upload.faults).toEqual(['format']);
  });

  it('of a file that is gone is not found', async () => {
    const test = await openForQuality();
    const { versionId, sha256 } = await test.add('身份证.png', await encoded(large));
    fs.rmSync(test.original(sha256));
    await expect(test.call.quality.ofVersion({ versionId, now: true })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await test.call.quality.ofVersion({ versionId })).toEqual({ state: 'waiting' });
  });

  it('is measured by itself, and anew when the measures have another form', async () => {
    const test = await openForQuality();
    const { versionId, sha256 } = await test.add('身份证.png', await encoded(large));
    onTestFinished(watchQuality(test.backend, { afterStartMs: 1, settleMs: 1 }));
    const isMeasured = async () =>
      expect((await test.call.quality.ofVersion({ versionId })).state).toBe('measured');
    await vi.waitFor(isMeasured, { timeout: 20_000 });
    const other = await test.add('另一张.png', await encoded(grained));
    await vi.waitFor(
      async () =>
        expect((await test.call.quality.ofVersion({ versionId: other.versionId })).state).toBe('measured'),
      { timeout: 20_000 },
    );
    test.backend.db
      .prepare('UPDATE page_measures SET form = ? WHERE sha256 = ?')
      .run(measuresForm - 1, sha256);
    expect((await test.call.quality.ofVersion({ versionId })).state).toBe('waiting');
    expect((await test.measured(versionId)).pages).toHaveLength(1);
  });
});

describe('the copy that is handed in', () => {
  it('of a picture that meets the limits has its bytes', async () => {
    const test = await openForQuality();
    const bytes = await encoded(large, 'jpeg');
    const { versionId } = await test.add('身份证.jpg', bytes);
    const saved = await test.save(versionId);
    expect(saved.report).toMatchObject({ isUnchanged: true, widthPx: 1500, sizeBytes: bytes.length });
    expect(saved.bytes.equals(bytes)).toBe(true);
  });

  it('of one that is too large is a JPEG that fits, as good as can be, and the original stays', async () => {
    const test = await openForQuality();
    const bytes = await encoded(grained);
    expect(bytes.length).toBeGreaterThan(2_097_152);
    const { versionId, sha256 } = await test.add('身份证.png', bytes);
    const { report, bytes: copy } = await test.save(versionId);
    expect(report).toMatchObject({ format: 'jpeg', isUnchanged: false, widthPx: 1500, heightPx: 1050 });
    expect(copy.length).toBeLessThanOrEqual(2_097_152);
    expect(copy.length).toBe(report.sizeBytes);
    expect((await sharp(copy).metadata()).format).toBe('jpeg');
    expect(fs.readFileSync(test.original(sha256)).equals(bytes)).toBe(true);
  });

  it('of a page of a PDF is a picture; a page that is not there is not found', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('扫描.pdf', scans.pdf(2));
    const { report } = await test.save(versionId, { pageNo: 2 });
    expect(report).toMatchObject({ format: 'jpeg', heightPx: 2900 });
    await expect(test.save(versionId, { pageNo: 3 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is turned, straightened and cut', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('身份证.png', await encoded(onGround(large, 90)));
    const { report: edge } = await test.save(versionId, { crop: 'edge' });
    expect(Math.abs(edge.widthPx - 1500)).toBeLessThan(30);
    expect(Math.abs(edge.heightPx - 1050)).toBeLessThan(30);
    expect(edge.sheet).toBe('cropped');
    const { report: turned } = await test.save(versionId, { turn: 90 });
    expect(turned).toMatchObject({ widthPx: 1230, heightPx: 1680 });
    const { report: part } = await test.save(versionId, { crop: { x: 0, y: 0, width: 0.8, height: 0.9 } });
    expect(part).toMatchObject({ widthPx: 1344, heightPx: 1107 });
    const { report: straight } = await test.save(versionId, { deskew: 3 });
    expect(straight.widthPx).toBeGreaterThan(1680);
    expect(straight.sheet).toBeNull();
  });

  it('that is straightened shows the ground in its new corners, and is cut to the sheet where it then lies', async () => {
    const test = await openForQuality();
    const ground = [200, 198, 192] as const;
    const turned = turnedBy(onGround(large, 150, ground), 4);
    const { versionId } = await test.add('身份证.png', await encoded(turned));
    const { bytes } = await test.save(versionId, { deskew: 4 });
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    for (const [x, y] of [
      [2, 2],
      [info.width - 3, 2],
      [2, info.height - 3],
      [info.width - 3, info.height - 3],
    ] as const)
      for (const [channel, level] of ground.entries())
        expect(Math.abs(data[(y * info.width + x) * info.channels + channel]! - level)).toBeLessThan(6);
    const { report } = await test.save(versionId, { deskew: 4, crop: 'edge' });
    expect(report.sheet).toBe('cropped');
    expect(Math.abs(report.widthPx - 1500)).toBeLessThan(50);
    expect(Math.abs(report.heightPx - 1050)).toBeLessThan(50);
  });

  it('is left whole, and says so, where no edge of the sheet is to be seen', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('身份证.png', await encoded(large));
    const { report } = await test.save(versionId, { crop: 'edge' });
    expect(report).toMatchObject({ sheet: 'not_found', widthPx: 1500, heightPx: 1050 });
  });

  it('keeps some of the ground where the sheet alone has too few pixels for the limits', async () => {
    const test = await openForQuality();
    const sheet = drawnPage({ widthPx: 900, heightPx: 560, paper: [242, 226, 186] });
    const { versionId } = await test.add('身份证.png', await encoded(onGround(sheet, 250)));
    const { ask } = (await test.measured(versionId)).upload;
    expect(ask.longSidePx).toBeGreaterThan(900);
    const { report } = await test.save(versionId, { crop: 'edge' });
    expect(report).toMatchObject({ sheet: 'with_ground', widthPx: ask.longSidePx });
    expect(report.heightPx).toBeLessThan(800);
  });

  it('is told of by the command line where it is not cropped', { timeout: 60_000 }, async () => {
    const test = await openForQuality();
    const whole = await test.add('满幅.png', await encoded(large));
    const lying = await test.add('桌上.png', await encoded(onGround(large, 90)));
    test.backend.close();
    const { command } = onData(test.dataFolder);
    const copyOf = (id: string, name: string) => {
      const words = ['--to', occasion.recipient, '--for', occasion.purpose];
      return command('upload-copy', id, path.join(test.folder, name), '--crop', ...words);
    };
    const left = await copyOf(whole.documentId, '甲.jpg');
    expect(left).toMatchObject({ exitCode: 0, output: { report: { sheet: 'not_found' } } });
    expect(left.messages).toContain('no edge of the sheet was found');
    const cropped = await copyOf(lying.documentId, '乙.jpg');
    expect(cropped).toMatchObject({ exitCode: 0, output: { report: { sheet: 'cropped' } } });
    expect(cropped.messages).not.toContain('no edge');
  });

  it('is refused where it could not be read or has too few pixels, and nothing is written', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('小图.png', await scans.picture('png'));
    await expect(test.save(versionId)).rejects.toMatchObject({ code: 'UPLOAD_UNREADABLE' });
    expect(fs.existsSync(path.join(test.folder, 'copy.jpg'))).toBe(false);
  });

  it('is entered in the register with the hash of what was written', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('身份证.png', await encoded(large));
    const { bytes } = await test.save(versionId);
    const { rows } = await test.call.handOuts.list({});
    expect(rows).toMatchObject([
      { ...occasion, way: 'file', copyName: 'copy.jpg', copySha256: scans.sha256Of(bytes) },
    ]);
  });

  it('can be looked at before, and a token to read is none to write', async () => {
    const test = await openForQuality();
    const { versionId } = await test.add('身份证.png', await encoded(large));
    const { report, picture } = await test.call.quality.previewCopy({
      versionId,
      edit: { pageNo: 1, turn: 180 },
    });
    expect(Buffer.from(picture, 'base64').length).toBe(report.sizeBytes);
    const target = test.backend.tokens.grant(path.join(test.folder, 'x.jpg'), undefined, 'read');
    await expect(
      test.call.quality.saveCopy({ versionId, edit: { pageNo: 1 }, target, ...occasion }),
    ).rejects.toMatchObject({ code: 'FILE_TOKEN_UNKNOWN' });
  });
});
