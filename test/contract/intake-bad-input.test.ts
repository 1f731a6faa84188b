import fs from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { errors as en } from '#shared/words/en/errors.ts';
import { errors as zhCn } from '#shared/words/zh-cn/errors.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { bmpWithRows } from '#test/support/packed-bmp.ts';
import * as scans from '#test/support/scans.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { allOf } from '#test/support/streams.ts';
import { openTray } from '#test/support/tray.ts';

/** What lies in the vault and in the tray's tables: bad input changes nothing of it. */
async function kept({ backend, call, vaultFolder }: Awaited<ReturnType<typeof openTray>>) {
  return {
    files: [...backend.vault.list()].map(({ sha256 }) => sha256).toSorted(),
    incoming: fs.readdirSync(path.join(vaultFolder, 'incoming')),
    tray: await call.intake.get(),
  };
}

/** A password is asked for before anything is shown. */
async function locked(): Promise<Uint8Array> {
  const document = await PDFDocument.load(scans.pdf(1));
  document.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' });
  return document.save({ useObjectStreams: false });
}

/** A PDF that claims a number of pages that no file has. */
const claiming = (count: number): Buffer =>
  Buffer.from(scans.pdf(1).toString('latin1').replace('/Count 1', `/Count ${count}`), 'latin1');

const heic = (): Buffer => fs.readFileSync(path.resolve(import.meta.dirname, '../fixtures/heic/permit.heic'));

/** A BMP that holds another format, as printers are given it. */
async function fullBmp(): Promise<Buffer> {
  const bytes = await scans.bmp(8);
  bytes.writeUInt32LE(5, 30);
  return bytes;
}

/** A BMP whose packed rows step out of the picture. */
const strayBmp = (): Buffer => bmpWithRows({ width: 60, height: 40, bits: 8 }, [60, 1, 0, 2, 200, 200, 0, 1]);

/** A BMP whose header claims more pixels than any scan has. */
async function hugeBmp(): Promise<Buffer> {
  const bytes = await scans.bmp(24);
  bytes.writeInt32LE(60_000, 18);
  bytes.writeInt32LE(-60_000, 22);
  return bytes;
}

const bad: readonly (readonly [string, string, () => Promise<Uint8Array | string>])[] = [
  ['加密.pdf', 'FILE_ENCRYPTED', locked],
  ['截断.pdf', 'FILE_DAMAGED', () => Promise.resolve(scans.pdf(3).subarray(0, 300))],
  ['乱码.pdf', 'FILE_DAMAGED', () => Promise.resolve('%PDF-1.7\nnothing\n%%EOF\n')],
  ['太多页.pdf', 'TOO_MANY_PAGES', () => Promise.resolve(scans.pdf(1001))],
  ['巨图.png', 'TOO_MANY_PIXELS', scans.hugePicture],
  ['半图.png', 'FILE_DAMAGED', async () => (await scans.picture('png')).subarray(0, 900)],
  ['半图.jpg', 'FILE_DAMAGED', async () => (await scans.picture('jpeg')).subarray(0, -2)],
  ['巨图.bmp', 'TOO_MANY_PIXELS', hugeBmp],
  ['内含别的.bmp', 'FILE_TYPE_UNSUPPORTED', fullBmp],
  ['越界.bmp', 'FILE_DAMAGED', () => Promise.resolve(strayBmp())],
  ['半图.bmp', 'FILE_DAMAGED', async () => (await scans.bmp(24)).subarray(0, 9000)],
  ['乱码.bmp', 'FILE_DAMAGED', () => Promise.resolve(`BM${'\u0001'.repeat(90)}`)],
  ['半图.heic', 'FILE_DAMAGED', () => Promise.resolve(heic().subarray(0, 30_000))],
  [
    '乱码.heic',
    'FILE_DAMAGED',
    () => Promise.resolve(Buffer.concat([heic().subarray(0, 64), Buffer.alloc(5000, 9)])),
  ],
  [
    'BMW.txt',
    'FILE_TYPE_UNSUPPORTED',
    () => Promise.resolve('BMW manual text, in letters alone. '.repeat(9)),
  ],
  ['空.png', 'FILE_EMPTY', () => Promise.resolve('')],
  ['表.docx', 'FILE_TYPE_UNSUPPORTED', () => Promise.resolve('PK\u0003\u0004')],
];

describe('bad input', () => {
  it.each(bad)('is told by name, and the rest goes on: %s', async (name, code, bytes) => {
    const opened = await openTray();
    const { take, file, picture } = opened;
    const before = await kept(opened);
    const refusedAlone = await take(file(name, await bytes()));
    expect(refusedAlone).toMatchObject({ takenCount: 0, changeId: null, refused: [{ name, code }] });
    expect(await kept(opened)).toEqual(before);
    const { takenCount, refused } = await take(file(name, await bytes()), await picture('好.png'));
    expect([takenCount, refused.map((each) => each.name)]).toEqual([1, [name]]);
    for (const words of [zhCn, en]) {
      const { happened, todo } = (words as Record<string, { happened: string; todo: string }>)[code] ?? {};
      expect([happened, todo]).toEqual([expect.stringContaining('{{name}}'), expect.any(String)]);
    }
  });

  it('may claim pages that it has not: those that are there come in', async () => {
    const { call, take, file } = await openTray();
    expect(await take(file('虚报页数.pdf', claiming(900_000_000)))).toMatchObject({
      takenCount: 1,
      refused: [],
    });
    expect((await call.intake.get()).files).toMatchObject([{ pageCount: 1 }]);
  });

  it('may be a file that goes before it is read', async () => {
    const opened = await openTray();
    const { take, file, picture } = opened;
    const gone = file('没了.pdf', scans.pdf(1));
    fs.rmSync(gone);
    const { takenCount, refused } = await take(gone, await picture('好.png'));
    expect([takenCount, refused.map(({ code }) => code)]).toEqual([1, ['FILE_UNREADABLE']]);
  });

  it('may be a full disk: each file is told, and nothing is half stored', async ({ skip }) => {
    const folder = smallDisk(6_000_000);
    if (folder === null) return skip();
    const { backend, call } = openTestBackend(folder);
    const elsewhere = await openTray();
    const large = elsewhere.file(
      '大.pdf',
      Buffer.concat([scans.pdf(1), Buffer.alloc(8_000_000, 0x20), Buffer.from('\n%%EOF\n')]),
    );
    const small = await elsewhere.picture('小.png');
    const tokens = [large, small].map((each) => backend.tokens.grant(each));
    const steps = await allOf(await call.intake.take({ tokens, cameBy: 'dropped' }));
    expect(steps.filter((step) => step.kind === 'refused')).toMatchObject([
      { name: '大.pdf', code: 'DISK_FULL' },
    ]);
    expect(steps.at(-1)).toMatchObject({ takenCount: 1, refusedCount: 1 });
    expect(fs.readdirSync(path.join(folder, 'vault/incoming'))).toEqual([]);
    expect([...backend.vault.list()]).toHaveLength(1);
  });
});

describe('a disk that is full while what lies ready is kept', () => {
  it('takes nothing in, and what was written by then is gone at the next start at the latest', async ({
    skip,
  }) => {
    const disk = smallDisk(24 * 1_048_576);
    if (disk === null) return skip();
    const dataFolder = path.join(disk, 'firm');
    const { backend, call } = openTestBackend(dataFolder);
    const elsewhere = await openTray();
    const sources = await Promise.all(
      Array.from({ length: 60 }, (_, no) =>
        scans.picture('png', no + 1).then((bytes) => elsewhere.file(`${no}.png`, bytes)),
      ),
    );
    const tokens = sources.map((each) => backend.tokens.grant(each));
    const filler = path.join(disk, 'filler');
    let parts = 0;
    const taking = async () => {
      for await (const step of await call.intake.take({ tokens, cameBy: 'dropped' }))
        if (step.kind === 'keeping' && (parts += 1) === 1) fillUp(filler);
    };
    await expect(taking()).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(parts).toBeGreaterThan(0);
    fs.rmSync(filler);
    backend.close();
    const next = openTestBackend(dataFolder);
    expect(await next.call.intake.get()).toEqual({ files: [], pages: [], papers: [] });
    const steps = await allOf(await next.call.system.verify());
    expect(steps.at(-1)).toMatchObject({ problems: [] });
  });
});

/** Leaves not a byte on the disk. */
function fillUp(file: string): void {
  for (const size of [1_048_576, 4096, 1]) {
    try {
      for (;;) fs.appendFileSync(file, Buffer.alloc(size));
    } catch {
      continue;
    }
  }
}

describe('a PDF with an owner’s password alone', () => {
  it('is cut like every other', async () => {
    const { call, backend, take, fileAll, file, seen } = await openTray();
    const document = await PDFDocument.load(scans.pdf(3));
    document.encrypt({ userPassword: '', ownerPassword: 'geheim' });
    await take(file('只限修改.pdf', await document.save({ useObjectStreams: false })));
    const { pages, papers } = await call.intake.get();
    await call.intake.arrange({ move: { kind: 'leave_out', pageIds: [pages[1]?.id ?? ''] } });
    await seen(papers[0]?.id ?? '', { kind: 'lease' });
    expect(await fileAll(papers[0]?.id ?? '')).toMatchObject({ filedCount: 1, refused: [] });
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    expect(version).toMatchObject({ pageCount: 2 });
    const made = await backend.vault.read(version?.sha256 ?? '', 'file', 0, version?.sizeBytes ?? 0);
    expect((await PDFDocument.load(made)).getPageCount()).toBe(2);
  });
});

describe('a stack that is put together anew', () => {
  it('has what its pages share once', async () => {
    const { call, backend, take, fileAll, file, seen } = await openTray();
    const source = await PDFDocument.create();
    const noise = Uint8Array.from({ length: 120_000 }, (_, at) => (at * 2_654_435_761) % 251);
    const shared = source.context.register(source.context.stream(noise));
    for (let no = 0; no < 10; no += 1) source.addPage().node.set(source.context.obj('Shared'), shared);
    const bytes = await source.save();
    await take(file('一叠.pdf', bytes));
    const { pages, papers } = await call.intake.get();
    await call.intake.arrange({ move: { kind: 'leave_out', pageIds: [pages[0]?.id ?? ''] } });
    await seen(papers[0]?.id ?? '', { kind: 'lease' });
    await fileAll(papers[0]?.id ?? '');
    const [version] = (await call.documents.list({})).rows[0]?.current ?? [];
    expect(version?.pageCount).toBe(9);
    expect(version?.sizeBytes).toBeLessThan(bytes.length * 1.5);
    expect(backend.vault.has(version?.sha256 ?? '')).toBe(true);
  });
});

describe('a folder with one below it that is no folder to read', () => {
  it('gives what can be read, and says how far it is on the way', async () => {
    const { backend, call, folder } = await openTray();
    const root = path.join(folder, '示例青禾');
    fs.mkdirSync(path.join(root, '证件'), { recursive: true });
    fs.writeFileSync(path.join(root, '1.png'), await scans.picture('png', 1));
    fs.writeFileSync(path.join(root, '证件', '2.png'), await scans.picture('png', 2));
    const steps = [];
    for await (const step of await call.intake.take({
      tokens: [backend.tokens.grant(root)],
      cameBy: 'dropped',
    })) {
      steps.push(step);
      // It goes between being come to and being read.
      if (step.kind === 'looking' && step.name === '证件')
        fs.rmSync(path.join(root, '证件'), { recursive: true });
    }
    expect(steps.filter((step) => step.kind === 'looking').map(({ name }) => name)).toContain('示例青禾');
    expect(steps.filter((step) => step.kind === 'refused')).toMatchObject([
      { name: '证件', code: 'FOLDER_UNREADABLE' },
    ]);
    expect(steps.at(-1)).toMatchObject({ takenCount: 1, refusedCount: 1 });
  });
});
