import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fileTextLimit } from '#shared/domain/file-text.ts';
import { hashPath } from '#backend/vault/layout.ts';
import { writeOrigin } from '#backend/db/derived-from.ts';
import { deriveAll } from '#backend/derivations.ts';
import { readText } from '#backend/documents/texts/read.ts';
import { recomputeSearch } from '#backend/search/service.ts';
import * as bad from '#test/fixtures/bad/scans.ts';
import * as scans from '#test/support/scans.ts';
import { contract, ids, openForTexts, rowsOf } from '#test/support/file-texts.ts';

describe('the text in a file', () => {
  it('finds its paper by Chinese, mixed text and codes, over the ends of lines and pages, and says on which page', async () => {
    const { add, client, reader, hits, call } = openForTexts();
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
    expect(hit?.detail).toMatch(/^示例青禾商贸有限公司 · ….*之五计收违约金，最高不超过.*$/u);
    for (const text of ['jsfw', 'jishu', '合同总编', 'HT-2027']) expect(await hits(text), text).toEqual([]);
    // What the paper is called shows by itself; no page is named then.
    expect((await hits('合同.pdf'))[0]).not.toHaveProperty('inFile');
    expect((await call.documents.list({ filter: { text: '万分之五' } })).rows).toMatchObject([{ id }]);
    expect((await call.documents.list({ filter: { text: '万分之六' } })).rows).toEqual([]);
  });

  it('says in the list of papers where it stands, of those that nothing else finds', async () => {
    const { add, client, reader, call } = openForTexts();
    const id = await add(await client('示例甲'), contract);
    const named = await add(await client('示例乙'), contract);
    const owned = await add(await client('示例违约金'), contract);
    await call.documents.update({ id: named, base: {}, changes: { title: '违约金说明' } });
    await reader.readAll();
    const places = async (text: string) => {
      const { rows } = await call.documents.list({ filter: { text } });
      return new Map(rows.map((row) => [row.id, row.inFile]));
    };
    const found = await places('违约金');
    expect(found.get(id)).toMatchObject({ page: 2, isCurrent: true });
    expect(found.get(id)?.excerpt).toMatch(/^….{1,8}违约金，最高不超过.*$/u);
    expect([found.get(named), found.get(owned)]).toEqual([undefined, undefined]);
    await add((await call.documents.get({ id })).clientId, scans.pdfSaying([['补充协议']]), id);
    expect((await places('万分之五')).get(id)).toMatchObject({ page: 2, isCurrent: false });
    expect((await places('示例甲')).get(id)).toBeUndefined();
  });

  it('goes to the trash and comes back with its paper, and stays when the index is built anew', async () => {
    const { add, client, reader, hits, call, backend } = openForTexts();
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
    const { add, client, reader, hits, call, backend } = openForTexts();
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
    const { add, client, reader, call } = openForTexts();
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
    const { add, client, reader, hits } = openForTexts();
    const clientId = await client();
    const id = await add(clientId, contract);
    await add(clientId, scans.pdfSaying([['补充协议'], [], ['违约金为千分之一']]), id);
    await reader.readAll();
    expect(await hits('万分之五')).toMatchObject([{ id, inFile: { page: 2, isCurrent: false } }]);
    expect(await hits('违约金')).toMatchObject([{ id, inFile: { page: 3, isCurrent: true } }]);
  });

  it('is read once for all papers that share the file, and finds each', async () => {
    const test = openForTexts();
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
    const { add, client, reader, hits, call } = openForTexts();
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
    const test = openForTexts();
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
    const test = openForTexts();
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
    const test = openForTexts();
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
    const test = openForTexts();
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

it('a paper’s text is shown page by page, and read for that when nobody has', async () => {
  const { add, client, call, hits } = openForTexts();
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
