import sharp from 'sharp';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { PagePixels } from '#shared/domain/page-pixels.ts';
import { isAboutFile } from '#shared/domain/pre-check-pictures.ts';
import { watchQuality } from '#backend/documents/quality/watch.ts';
import { drawnPage, onGround, painted } from '#test/support/drawn-pixels.ts';
import { openForPapers } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { openTray } from '#test/support/tray.ts';

const encoded = ({ data, widthPx, heightPx }: PagePixels): Promise<Buffer> =>
  sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toBuffer();

const clean = drawnPage({ widthPx: 1500, heightPx: 1050, paper: [242, 226, 186] });
/** A lamp lies on it; it is photographed on a table. */
const glared = onGround(
  painted(clean, { x: 420, y: 300, width: 400, height: 300 }, () => [255, 255, 255]),
  80,
);

describe('the pre-check of an application', () => {
  async function withApplication() {
    const opened = await openForPapers();
    const { call, clientId } = opened;
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例青禾' } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    const { id } = await call.applications.create({ accountId, kind: 'first_certification' });
    const itemFor = async (kind: DocumentKind) =>
      (await call.applications.get({ id })).items.find((item) => item.requirement.accepts.includes(kind))!;
    const found = async () =>
      (await call.applications.preCheck({ id })).findings.filter(({ check }) => isAboutFile(check));
    const put = async (bytes: Buffer) => {
      const item = await itemFor('business_licence');
      const { added } = await opened.add([opened.file('执照.png', bytes)], {
        itemId: item.id,
        validUntil: 'forever',
      });
      const { current } = await call.documents.get({ id: added.documentId! });
      return { documentId: added.documentId!, versionId: current[0]!.id, item };
    };
    return { ...opened, applicationId: id, found, put };
  }

  it('says what is wrong with the picture of a paper, and where, once it was measured, and nothing before', async () => {
    const { call, put, found, add, file } = await withApplication();
    const { documentId, versionId, item } = await put(await encoded(glared));
    expect(await found()).toEqual([]);
    await call.quality.ofVersion({ versionId, now: true });
    const seen = await found();
    expect(seen.map(({ check, level }) => [check, level])).toEqual([
      ['picture_glare', 'warning'],
      ['seal_missing', 'warning'],
    ]);
    expect(seen[0]).toMatchObject({
      found: '1',
      reasonCode: 'document_unclear',
      source: ['OWN'],
      place: {
        ...{ at: 'item', documentId, requirementId: item.requirement.requirementId },
        page: { part: 'whole', no: 1 },
      },
    });
    // Another picture of the same paper has its own word.
    await add([file('执照 2.png', await encoded(clean))], { documentId });
    expect(await found()).toEqual([]);
    const { current } = await call.documents.get({ id: documentId });
    await call.quality.ofVersion({ versionId: current[0]!.id, now: true });
    expect((await found()).map(({ check }) => check)).toEqual(['seal_missing']);
  });

  it('keeps what it said at the moment of handing in, whatever is measured afterwards', async () => {
    const { call, applicationId, put } = await withApplication();
    const { versionId } = await put(await encoded(glared));
    await call.applications.step({ id: applicationId, step: { kind: 'submit' } });
    await call.quality.ofVersion({ versionId, now: true });
    const { judgements } = await call.applications.get({ id: applicationId });
    expect(judgements).toMatchObject([{ replays: true }]);
  });
});

describe('what lies in the intake tray', () => {
  it('is measured by itself, page by page, before what is filed', async () => {
    const { backend, call, take, file } = await openTray();
    await take(file('反光.png', await encoded(glared)), file('好.png', await encoded(clean)));
    expect((await call.intake.get()).pages.map(({ faults }) => faults)).toEqual([null, null]);
    onTestFinished(watchQuality(backend, { afterStartMs: 1, settleMs: 1 }));
    await vi.waitFor(
      async () => {
        const { pages } = await call.intake.get();
        expect(pages.map(({ faults }) => faults)).toEqual([['glare'], []]);
      },
      { timeout: 40_000, interval: 400 },
    );
    await take(file('小图.png', await scans.picture('png', 3)));
    await vi.waitFor(async () => expect((await call.intake.get()).pages[2]?.faults).toContain('small'), {
      timeout: 40_000,
      interval: 400,
    });
  });
});
