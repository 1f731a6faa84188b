import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { watchReading } from '#backend/documents/reading/watch.ts';
import { closeReader } from '#backend/documents/reading/reader.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { openTestBackend } from '#test/support/backend.ts';
import { fakeEngine } from '#test/support/fake-engine.ts';
import type { EngineDeed } from '#test/support/fake-engine.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { hitsOf, ids } from '#test/support/file-texts.ts';
import { pageLines } from '#test/support/page-lines.ts';
import * as pages from '#test/support/read-pages.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

/** Calls keep the moments from being quiet, so it is not asked all the time. */
const patience = { timeout: 40_000, interval: 400 };
const licence = pageLines(pages.licencePage);

/** A firm whose pages are read as the deeds say, with a client and a way to add papers to it. */
async function openForReading(deeds: readonly EngineDeed[], dataFolder = temporaryFolder()) {
  const engine = fakeEngine(deeds);
  const test = openTestBackend(dataFolder, undefined, { startEngine: engine.start });
  const { backend, call } = test;
  onTestFinished(() => closeReader(backend));
  const { id: clientId } = await call.clients.create({
    name: '示例青禾（云汀）餐饮管理有限公司',
    entityType: 'company',
    creditCode: pages.sampleCode,
    legalRepresentative: '示例丙',
  });
  const folder = temporaryFolder();
  async function add(kind: DocumentKind, name: string, bytes: Uint8Array) {
    const token = backend.tokens.grant(scans.fileIn(folder, name, bytes));
    const steps = await allOf(await call.documents.add({ clientId, kind, files: [{ token }] }));
    const last = steps.at(-1);
    if (last?.kind !== 'added' || last.documentId === null) throw new Error('not added');
    const { current } = await call.documents.get({ id: last.documentId });
    return { documentId: last.documentId, versionId: current[0]!.id };
  }
  const read = async (versionId: string) => {
    const reading = await call.reading.ofVersion({ versionId, now: true });
    if (reading.state !== 'read') throw new Error(reading.state);
    return reading;
  };
  return { ...test, ...engine, clientId, add, read };
}

describe('the reading of a paper', () => {
  it('gives the values with places and how far they agree with what is known, and makes the words findable', async () => {
    const test = await openForReading([licence]);
    const { documentId, versionId } = await test.add(
      'business_licence',
      '执照.png',
      await scans.picture('png'),
    );
    expect(await test.call.reading.ofVersion({ versionId })).toEqual({ state: 'waiting' });
    const { fields, pages: read } = await test.read(versionId);
    expect(read).toMatchObject([{ pageNo: 1, turn: 0, guess: { kind: 'business_licence' }, fault: null }]);
    const byName = new Map(fields.map((field) => [field.field, field]));
    expect(byName.get('credit_code')).toMatchObject({
      value: pages.sampleCode,
      pageNo: 1,
      agreement: { state: 'agrees', known: [{ source: 'record', value: pages.sampleCode }] },
      target: { kind: 'stated', field: 'credit_code' },
    });
    expect(byName.get('legal_representative')?.agreement).toMatchObject({
      state: 'differs',
      known: [{ source: 'record', value: '示例丙' }],
    });
    expect(byName.get('valid_until')).toMatchObject({ value: 'forever', agreement: { state: 'new' } });
    expect(byName.get('business_scope')?.target).toBeNull();
    expect(ids(await hitsOf(test)('外卖递送'))).toEqual([documentId]);
    expect((await test.call.documents.text({ id: documentId })).files).toMatchObject([
      { text: { state: 'read', isWhole: true } },
    ]);
    // Asked again it is not read again.
    await test.read(versionId);
    expect(test.seen.pages).toHaveLength(1);
  });

  it('puts boxes of a page that was turned where they stand on the page as it is kept', async () => {
    const turned = { turn: 90, widthPx: 1000, heightPx: 2000, lines: pageLines(pages.cardBack) } as const;
    const test = await openForReading([turned]);
    const { versionId } = await test.add('id_card', '身份证.png', await scans.picture('png'));
    const { fields, pages: read } = await test.read(versionId);
    expect(read).toMatchObject([{ turn: 90, widthPx: 2000, heightPx: 1000 }]);
    const issuer = fields.find(({ field }) => field === 'issuer')!;
    const [left, , , below] = issuer.box;
    expect([left, below]).toEqual([
      [483, 570],
      [517, 570],
    ]);
  });

  it('confirms chosen values in one change that is undone as one', async () => {
    const { call, add, read } = await openForReading([licence]);
    const { documentId, versionId } = await add('business_licence', '执照.png', await scans.picture('png'));
    await read(versionId);
    const { changeId } = await call.reading.confirm({
      documentId,
      values: [
        { field: 'legal_representative', value: '示例甲' },
        { field: 'credit_code', value: pages.sampleCode },
        { field: 'valid_until', value: 'forever' },
        { field: 'issued_on', value: '2024-06-18' },
      ],
    });
    expect(await call.documents.get({ id: documentId })).toMatchObject({
      number: pages.sampleCode,
      stated: { legal_representative: '示例甲', credit_code: pages.sampleCode },
      validUntil: 'forever',
      issuedOn: '2024-06-18',
    });
    await call.history.undo({ changeId: changeId! });
    expect(await call.documents.get({ id: documentId })).toMatchObject({
      number: null,
      stated: {},
      validUntil: null,
      issuedOn: null,
    });
    await expect(
      call.reading.confirm({ documentId, values: [{ field: 'business_scope', value: '餐饮服务' }] }),
    ).rejects.toMatchObject({ code: 'FIELD_UNKNOWN' });
    await expect(
      call.reading.confirm({ documentId, values: [{ field: 'issued_on', value: '2024-02-30' }] }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('confirms all that agrees at once, and nothing else', async () => {
    const { call, add, read } = await openForReading([licence]);
    const { documentId, versionId } = await add('business_licence', '执照.png', await scans.picture('png'));
    await read(versionId);
    const { fields } = await call.reading.confirmAgreeing({ documentId });
    expect(fields).toEqual(['credit_code', 'subject_name']);
    expect(await call.documents.get({ id: documentId })).toMatchObject({
      stated: { credit_code: pages.sampleCode, subject_name: '示例青禾（云汀）餐饮管理有限公司' },
      validUntil: null,
    });
    expect(await call.reading.confirmAgreeing({ documentId })).toEqual({ changeId: null, fields: [] });
  });

  it('goes on after a page that takes the reader down, and does not try that page for ever', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    const { add, read, seen } = await openForReading(['ends', licence]);
    const { versionId } = await add('business_licence', '执照.pdf', scans.pdf(2));
    const { pages: read1, fields } = await read(versionId);
    expect(read1).toMatchObject([{ fault: 'unfinished', lines: [] }, { fault: null }]);
    expect(fields.find(({ field }) => field === 'credit_code')).toMatchObject({ pageNo: 2 });
    await read(versionId);
    expect(seen.pages).toHaveLength(2);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('the reading in the background', () => {
  const soon = { afterStartMs: 5, settleMs: 5 };

  it('reads what is there and what comes, and tells how far it is', async () => {
    const { backend, call, add } = await openForReading([licence]);
    const stop = new AbortController();
    const states: { waiting: number; done: number }[] = [];
    const watching = (async () => {
      for await (const state of await call.reading.watch(undefined, { signal: stop.signal }))
        states.push(state);
    })();
    await add('business_licence', '甲.png', await scans.picture('png', 1));
    onTestFinished(watchReading(backend, soon));
    await vi.waitFor(
      () => expect(states).toContainEqual(expect.objectContaining({ waiting: 0, done: 1 })),
      patience,
    );
    await add('business_licence', '乙.png', await scans.picture('png', 2));
    await vi.waitFor(
      () => expect(states).toContainEqual(expect.objectContaining({ waiting: 0, done: 2 })),
      patience,
    );
    stop.abort();
    await watching;
  });

  it('reads what lies in the tray first, and whose and what it is follows from that', async () => {
    const test = await openForReading([licence, []]);
    await test.add('business_licence', '旧.png', await scans.picture('png', 2));
    const folder = temporaryFolder();
    const token = test.backend.tokens.grant(scans.fileIn(folder, 'IMG_1.png', await scans.picture('png', 3)));
    await allOf(await test.call.intake.take({ tokens: [token], cameBy: 'dropped' }));
    onTestFinished(watchReading(test.backend, { afterStartMs: 0, settleMs: 0 }));
    await vi.waitFor(async () => {
      const { papers } = await test.call.intake.get();
      expect(papers).toMatchObject([
        {
          clientGuesses: [{ clientId: test.clientId, sign: 'code' }],
          kindGuess: { kind: 'business_licence' },
        },
      ]);
    }, patience);
  });

  it('tells the pages of a stack that are read before its end, and a heading wins over the file’s name', async () => {
    const test = await openForReading([pageLines(pages.cardFront), 'hangs']);
    const { backend, call } = test;
    const stack = scans.fileIn(temporaryFolder(), '基本户信息.heic', scans.twoPictures());
    const token = backend.tokens.grant(stack);
    await allOf(await call.intake.take({ tokens: [token], cameBy: 'dropped' }));
    const before = await call.intake.get();
    expect(before.pages.map(({ isUnread }) => isUnread)).toEqual([true, true]);
    const byName = { kind: 'account_proof', sign: 'file_name' };
    expect(before.papers).toMatchObject([{ kindGuess: { ...byName, share: 0.85 } }]);
    await call.intake.arrange({ move: { kind: 'cut', pageId: before.pages[1]?.id ?? '' } });
    const unsure = { kindGuess: { ...byName, share: 0.6 } };
    expect((await call.intake.get()).papers).toMatchObject([unsure, unsure]);
    onTestFinished(watchReading(backend, { afterStartMs: 0, settleMs: 0 }));
    await vi.waitFor(async () => {
      const { pages: rows, papers } = await call.intake.get();
      expect(rows.map(({ isUnread }) => isUnread)).toEqual([false, true]);
      const heading = { kind: 'id_card', sign: 'heading', nameSays: 'account_proof' };
      expect(papers).toMatchObject([{ kind: null, kindGuess: heading }, unsure]);
    }, patience);
  });

  it('stops while it is paused, with the page that is being read, and goes on from there', async () => {
    const { backend, call, add, seen } = await openForReading(['hangs', licence]);
    await add('business_licence', '甲.png', await scans.picture('png', 1));
    onTestFinished(watchReading(backend, soon));
    await vi.waitFor(() => expect(seen.pages).toHaveLength(1), patience);
    expect(await call.reading.pause({ isPaused: true })).toMatchObject({ isPaused: true, waiting: 1 });
    await vi.waitFor(() => expect(seen.ended).toBe(1), patience);
    expect(await call.reading.pause({ isPaused: false })).toMatchObject({ isPaused: false });
    await vi.waitFor(
      async () =>
        expect(await call.reading.pause({ isPaused: false })).toMatchObject({ waiting: 0, done: 1 }),
      patience,
    );
  });

  it('goes on after a restart with what was left', async () => {
    const dataFolder = temporaryFolder();
    const first = await openForReading(['hangs'], dataFolder);
    await first.add('business_licence', '甲.png', await scans.picture('png', 1));
    const end = watchReading(first.backend, soon);
    await vi.waitFor(() => expect(first.seen.pages).toHaveLength(1), patience);
    end();
    first.backend.close();
    const engine = fakeEngine([licence]);
    const again = openTestBackend(dataFolder, undefined, { startEngine: engine.start });
    onTestFinished(watchReading(again.backend, soon));
    await vi.waitFor(() => expect(engine.seen.pages).toHaveLength(1), patience);
  });
});
