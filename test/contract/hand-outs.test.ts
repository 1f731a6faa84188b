import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { resultOf } from '#shared/contract/work.ts';
import { sampleNowMs } from '#test/support/backend.ts';
import { faultySync } from '#test/support/faulty-sync.ts';
import { codeOf, openForPapers } from '#test/support/paper-drop.ts';
import * as scans from '#test/support/scans.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { allOf } from '#test/support/streams.ts';

const review = { recipient: '示例平台审核', purpose: '小程序认证' };

async function openWithPaper() {
  const opened = await openForPapers();
  const bytes = await scans.picture('png', 7);
  const { added } = await opened.add([opened.file('示例执照.png', bytes)]);
  const paper = await opened.call.documents.get({ id: added.documentId ?? '' });
  const version = paper.current[0];
  if (version === undefined) throw new Error('no version');
  const out = path.join(opened.folder, 'out');
  fs.mkdirSync(out);
  const target = (name: string) => opened.backend.tokens.grant(path.join(out, name));
  const entries = async () => (await opened.call.handOuts.list({})).rows;
  return { ...opened, bytes, paper, version, out, target, entries };
}

describe('a copy of a paper', () => {
  it('is the original unaltered, and entered with its hash, for whom and why', async () => {
    const { call, bytes, paper, version, out, target, entries } = await openWithPaper();
    const written = await call.handOuts.copy({
      versionId: version.id,
      target: target('给平台.png'),
      ...review,
    });
    expect(fs.readFileSync(path.join(out, '给平台.png'))).toEqual(bytes);
    expect(fs.readdirSync(out)).toEqual(['给平台.png']);
    expect(written).toMatchObject({
      name: '给平台.png',
      sha256: scans.sha256Of(bytes),
      sizeBytes: bytes.length,
    });
    expect(await entries()).toMatchObject([
      {
        ...{ id: written.entryId, way: 'file', documentId: paper.id, clientId: paper.clientId, ...review },
        ...{ originalSha256: version.sha256, copySha256: scans.sha256Of(bytes), copyName: '给平台.png' },
        ...{ folderName: 'out', handedAtMs: sampleNowMs, outcome: null },
      },
    ]);
  });

  it('stays entered whatever is undone, and Undo means what was done before', async () => {
    const { call, version, target, entries } = await openWithPaper();
    const { clientId } = (await call.documents.list({})).rows[0] ?? { clientId: '' };
    const { id } = await call.notes.add({ clientId, text: '示例' });
    await call.handOuts.copy({ versionId: version.id, target: target('a.png'), ...review });
    await resultOf(call.history.undoing({}));
    expect((await call.notes.list({ clientId })).rows).toEqual([]);
    expect(await entries()).toHaveLength(1);
    await call.handOuts.copy({ versionId: version.id, target: target('b.png'), ...review });
    await resultOf(call.history.redoing());
    expect((await call.notes.list({ clientId })).rows.map((row) => row.id)).toEqual([id]);
    expect(await entries()).toHaveLength(2);
  });

  it('outlives its paper and its client in the register', async () => {
    const { call, clientId, paper, version, target, entries } = await openWithPaper();
    await call.handOuts.copy({ versionId: version.id, target: target('a.png'), ...review });
    await call.documents.trash({ id: paper.id });
    await call.clients.trash({ id: clientId });
    expect(await entries()).toMatchObject([{ documentId: paper.id, clientName: '示例青禾商贸有限公司' }]);
  });

  it('is refused whole: nothing is left and nothing entered', async () => {
    const { backend, call, version, out, entries, vaultFolder, target } = await openWithPaper();
    const asked = { versionId: version.id, ...review };
    expect(await codeOf(call.handOuts.copy({ ...asked, target: 'nobody' }))).toBe('FILE_TOKEN_UNKNOWN');
    const read = backend.tokens.grant(path.join(out, 'a.png'), 'read-only', 'read');
    expect(await codeOf(call.handOuts.copy({ ...asked, target: read }))).toBe('FILE_TOKEN_UNKNOWN');
    const nowhere = backend.tokens.grant(path.join(out, 'nowhere', 'a.png'));
    expect(await codeOf(call.handOuts.copy({ ...asked, target: nowhere }))).toBe('NOT_WRITABLE');
    expect(await codeOf(call.handOuts.copy({ ...asked, versionId: 'none', target: target('a.png') }))).toBe(
      'NOT_FOUND',
    );
    expect(
      await codeOf(call.handOuts.copy({ ...asked, target: target('a.png'), applicationId: 'none' })),
    ).toBe('NOT_FOUND');
    expect(await codeOf(call.handOuts.copy({ ...asked, purpose: ' ', target: target('a.png') }))).toBe(
      'BAD_REQUEST',
    );
    const kept = path.join(vaultFolder, version.sha256.slice(0, 2), version.sha256);
    fs.appendFileSync(kept, 'altered');
    expect(await codeOf(call.handOuts.copy({ ...asked, target: target('a.png') }))).toBe('FILE_DAMAGED');
    expect(fs.readdirSync(out)).toEqual([]);
    expect(await entries()).toEqual([]);
  });

  it('that can’t be put in its place is said not to have been handed out', async () => {
    const { call, version, out, target, entries } = await openWithPaper();
    fs.mkdirSync(path.join(out, 'taken.png', 'inside'), { recursive: true });
    const failed = call.handOuts.copy({ versionId: version.id, target: target('taken.png'), ...review });
    expect(await codeOf(failed)).toBe('NOT_WRITABLE');
    expect(await entries()).toMatchObject([{ outcome: 'not_written' }]);
    expect(fs.readdirSync(out)).toEqual(['taken.png']);
  });

  it('that is in its place is entered as given, though the disk fails behind it', async () => {
    const { call, version, bytes, out, target, entries } = await openWithPaper();
    await faultySync(out);
    await call.handOuts.copy({ versionId: version.id, target: target('执照.png'), ...review });
    expect(fs.readFileSync(path.join(out, '执照.png'))).toEqual(Buffer.from(bytes));
    expect(fs.readdirSync(out)).toEqual(['执照.png']);
    expect(await entries()).toMatchObject([{ copyName: '执照.png', outcome: null }]);
  });

  it('on a full disk leaves nothing', async (context) => {
    const disk = smallDisk(64 * 1024);
    if (disk === null) return context.skip('no right to mount a small disk');
    const { backend, call, add, file, entries } = await openWithPaper();
    const large = Buffer.concat([await scans.picture('jpeg', 3), Buffer.alloc(300_000, 1)]);
    const { added } = await add([file('大.jpg', large)]);
    const [version] = (await call.documents.get({ id: added.documentId ?? '' })).current;
    const target = backend.tokens.grant(path.join(disk, 'a.jpg'));
    const failed = call.handOuts.copy({ versionId: version?.id ?? '', target, ...review });
    expect(await codeOf(failed)).toBe('DISK_FULL');
    expect(fs.readdirSync(disk)).toEqual([]);
    expect(await entries()).toEqual([]);
  });
});

describe('a copy on paper', () => {
  it('is entered before it is printed; a cancelled one is said not to have come about', async () => {
    const { call, version, entries } = await openWithPaper();
    const { entryId: id, job } = await call.handOuts.print({ versionId: version.id, ...review });
    expect(await entries()).toMatchObject([{ id, way: 'print', copyName: '示例执照.png', outcome: null }]);
    await call.handOuts.notWritten({ job });
    expect(await entries()).toMatchObject([{ id, outcome: 'not_written' }]);
    const said = call.handOuts.note({ id, base: {}, changes: { outcome: 'returned' } });
    expect(await codeOf(said)).toBe('ACTION_NOT_ALLOWED');
  });

  it('is said not to have come about by who prints it alone, and nothing else is', async () => {
    const { call, version, target, entries } = await openWithPaper();
    const asked = { versionId: version.id, ...review };
    const copy = await call.handOuts.copy({ ...asked, target: target('执照.png') });
    const { entryId, job } = await call.handOuts.print(asked);
    for (const id of [copy.entryId, entryId])
      expect(await codeOf(call.handOuts.notWritten({ job: id }))).toBe('NOT_FOUND');
    expect((await entries()).map(({ outcome }) => outcome)).toEqual([null, null]);
    await call.handOuts.notWritten({ job });
    expect(await codeOf(call.handOuts.notWritten({ job }))).toBe('NOT_FOUND');
    expect((await entries()).filter(({ outcome }) => outcome === null)).toMatchObject([{ id: copy.entryId }]);
  });
});

describe('what became of a copy', () => {
  it('is said later, can be taken back, and is not written over unseen', async () => {
    const { call, version, entries } = await openWithPaper();
    const { entryId: id } = await call.handOuts.print({ versionId: version.id, ...review });
    const changes = {
      outcome: 'returned',
      outcomeOn: '2026-09-30' as CalendarDate,
      remark: '当面交回',
    } as const;
    await call.handOuts.note({ id, base: { outcome: null, outcomeOn: null, remark: null }, changes });
    expect(await entries()).toMatchObject([{ id, ...changes }]);
    const stale = call.handOuts.note({ id, base: { outcome: null }, changes: { outcome: 'destroyed' } });
    expect(await codeOf(stale)).toBe('STALE');
    await resultOf(call.history.undoing({}));
    expect(await entries()).toMatchObject([{ id, outcome: null, outcomeOn: null, remark: null }]);
  });
});

describe('the register', () => {
  it('is found by text, paper and recipient, in pages that meet, and offers what was written', async () => {
    const { call, clientId, paper, version, entries } = await openWithPaper();
    const many = [
      review,
      { recipient: '示例银行', purpose: '开户' },
      review,
      { recipient: '示例客户', purpose: '留存' },
    ];
    for (const each of many) await call.handOuts.print({ versionId: version.id, ...each });
    const all = (await entries()).map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = null, page = 0; page < 3; page++) {
      const { rows, nextCursor, total } = await call.handOuts.list({ after, limit: 2 });
      expect(total).toBe(4);
      seen.push(...rows.map(({ id }) => id));
      after = nextCursor;
      if (after === null) break;
    }
    expect(seen).toEqual(all);
    const found = async (filter: NonNullable<Parameters<typeof call.handOuts.list>[0]>['filter']) =>
      (await call.handOuts.list({ filter })).total;
    expect(await found({ text: '银行' })).toBe(1);
    expect(await found({ text: '青禾' })).toBe(4);
    expect(await found({ text: '%' })).toBe(0);
    expect(await found({ recipient: review.recipient })).toBe(2);
    expect(await found({ documentId: paper.id, clientId })).toBe(4);
    expect(await found({ documentId: 'none' })).toBe(0);
    const { recipients, purposes } = await call.handOuts.suggestions({ clientId });
    expect([...recipients].sort()).toEqual(['示例客户', '示例平台审核', '示例银行'].sort());
    expect(purposes).toContain('开户');
  });

  it('goes out as a list', async () => {
    const { backend, call, version, out } = await openWithPaper();
    await call.handOuts.print({ versionId: version.id, ...review });
    const target = backend.tokens.grant(path.join(out, '登记.csv'));
    const written = await resultOf(call.exports.handOuts({ target, format: 'csv', language: 'zh-CN' }));
    expect(written).toMatchObject({ rowCount: 1 });
    const text = fs.readFileSync(path.join(out, '登记.csv'), 'utf8');
    expect(text).toContain('示例平台审核');
    expect(text).toContain(version.sha256);
  });
});

describe('the folder of a submission', () => {
  async function openCase() {
    const opened = await openWithPaper();
    const { call, clientId } = opened;
    const account = { platform: 'wechat', kind: 'mini_program', name: '示例商城' } as const;
    const { id: accountId } = await call.accounts.create({ clientId, account });
    const { id: applicationId } = await call.applications.create({ accountId, kind: 'first_certification' });
    return { ...opened, applicationId };
  }

  it('holds the papers of the checklist by number and name, names what lacks, and enters each', async () => {
    const { call, applicationId, out, target, entries, version } = await openCase();
    const plan = await call.handOuts.submission({ applicationId, language: 'zh-CN' });
    expect(plan.files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^\d\d 营业执照 示例青禾商贸\.png$/u),
    ]);
    expect(plan.missing.length).toBeGreaterThan(0);
    expect(plan.missing.every(({ reason }) => reason === 'not_there')).toBe(true);
    const asked = { applicationId, target: target('提交'), ...review, language: 'zh-CN' } as const;
    const steps = await allOf(await call.handOuts.writeSubmission(asked));
    expect(steps[0]).toMatchObject({ kind: 'working', total: 1 });
    expect(steps.at(-1)).toMatchObject({
      kind: 'done',
      result: { name: '提交', fileCount: 1, missing: plan.missing },
    });
    const name = plan.files[0]?.name ?? '';
    expect(fs.readdirSync(out)).toEqual(['提交']);
    expect(fs.readdirSync(path.join(out, '提交')).sort()).toEqual(['00 清单.txt', name].sort());
    const index = fs.readFileSync(path.join(out, '提交', '00 清单.txt'), 'utf8');
    expect(index).toContain(name);
    expect(index).toContain(`还缺 ${plan.missing.length} 项`);
    expect(await entries()).toMatchObject([
      { way: 'submission', applicationId, copyName: name, folderName: '提交', ...review },
    ]);
    expect((await entries())[0]?.originalSha256).toBe(version.sha256);
  });

  it('holds no paper that has run out, and says so', async () => {
    const { call, applicationId, paper, target } = await openCase();
    const until = async (validUntil: CalendarDate) => {
      const { validUntil: seen } = await call.documents.get({ id: paper.id });
      await call.documents.update({ id: paper.id, base: { validUntil: seen }, changes: { validUntil } });
      return call.handOuts.submission({ applicationId });
    };
    const [last] = (await until('2026-09-22' as CalendarDate)).files;
    expect(last).toMatchObject({ documentId: paper.id });
    const { files, missing, leftOut } = await until('2026-09-21' as CalendarDate);
    expect(files).toEqual([]);
    // It is told once: the line is missing because of it.
    expect(leftOut).toEqual([]);
    expect(missing).toContainEqual(expect.objectContaining({ lineNo: last?.lineNo, reason: 'expired' }));
    const asked = { applicationId, target: target('过期'), ...review };
    expect(await codeOf(resultOf(call.handOuts.writeSubmission(asked)))).toBe('NOTHING_TO_HAND_OUT');
  });

  it('names a paper that has run out beside a good one on its line', async () => {
    const { call, add, file, applicationId, paper } = await openCase();
    const { added } = await add([file('旧执照.png', await scans.picture('png', 8))]);
    const id = added.documentId ?? '';
    const { items } = await call.applications.get({ id: applicationId });
    const item = items.find(({ documents }) => documents.some((one) => one.id === paper.id));
    await call.applications.attach({ itemId: item?.id ?? '', documentId: id });
    const changes = { validUntil: '2026-09-01' as CalendarDate };
    await call.documents.update({ id, base: { validUntil: null }, changes });
    const { files, leftOut } = await call.handOuts.submission({ applicationId });
    expect(files.map(({ documentId }) => documentId)).toEqual([paper.id]);
    expect(leftOut).toMatchObject([{ lineNo: files[0]?.lineNo, validUntil: '2026-09-01' }]);
  });

  it('that is in its place is entered as given, though the disk fails behind it', async () => {
    const { call, applicationId, out, target, entries } = await openCase();
    await faultySync(out);
    const asked = { applicationId, target: target('提交'), ...review };
    expect(await resultOf(call.handOuts.writeSubmission(asked))).toMatchObject({ fileCount: 1 });
    expect(fs.readdirSync(out)).toEqual(['提交']);
    expect(await entries()).toMatchObject([{ way: 'submission', outcome: null }]);
  });

  it('is there as a whole or not at all', async () => {
    const { call, applicationId, out, target, entries, vaultFolder, version } = await openCase();
    fs.mkdirSync(path.join(out, '有'));
    fs.writeFileSync(path.join(out, '有', 'x'), '');
    const asked = { applicationId, ...review };
    expect(await codeOf(resultOf(call.handOuts.writeSubmission({ ...asked, target: target('有') })))).toBe(
      'FOLDER_TAKEN',
    );
    const stop = new AbortController();
    const steps = await call.handOuts.writeSubmission(
      { ...asked, target: target('停') },
      { signal: stop.signal },
    );
    const given = (async () => {
      for await (const step of steps) if (step.kind === 'working') stop.abort();
    })();
    await expect(given).rejects.toBeDefined();
    fs.rmSync(path.join(vaultFolder, version.sha256.slice(0, 2), version.sha256));
    expect((await call.handOuts.submission({ applicationId })).missing).toContainEqual(
      expect.objectContaining({ reason: 'file_lost' }),
    );
    expect(await codeOf(resultOf(call.handOuts.writeSubmission({ ...asked, target: target('空') })))).toBe(
      'NOTHING_TO_HAND_OUT',
    );
    expect(fs.readdirSync(out)).toEqual(['有']);
    expect(await entries()).toEqual([]);
  });
});
