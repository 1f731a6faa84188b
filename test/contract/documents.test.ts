import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { fileLimitBytes } from '#backend/documents/take-file.ts';
import { thumbnailsMade } from '#backend/documents/thumbnails.ts';
import * as bad from '#test/fixtures/bad/scans.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';
import { codeOf, openForPapers } from '#test/support/paper-drop.ts';

describe('adding good files', () => {
  it('keeps a PNG, a JPEG and a PDF with what they are', async () => {
    const { add, file, call, clientId } = await openForPapers();
    const png = await scans.picture('png', 1);
    const { added } = await add([file('执照.png', png)], { validUntil: '2030-05-01' as CalendarDate });
    expect(added).toMatchObject({ storedCount: 1, refusedCount: 0 });
    const document = await call.documents.get({ id: added.documentId! });
    expect(document).toMatchObject({
      clientId,
      kind: 'business_licence',
      validUntil: '2030-05-01',
      versionCount: 1,
    });
    expect(document.current).toEqual([document.versions[0]]);
    expect(document.versions[0]).toMatchObject({
      part: 'whole',
      versionNo: 1,
      sha256: scans.sha256Of(png),
      originalName: '执照.png',
      mediaType: 'image/png',
      sizeBytes: png.length,
      pageCount: 1,
      widthPx: 400,
      heightPx: 300,
    });
    const jpeg = await add([file('a.jpg', await scans.picture('jpeg', 2))]);
    const pdf = await add([file('a.pdf', scans.pdf(3))], { validUntil: 'forever' });
    expect((await call.documents.get({ id: jpeg.added.documentId! })).current[0]?.mediaType).toBe(
      'image/jpeg',
    );
    expect(await call.documents.get({ id: pdf.added.documentId! })).toMatchObject({
      validUntil: 'forever',
      current: [{ mediaType: 'application/pdf', pageCount: 3, widthPx: null, heightPx: null }],
    });
  });

  it('goes by the content, not by the name', async () => {
    const { add, folder, call } = await openForPapers();
    const { added } = await add([bad.pngNamedJpg(folder)]);
    const { current } = await call.documents.get({ id: added.documentId! });
    expect(current[0]).toMatchObject({ mediaType: 'image/png', originalName: '营业执照.jpg' });
  });

  it('gives back exactly the bytes that were stored, in any range', async () => {
    const { add, file, call } = await openForPapers();
    const bytes = await scans.picture('png', 7);
    await add([file('a.png', bytes)]);
    const sha256 = scans.sha256Of(bytes);
    expect(await call.files.stat({ sha256, form: 'file' })).toEqual({
      sizeBytes: bytes.length,
      mediaType: 'image/png',
    });
    const whole = await call.files.read({ sha256, form: 'file', start: 0, end: bytes.length });
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await call.files.read({ sha256, form: 'file', start: 10, end: 30 });
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 30))).toBe(true);
  });

  it('gives out only what a paper knows', async () => {
    const { file, call, backend } = await openForPapers();
    const { sha256 } = await backend.vault.put(file('a.png', await scans.picture('png', 9)));
    for (const form of ['file', 'thumbnail'] as const) {
      expect(await codeOf(call.files.stat({ sha256, form }))).toBe('NOT_FOUND');
      expect(await codeOf(call.files.read({ sha256, form, start: 0, end: 9 }))).toBe('NOT_FOUND');
    }
  });

  it('makes a small picture of an image and of a PDF, again when it was lost', async () => {
    const { add, file, call, backend, vaultFolder } = await openForPapers();
    const png = await scans.picture('png', 3, 1200, 800);
    const pdf = scans.pdf(2);
    await add([file('a.png', png)]);
    await add([file('a.pdf', pdf)], { kind: 'authorisation_letter' });
    await thumbnailsMade(backend);
    expect(fs.existsSync(path.join(vaultFolder, 'derived', 'thumbnails'))).toBe(true);
    fs.rmSync(path.join(vaultFolder, 'derived'), { recursive: true });
    for (const bytes of [png, pdf]) {
      const address = { sha256: scans.sha256Of(bytes), form: 'thumbnail' } as const;
      const { sizeBytes, mediaType } = await call.files.stat(address);
      expect(mediaType).toBe('image/webp');
      const image = await call.files.read({ ...address, start: 0, end: sizeBytes });
      const { default: sharp } = await import('sharp');
      const { width, height } = await sharp(await image.arrayBuffer()).metadata();
      expect(Math.max(width, height)).toBe(320);
      const { channels } = await sharp(await image.arrayBuffer()).stats();
      expect(channels[0]!.min).toBeLessThan(120);
    }
  });

  it('takes two files of an ID card as its front and its back, in their order', async () => {
    const { add, file, call } = await openForPapers();
    const front = file('正面.jpg', await scans.picture('jpeg', 1));
    const back = file('反面.jpg', await scans.picture('jpeg', 2));
    const { added } = await add([front, back], { kind: 'id_card' });
    const { current } = await call.documents.get({ id: added.documentId! });
    expect(current.map(({ part, originalName }) => [part, originalName])).toEqual([
      ['front', '正面.jpg'],
      ['back', '反面.jpg'],
    ]);
  });

  it('fills the side that is missing, also when the front of a drop is bad', async () => {
    const { add, file, call } = await openForPapers();
    const bad = file('正面.jpg', '');
    const back = file('反面.jpg', await scans.picture('jpeg', 2));
    const { added, refused } = await add([bad, back], { kind: 'id_card' });
    expect(refused.map(({ name }) => name)).toEqual(['正面.jpg']);
    const documentId = added.documentId!;
    expect((await call.documents.get({ id: documentId })).current.map(({ part }) => part)).toEqual(['back']);
    await add([file('正面2.jpg', await scans.picture('jpeg', 3))], { kind: 'id_card', documentId });
    expect((await call.documents.get({ id: documentId })).current.map(({ part }) => part)).toEqual([
      'front',
      'back',
    ]);
  });

  it('adds versions to a paper, the newest current, and nothing for the same scan once more', async () => {
    const { add, file, call } = await openForPapers();
    const first = file('1.png', await scans.picture('png', 1));
    const second = file('2.png', await scans.picture('png', 2));
    const { added } = await add([first]);
    const documentId = added.documentId!;
    await add([second], { documentId, validUntil: '2031-01-01' as CalendarDate });
    expect(await call.documents.get({ id: documentId })).toMatchObject({
      versionCount: 2,
      validUntil: '2031-01-01',
      current: [{ versionNo: 2, originalName: '2.png' }],
    });
    const again = await add([second], { documentId });
    expect(again.added).toMatchObject({ changeId: null, documentId, storedCount: 1 });
    expect((await call.documents.get({ id: documentId })).versionCount).toBe(2);
  });

  it('takes everything of one drop back with one undo', async () => {
    const { add, file, call } = await openForPapers();
    const { added } = await add(
      [file('1.jpg', await scans.picture('jpeg', 1)), file('2.jpg', await scans.picture('jpeg', 2))],
      {
        kind: 'id_card',
      },
    );
    await call.history.undo();
    expect((await call.documents.list({})).rows).toEqual([]);
    await call.history.redo();
    expect(await call.documents.get({ id: added.documentId! })).toMatchObject({ versionCount: 2 });
  });
});

describe('bad files', () => {
  const handmade =
    (name: string, bytes: () => Promise<Buffer | string> | Buffer | string) => async (folder: string) =>
      scans.fileIn(folder, name, await bytes());
  const truncatedPng = handmade('没传完.png', async () => (await scans.picture('png')).subarray(0, 900));
  const zip = handmade('包.pdf', () => Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'));

  it.each<[what: string, make: (folder: string) => Promise<string> | string, code: string, data?: object]>([
    ['an empty file', bad.emptyScan, 'FILE_EMPTY'],
    ['text named .pdf', bad.textNamedPdf, 'FILE_TYPE_UNSUPPORTED', { found: 'TXT' }],
    ['a HEIC that was cut off, named .jpg', bad.heicNamedJpg, 'FILE_DAMAGED'],
    [
      'a GIF named .png',
      handmade('图.png', () => scans.picture('gif')),
      'FILE_TYPE_UNSUPPORTED',
      { found: 'GIF' },
    ],
    ['a ZIP named .pdf', zip, 'FILE_TYPE_UNSUPPORTED', { found: 'ZIP' }],
    [
      'bytes of no kind',
      handmade('a.png', () => Buffer.from([0, 1, 2, 255])),
      'FILE_TYPE_UNSUPPORTED',
      { found: '' },
    ],
    ['a JPEG that was cut off', bad.truncatedJpg, 'FILE_DAMAGED'],
    ['a PNG that was cut off', truncatedPng, 'FILE_DAMAGED'],
    ['a PDF that was cut off', bad.truncatedPdf, 'FILE_DAMAGED'],
    ['a PDF with nothing in it', handmade('空壳.pdf', () => '%PDF-1.4\nnothing\n%%EOF\n'), 'FILE_DAMAGED'],
    ['an encrypted PDF', bad.encryptedPdf, 'FILE_ENCRYPTED'],
    [
      'a picture of too many pixels',
      handmade('巨图.png', () => scans.hugePicture()),
      'TOO_MANY_PIXELS',
      { widthPx: 60_000, heightPx: 60_000 },
    ],
    [
      'a file over the limit',
      bad.hugeScan,
      'FILE_TOO_LARGE',
      { sizeBytes: bad.HUGE_SCAN_BYTES, limitBytes: fileLimitBytes },
    ],
  ])('%s is refused by name and leaves nothing', async (_, make, code, data = {}) => {
    const { add, folder, nothingKept } = await openForPapers();
    const scan = await make(folder);
    const name = path.basename(scan);
    const { added, refused } = await add([scan]);
    expect(refused).toMatchObject([{ name, code, data: { name, ...data } }]);
    expect(added).toEqual({
      kind: 'added',
      changeId: null,
      documentId: null,
      storedCount: 0,
      refusedCount: 1,
    });
    await nothingKept();
  });

  it('names a file that is gone, a folder, and a token that nobody was given', async () => {
    const { call, clientId, backend, folder, nothingKept } = await openForPapers();
    const files = [
      { token: backend.tokens.grant(path.join(folder, '不在.png')) },
      { token: backend.tokens.grant(folder) },
      { token: 'guessed' },
    ];
    const steps = await allOf(await call.documents.add({ clientId, kind: 'other', files }));
    const refused = steps.filter((step) => step.kind === 'refused');
    expect(refused.map(({ name, code }) => [name, code])).toEqual([
      ['不在.png', 'FILE_UNREADABLE'],
      [path.basename(folder), 'FILE_UNREADABLE'],
      ['', 'FILE_TOKEN_UNKNOWN'],
    ]);
    // Where a file lay is nobody's business outside the backend.
    expect(JSON.stringify(refused)).not.toContain(path.dirname(folder));
    await nothingKept();
  });

  it('keeps the good ones of a drop with bad ones', async () => {
    const { add, file, call } = await openForPapers();
    const drop = [
      file('1.png', await scans.picture('png', 1)),
      file('坏.pdf', 'text'),
      file('2.png', await scans.picture('png', 2)),
    ];
    const { added, refused, steps } = await add(drop, { kind: 'lease' });
    expect(added).toMatchObject({ storedCount: 2, refusedCount: 1 });
    expect(refused).toMatchObject([{ name: '坏.pdf' }]);
    expect(
      steps.filter((step) => step.kind === 'storing').map(({ fileNo, fileCount }) => [fileNo, fileCount]),
    ).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect((await call.documents.get({ id: added.documentId! })).versionCount).toBe(2);
  });

  it('keeps nothing when the caller gives up or walks away', async () => {
    const { add, file, nothingKept, call, clientId, backend } = await openForPapers();
    const drop = [file('1.png', await scans.picture('png', 1)), file('2.png', await scans.picture('png', 2))];
    const stop = new AbortController();
    const token = () => ({ token: backend.tokens.grant(drop[0]!) });
    const stream = await call.documents.add(
      { clientId, kind: 'lease', files: [token(), token()] },
      { signal: stop.signal },
    );
    await stream.next();
    await stream.next();
    stop.abort();
    expect(await codeOf(allOf(stream))).toBe('CANCELLED');
    await nothingKept();
    const walkedAway = await call.documents.add({ clientId, kind: 'lease', files: [token(), token()] });
    await walkedAway.next();
    await walkedAway.next();
    await walkedAway.return(undefined);
    await nothingKept();
    expect((await add(drop)).added.storedCount).toBe(2);
  });

  it('keeps no file when the rows can not be written', async () => {
    const { add, file, backend, nothingKept } = await openForPapers();
    backend.changes.addDerivation((touched) => {
      if (touched.some(({ table }) => table === 'document_versions')) throw new Error('no room');
    });
    expect(await codeOf(add([file('1.png', await scans.picture('png', 1))]))).toBe('INTERNAL_SERVER_ERROR');
    await nothingKept();
  });
});

describe('saving', () => {
  it('writes the changed fields, and refuses what somebody else has changed meanwhile', async () => {
    const { add, file, call } = await openForPapers();
    const { added } = await add([file('1.png', await scans.picture('png', 1))]);
    const id = added.documentId!;
    const ends = '2029-12-31' as CalendarDate;
    await call.documents.update({
      id,
      base: { validUntil: null, number: null },
      changes: { validUntil: ends, number: 'A-1' },
    });
    expect(await call.documents.get({ id })).toMatchObject({ validUntil: ends, number: 'A-1' });
    const stale = call.documents.update({
      id,
      base: { validUntil: null },
      changes: { validUntil: 'forever' },
    });
    await expect(stale).rejects.toMatchObject({
      code: 'STALE',
      data: { field: 'validUntil', expected: null, found: ends },
    });
    expect(await call.documents.get({ id })).toMatchObject({ validUntil: ends });
    await call.documents.update({ id, base: { validUntil: ends }, changes: { validUntil: 'forever' } });
    expect(await call.documents.get({ id })).toMatchObject({ validUntil: 'forever' });
    const change = { id, base: {}, changes: { contactId: 'nobody' } };
    expect(await codeOf(call.documents.update(change))).toBe('NOT_FOUND');
  });
});
