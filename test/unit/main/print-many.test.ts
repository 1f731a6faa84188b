import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { printEach } from '../../../electron/main/print-many.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import { allOf } from '#test/support/streams.ts';

const items = ['甲', '乙', '丙'].map((name) => ({ applicationId: name, name: `清单 ${name}` }));
const pdfOf = (id: string): Promise<Buffer> => Promise.resolve(Buffer.from(`%PDF ${id}`));

const unheard = (): void => undefined;

test('each is written under its name, and nothing in the folder is written over', async () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, '清单 甲.PDF'), 'mine');
  const steps = await allOf(printEach(folder, items, pdfOf, undefined, unheard));
  expect(steps.slice(0, -1)).toEqual([0, 1, 2].map((done) => ({ kind: 'working', done, total: 3 })));
  expect(steps.at(-1)).toEqual({ kind: 'done', result: { writtenCount: 3, failedNames: [] } });
  expect(fs.readdirSync(folder).toSorted()).toEqual(
    ['清单 甲.PDF', '清单 甲 (2).pdf', '清单 乙.pdf', '清单 丙.pdf'].toSorted(),
  );
  expect(fs.readFileSync(path.join(folder, '清单 甲.PDF'), 'utf8')).toBe('mine');
  expect(fs.readFileSync(path.join(folder, '清单 甲 (2).pdf'), 'utf8')).toBe('%PDF 甲');
});

test('one that can not be printed is named and reported, and the rest goes on', async () => {
  const folder = temporaryFolder();
  const render = (id: string) => (id === '乙' ? Promise.reject(new Error('no page')) : pdfOf(id));
  const reported: string[] = [];
  const report = (where: string, error: unknown) => void reported.push(`${where}: ${String(error)}`);
  const steps = await allOf(printEach(folder, items, render, undefined, report));
  expect(steps.at(-1)).toEqual({ kind: 'done', result: { writtenCount: 2, failedNames: ['清单 乙'] } });
  expect(reported).toEqual(['printing 乙: Error: no page']);
  expect(fs.readdirSync(folder)).toHaveLength(2);
});

test('cancelled, it stops before the next one and keeps what is written', async () => {
  const folder = temporaryFolder();
  const giveUp = new AbortController();
  const steps = printEach(folder, items, pdfOf, giveUp.signal, unheard);
  await steps.next();
  await steps.next();
  giveUp.abort();
  await expect(allOf(steps)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(fs.readdirSync(folder)).toEqual(['清单 甲.pdf']);
});

test('a folder that is gone ends it at once', async () => {
  const folder = path.join(temporaryFolder(), '没有');
  await expect(allOf(printEach(folder, items, pdfOf, undefined, unheard))).rejects.toMatchObject({
    code: 'NOT_WRITABLE',
    data: { name: '没有' },
  });
});
