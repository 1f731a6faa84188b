import fs from 'node:fs';
import { fileTypeFromBuffer } from 'file-type';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { read, utils } from '@e965/xlsx';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { checkCreditCode } from '#shared/domain/credit-code.ts';
import * as badScans from '#test/fixtures/bad/scans.ts';
import * as badWorkbooks from '#test/fixtures/bad/workbooks.ts';
import { temporaryFolder } from '#test/support/folders.ts';

function rowsIn(file: string): string[][] {
  const book = read(fs.readFileSync(file));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' }) : [];
}

const open = (file: string) =>
  getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;

it('makes workbooks that open and are wrong inside', () => {
  const folder = temporaryFolder();
  expect(rowsIn(badWorkbooks.workbookWithoutNames(folder))[0]).not.toContain('客户名称');
  expect(rowsIn(badWorkbooks.workbookWithNamesOnly(folder))).toHaveLength(3);
  expect(rowsIn(badWorkbooks.workbookWithWrongTypes(folder))[3]?.[0]).toBe(20260922);
  expect(rowsIn(badWorkbooks.workbookWithFullWidthDigits(folder))[1]?.[5]).toBe(
    'ｗｘ００００００００００００００ａ１',
  );
  expect(rowsIn(badWorkbooks.workbookWithoutRows(folder))).toEqual([]);
  expect(rowsIn(badWorkbooks.workbookWithHeadsOnly(folder))).toHaveLength(1);
  const duplicates = rowsIn(badWorkbooks.workbookWithDuplicates(folder));
  expect(duplicates[1]?.[1]).toBe(duplicates[2]?.[1]);
  expect(checkCreditCode(duplicates[1]?.[1] ?? '')).toMatchObject({ flaws: [] });
});

it('merges the title and the group heads above the real heads', () => {
  const book = read(fs.readFileSync(badWorkbooks.workbookWithMergedHeads(temporaryFolder())));
  expect(book.Sheets['客户']?.['!merges']).toHaveLength(3);
});

it('makes codes that are wrong in three ways', () => {
  const rows = rowsIn(badWorkbooks.workbookWithBadCodes(temporaryFolder())).slice(1);
  const flaws = rows.map((row) => checkCreditCode(row[1] ?? '').flaws.map(({ code }) => code)[0]);
  expect(flaws).toEqual(['checksum', 'alphabet', 'length']);
});

it('makes workbooks that do not open', () => {
  const folder = temporaryFolder();
  expect(() => read(fs.readFileSync(badWorkbooks.encryptedWorkbook(folder)))).toThrow(/password/i);
  expect(() => read(fs.readFileSync(badWorkbooks.truncatedWorkbook(folder)))).toThrow();
  expect(fs.statSync(badWorkbooks.emptyFile(folder)).size).toBe(0);
  expect(fs.readFileSync(badWorkbooks.textNamedWorkbook(folder)).subarray(0, 2).toString()).not.toBe('PK');
});

it('makes pictures that are not what their names say', async () => {
  const folder = temporaryFolder();
  const typeOf = (file: string) => fileTypeFromBuffer(fs.readFileSync(file));
  expect((await typeOf(badScans.pngNamedJpg(folder)))?.ext).toBe('png');
  expect((await typeOf(badScans.heicNamedJpg(folder)))?.ext).toBe('heic');
  expect(await typeOf(badScans.textNamedPdf(folder))).toBeUndefined();
  expect(fs.statSync(badScans.emptyScan(folder)).size).toBe(0);
  await expect(sharp(badScans.truncatedJpg(folder), { failOn: 'truncated' }).stats()).rejects.toThrow();
});

it('makes a huge file without filling the disk', () => {
  const { size } = fs.statSync(badScans.hugeScan(temporaryFolder()));
  expect(size).toBe(badScans.HUGE_SCAN_BYTES);
});

it('makes PDFs that do not open', async () => {
  const folder = temporaryFolder();
  await expect(open(badScans.encryptedPdf(folder))).rejects.toMatchObject({ name: 'PasswordException' });
  await expect(open(badScans.truncatedPdf(folder))).rejects.toMatchObject({ name: 'InvalidPDFException' });
});
