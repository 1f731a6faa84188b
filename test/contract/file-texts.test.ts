import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fileTextLimit } from '#shared/domain/file-text.ts';
import { hashPath } from '#backend/vault/layout.ts';
import { thumbnailsMade } from '#backend/documents/thumbnails.ts';
import type { Backend } from '#backend/backend.ts';
import { writeOrigin } from '#backend/db/derived-from.ts';
import { deriveAll } from '#backend/derivations.ts';
import { createTextReader } from '#backend/documents/texts/read-all.ts';
import { readText } from '#backend/documents/texts/read.ts';
import { watchFileTexts } from '#backend/documents/texts/watch.ts';
import { recomputeSearch } from '#backend/search/service.ts';
import * as bad from '#test/fixtures/bad/scans.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import type { TestBackend } from '#test/support/backend.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';

const contract = scans.pdfSaying([
  ['技术服务合同', '合同编号：HT-2026-0042', '甲方：示例青禾商贸有限公司'],
  ['Late fee: 0.05% per day', '第三条　逾期付款的，乙方应当按日万分', '之五计收违约'],
  ['金，最高不超过合同总额的百分之十。', '⻓沙市⻔店'],
]);

function open(dataFolder?: string) {
  const opened = openTestBackend(dataFolder);
  const { backend, call } = opened;
  const folder = temporaryFolder();
  const client = async (name = '示例青禾商贸有限公司') =>
    (await call.clients.create({ name, entityType: 'company' })).id;
  async function add(clientId: string, bytes: Uint8Array, documentId: string | null = null): Promise<string> {
    const token = backend.tokens.grant(scans.fileIn(folder, '合同.pdf', bytes));
    const steps = await allOf(
      await call.documents.add({ clientId, documentId, kind: 'other', files: [{ token }] }),
    );
    const last = steps.at(-1);
    if (last?.kind !== 'added' || last.documentId === null) throw new Error('not added');
    // The file is read by nothing else when something happens to it.
    await thumbnailsMade(backend);
    return last.documentId;
  }
  const reader = createTextReader(backend, new AbortController().signal);
  return { ...opened, add, client, folder, reader, hits: hitsOf(opened) };
}

const hitsOf =
  ({ call }: TestBackend) =>
  async (text: string) =>
    (await call.search.query({ text, kinds: ['document'] })).groups.flatMap(({ hits }) => hits);
const ids = (hits: readonly { readonly id: string }[]): string[] => hits.map(({ id }) => id);
const rowsOf = ({ backend }: TestBackend) =>
  backend.db
    .prepare<[], { fault: string | null; text: string }>('SELECT fault, text FROM file_texts ORDER BY sha256')
    .all();

describe('the text in a file', () => {
  it('finds its paper by Chinese, mixed text and codes, over the ends of lines and pages, and says on which page', async () => {
    const { add, client, reader, hits, call } = open();
    const clientId = await client();
    const id = await add(clientId, contract);
    expect(await hits('万分之五')).toEqual([]);
    await reader.readAll();
    for (const [text, page] of [
      ['技', 1],
      ['技术服务', 1],
      ['HT-2026', 1],
      ['ht-2026-0042', 1],
      ['编号：HT', 1],
      ['0042', 1],
      ['按日万分之五计', 2],
      ['违约金，最高', 2],
      ['latefee:0.05%', 2],
      ['百分之十', 3],
      ['长沙市', 3],
      ['门店', 3],
    ] as const)
      expect(await hits(text), text).toMatchObject([{ id, clientId, inFile: { page, isCurrent: true } }]);
    const [hit] = await hits('违约金');
    expect(hit?.detail).toMatch(/^….*之五计收违约金，最高不超过.* · 示例青禾商贸有限公司$/u);
    for (const text of ['jsfw', 'jishu', '合同总编', 'HT-2027']) expect(await hits(text), text).toEqual([]);
    // What the paper is called shows by itself; no page is named then.
    expect((await hits('合同.pdf'))[0]).not.toHaveProperty('inFile');
    expect((await call.documents.list({ filter: { text: '万分之五' } })).rows).toMatchObject([{ id }]);
    expect((await call.documents.list({ filter: { text: '万分之六' } })).rows).toEqual([]);
  });

  it('goes to the trash and comes back with its paper, and stays when the index is built anew', async () => {
    const { add, client, reader, hits, call, backend } = open();
    const id = await add(await client(), contract);
    await reader.readAll();
    await call.documents.trash({ id });
    expect(await hits('万分之五')).toEqual([]);
    await call.history.undo();
    expect(ids(await hits('万分之五'))).toEqual([id]);
    await call.documents.update({ id, base: {}, changes: { title: '合同正本' } });
    expect(await hits('万分之五')).toMatchObject([{ title: '合同正本' }]);
    recomputeSearch(backend);
    expect(await hits('万分之五')).toMatchObject([{ id, inFile: { page: 2 } }]);
  });

  it('is gone through once: not when its paper changes or the entries are made anew, but for another form of the index', async () => {
    const { add, client, reader, hits, call, backend } = open();
    const id = await add(await client(), contract);
    await reader.readAll();
    // What is not in the index any more shows who puts it there.
    backend.db.exec(`INSERT INTO file_index (file_index) VALUES ('delete-all')`);
    await call.documents.update({ id, base: {}, changes: { title: '合同正本' } });
    deriveAll(backend);
    await reader.readAll();
    expect(await hits('万分之五')).toEqual([]);
    writeOrigin(backend.db, 'files_indexed_as', 'older');
    deriveAll(backend);
    expect(await hits('万分之五')).toEqual([]);
    const read = vi.spyOn(backend.vault, 'read');
    await reader.readAll();
    expect(await hits('万分之五')).toMatchObject([{ id, title: '合同正本' }]);
    expect(read).not.toHaveBeenCalled();
  });

  it('finds a paper once that its name finds as well, after those that are called so', async () => {
    const { add, client, reader, call } = open();
    const clientId = await client();
    const named = async (title: string, pages: readonly (readonly string[])[]) => {
      const id = await add(clientId, scans.pdfSaying(pages));
      await call.documents.update({ id, base: {}, changes: { title } });
      return id;
    };
    const both = await named('违约金说明与其他一切', [['违约金另行约定']]);
    const byFile = await named('甲', [['违约金为零']]);
    await reader.readAll();
    const [group] = (await call.search.query({ text: '违约金', kinds: ['document'] })).groups;
    expect(group).toMatchObject({ total: 2, hits: [{ id: both }, { id: byFile }] });
    const [first] = (await call.search.query({ text: '违约金', kinds: ['document'], limitPerKind: 1 }))
      .groups;
    expect(first).toMatchObject({ total: 2, hits: [{ id: both }] });
    expect(await call.documents.list({ filter: { text: '违约金' } })).toMatchObject({ total: 2 });
  });

  it('is found in a replaced file too, which the hit says, and first in the one that stands', async () => {
    const { add, client, reader, hits } = open();
    const clientId = await client();
    const id = await add(clientId, contract);
    await add(clientId, scans.pdfSaying([['补充协议'], [], ['违约金为千分之一']]), id);
    await reader.readAll();
    expect(await hits('万分之五')).toMatchObject([{ id, inFile: { page: 2, isCurrent: false } }]);
    expect(await hits('违约金')).toMatchObject([{ id, inFile: { page: 3, isCurrent: true } }]);
  });

  it('is read once for all papers that share the file, and finds each', async () => {
    const test = open();
    const { add, client, reader, hits } = test;
    const papers = [];
    for (const name of ['示例甲', '示例乙', '示例丙']) papers.push(await add(await client(name), contract));
    await reader.readAll();
    expect(rowsOf(test)).toHaveLength(1);
    expect(ids(await hits('万分之五')).sort()).toEqual(papers.sort());
    const later = await add(await client('示例丁'), contract);
    expect(ids(await hits('万分之五'))).toContain(later);
  });

  it('is kept up to a limit, and no more of it is found', async () => {
    const { add, client, reader, hits, call } = open();
    const line = '长文'.repeat(20);
    const page = Array.from({ length: 40 }, () => line);
    const pages = Array.from({ length: Math.ceil(fileTextLimit / (40 * line.length)) + 2 }, () => page);
    const id = await add(await client(), scans.pdfSaying([['开头有的'], ...pages, ['末尾没有']]));
    await reader.readAll();
    expect(ids(await hits('开头有的'))).toEqual([id]);
    expect(await hits('末尾没有')).toEqual([]);
    const [file] = (await call.documents.text({ id })).files;
    expect(file?.text).toMatchObject({ state: 'read', isWhole: false });
  });
});

describe('what can not be read', () => {
  it('is noted once: damaged, encrypted, or without an end; pictures are not tried', async () => {
    const test = open();
    const { add, client, reader, backend, folder, call } = test;
    const clientId = await client();
    const damaged = scans.pdfSaying([['示例甲']]);
    const papers = [await add(clientId, damaged), await add(clientId, scans.pdfSaying([['示例乙']]))];
    await add(clientId, await scans.picture('png'));
    // Something happened to the files since they were taken in.
    const [first, second] = await Promise.all(
      papers.map(async (id) => (await call.documents.get({ id })).current[0]!),
    );
    const kept = (sha256: string) => hashPath(path.join(backend.dataFolder, 'vault'), sha256);
    fs.writeFileSync(kept(first!.sha256), 'no longer a PDF');
    fs.copyFileSync(bad.encryptedPdf(folder), kept(second!.sha256));
    await reader.readAll();
    expect(
      rowsOf(test)
        .map(({ fault }) => fault)
        .sort(),
    ).toEqual(['damaged', 'encrypted']);
    expect((await call.documents.text({ id: papers[0]! })).files).toMatchObject([
      { originalName: '合同.pdf', text: { state: 'unreadable', fault: 'damaged' } },
    ]);
    const read = vi.spyOn(backend.vault, 'read');
    await reader.readAll();
    expect(read).not.toHaveBeenCalled();
  });

  it('takes a thread that breaks for a file that can not be read', async () => {
    const test = open();
    const { add, client, backend, folder } = test;
    await add(await client(), contract);
    const broken = scans.fileIn(
      folder,
      'broken.mjs',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));`,
    );
    await readText({ ...backend, workerFile: () => pathToFileURL(broken) }, scans.sha256Of(contract));
    expect(rowsOf(test)).toEqual([{ fault: 'unfinished', text: '' }]);
  });

  it('passes over a file that is gone, and reads it when it is back', async () => {
    const test = open();
    const { add, client, reader, backend, hits } = test;
    const clientId = await client();
    const id = await add(clientId, contract);
    const other = await add(clientId, scans.pdfSaying([['另一份合同说千分之二']]));
    const gone = scans.pdfSaying([['又一份说千分之五']]);
    await add(clientId, gone);
    const kept = hashPath(path.join(backend.dataFolder, 'vault'), scans.sha256Of(contract));
    for (const bytes of [contract, gone])
      fs.rmSync(hashPath(path.join(backend.dataFolder, 'vault'), scans.sha256Of(bytes)));
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    await reader.readAll();
    expect(told.mock.calls).toEqual([
      [`texts of files: 2 are gone, the first of them ${[contract, gone].map(scans.sha256Of).sort()[0]}`],
    ]);
    expect(ids(await hits('千分之二'))).toEqual([other]);
    expect(rowsOf(test)).toHaveLength(1);
    fs.writeFileSync(kept, contract);
    await reader.readAll();
    expect(ids(await hits('万分之五'))).toEqual([id]);
  });

  it('is tried again when the file comes in again', async () => {
    const test = open();
    const { add, client, reader, backend, hits, call } = test;
    const clientId = await client();
    await add(clientId, contract);
    const kept = hashPath(path.join(backend.dataFolder, 'vault'), scans.sha256Of(contract));
    fs.writeFileSync(kept, 'no longer a PDF');
    await reader.readAll();
    expect(rowsOf(test)).toMatchObject([{ fault: 'damaged' }]);
    // A file of another size is damaged: the good copy takes its place.
    const again = await add(await client('示例乙'), contract);
    const [version] = (await call.documents.get({ id: again })).versions;
    await reader.readVersions([version!.id]);
    expect(rowsOf(test)).toMatchObject([{ fault: null }]);
    expect(await hits('万分之五')).toHaveLength(2);
  });
});

describe('a reading', () => {
  const setUp = async () => {
    const test = open();
    const papers = [];
    for (const [index, bytes] of [contract, scans.pdfSaying([['另一份合同说千分之二']])].entries())
      papers.push(await test.add(await test.client(`示例${index}`), bytes));
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    return { ...test, test, papers, told };
  };
  const sha256 = scans.sha256Of(contract);

  it('leaves its mark before it begins, so that a file which ends the program is not read at every start', async () => {
    const { backend, test } = await setUp();
    const ending = new AbortController();
    const seen: unknown[] = [];
    vi.spyOn(backend.vault, 'read').mockImplementation(() => {
      seen.push(rowsOf(test));
      ending.abort();
      seen.push(rowsOf(test));
      return Promise.reject(new Error('the reading was cut off'));
    });
    await expect(readText(backend, sha256, ending.signal)).rejects.toThrow('cut off');
    // Who ends the program ends the reading, and then nothing is kept, at once.
    expect(seen).toEqual([[{ fault: 'unfinished', text: '' }], []]);
    await expect(readText(backend, sha256)).rejects.toThrow('cut off');
    expect(rowsOf(test)).toEqual([]);
  });

  it('is waited for by who comes meanwhile', async () => {
    const { backend, call, papers } = await setUp();
    const read = vi.spyOn(backend.vault, 'read');
    const reading = readText(backend, sha256);
    const { files } = await call.documents.text({ id: papers[0]! });
    expect(files).toMatchObject([{ text: { state: 'read', isWhole: true } }]);
    expect(read.mock.calls).toHaveLength(1);
    await reading;
  });

  it('that fails, or can not be made findable, stops no other', async () => {
    const { backend, reader, hits, told, papers } = await setUp();
    const [first, second] = papers;
    backend.db
      .exec(`CREATE TRIGGER refuse BEFORE UPDATE OF is_indexed ON file_texts WHEN new.sha256 = '${sha256}'
      AND new.is_indexed = 1 BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    for (const times of [1, 2]) {
      await reader.readAll();
      expect(told).toHaveBeenCalledTimes(times);
      expect(told.mock.lastCall?.[0]).toBe(`text of ${sha256}:`);
    }
    expect(await hits('万分之五')).toEqual([]);
    expect(ids(await hits('千分之二'))).toEqual([second]);
    backend.db.exec('DROP TRIGGER refuse');
    await reader.readAll();
    expect(ids(await hits('万分之五'))).toEqual([first]);
  });

  it('that did not come to its end is tried again after a week, and told by its hash', async () => {
    const { backend, folder, reader, hits, told, papers, test } = await setUp();
    const broken = scans.fileIn(
      folder,
      'broken.mjs',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(1));`,
    );
    await readText({ ...backend, workerFile: () => pathToFileURL(broken) }, sha256);
    expect(told).toHaveBeenCalledExactlyOnceWith(`text of ${sha256}: unfinished`, expect.any(Error));
    await reader.readAll();
    expect(rowsOf(test)).toContainEqual({ fault: 'unfinished', text: '' });
    test.setNow(sampleNowMs + 8 * 24 * 60 * 60 * 1000);
    await reader.readAll();
    expect(ids(await hits('万分之五'))).toEqual([papers[0]]);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('the watch over the files', () => {
  const soon = { afterStartMs: 20, settleMs: 20 };
  /** Asked of the database alone: a call would be work that comes first. */
  const haveRead = ({ db }: Backend, files: number) =>
    vi.waitFor(() => {
      const sql = 'SELECT count(*) FROM file_texts WHERE is_indexed = 1 AND fault IS NULL';
      expect(db.prepare(sql).pluck().get()).toBe(files);
    }, 5000);

  it('reads after the start what was not read, then what is added or restored, and tells the windows', async () => {
    const { add, client, hits, call, backend } = open();
    const clientId = await client();
    const before = await add(clientId, contract);
    const stop = new AbortController();
    const changes = await call.system.changes(undefined, { signal: stop.signal });
    const told: string[][] = [];
    const listening = (async () => {
      for await (const { tables } of changes) told.push(tables);
    })();
    const end = watchFileTexts(backend, soon);
    await haveRead(backend, 1);
    expect(ids(await hits('万分之五'))).toEqual([before]);
    await vi.waitFor(() => expect(told).toContainEqual(['file_texts']));
    const later = await add(clientId, scans.pdfSaying([['后来加的合同说千分之三']]));
    await haveRead(backend, 2);
    expect(ids(await hits('千分之三'))).toEqual([later]);
    end();
    const unread = await add(clientId, scans.pdfSaying([['再后来的说千分之四']]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await hits('千分之四')).toEqual([]);
    expect(unread).not.toBe(later);
    stop.abort();
    await listening;
  });

  it('goes on after a restart where it was cut off: with files not read, and files not yet to be found', async () => {
    const dataFolder = temporaryFolder();
    const first = openTestBackend(dataFolder);
    const { id: clientId } = await first.call.clients.create({ name: '示例', entityType: 'company' });
    const folder = temporaryFolder();
    const names = ['甲', '乙'];
    for (const name of names) {
      const token = first.backend.tokens.grant(
        scans.fileIn(folder, `${name}.pdf`, scans.pdfSaying([[`内容是${name}字第一号`]])),
      );
      await allOf(await first.call.documents.add({ clientId, kind: 'other', files: [{ token }] }));
    }
    // The first was read, and then the program ended.
    await readText(first.backend, scans.sha256Of(scans.pdfSaying([['内容是甲字第一号']])));
    expect(await hitsOf(first)('字第一号')).toEqual([]);
    first.backend.close();

    const again = openTestBackend(dataFolder);
    const end = watchFileTexts(again.backend, soon);
    onTestFinished(end);
    await haveRead(again.backend, 2);
    expect(await hitsOf(again)('字第一号')).toHaveLength(2);
  });

  it('touches nothing any more when it has ended in the middle of a file', async () => {
    const { add, client, backend } = open();
    await add(await client(), contract);
    const read = vi.spyOn(backend.vault, 'read');
    const end = watchFileTexts(backend, { afterStartMs: 0, settleMs: 0 });
    await vi.waitFor(() => expect(read).toHaveBeenCalled(), 5000);
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    end();
    const prepare = vi.spyOn(backend.db, 'prepare');
    const transaction = vi.spyOn(backend.db, 'transaction');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(prepare).not.toHaveBeenCalled();
    expect(transaction).not.toHaveBeenCalled();
    expect(told).not.toHaveBeenCalled();
  });
});

it('a paper’s text is shown page by page, and read for that when nobody has', async () => {
  const { add, client, call, hits } = open();
  const clientId = await client();
  const id = await add(clientId, contract);
  const { files } = await call.documents.text({ id });
  expect(files).toMatchObject([{ part: 'whole', versionNo: 1, originalName: '合同.pdf' }]);
  expect(files[0]?.text).toMatchObject({
    state: 'read',
    isWhole: true,
    pages: [
      expect.stringContaining('技术服务合同\n合同编号'),
      expect.any(String),
      '金，最高不超过合同总额的百分之十。\n长沙市门店',
    ],
  });
  expect(ids(await hits('万分之五'))).toEqual([id]);
  const picture = await add(clientId, await scans.picture('png'));
  expect((await call.documents.text({ id: picture })).files).toMatchObject([{ text: { state: 'unread' } }]);
  await expect(call.documents.text({ id: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
