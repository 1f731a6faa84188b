import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Backend } from '#backend/backend.ts';
import { readText } from '#backend/documents/texts/read.ts';
import { watchFileTexts } from '#backend/documents/texts/watch.ts';
import { openTestBackend, sampleNowMs } from '#test/support/backend.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';
import { allOf } from '#test/support/streams.ts';
import { contract, hitsOf, ids, openForTexts, rowsOf } from '#test/support/file-texts.ts';

describe('a reading', () => {
  const setUp = async () => {
    const test = openForTexts();
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
    const { add, client, hits, call, backend } = openForTexts();
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
    const { add, client, backend } = openForTexts();
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
