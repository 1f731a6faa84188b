import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileTypeFromBuffer } from 'file-type';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { read, utils } from '@e965/xlsx';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from '#shared/domain/credit-code.ts';
import { recogniseEntityType, suggestEntityType } from '#shared/domain/entity-type.ts';
import { sampleApplications } from '#test/fixtures/sample/applications.ts';
import { firms, REFERENCE_DAY } from '#test/fixtures/sample/firms.ts';
import { scans } from '#test/fixtures/sample/scans.ts';
import { portfolioRows } from '#test/fixtures/sample/workbook.ts';

const folder = fileURLToPath(new URL('../../../resources/sample/', import.meta.url));
const scanFolder = path.join(folder, 'scans');
const scanFiles = fs.readdirSync(scanFolder);

const MAX_SCAN_BYTES = 400 * 1024;
const MAX_TOTAL_BYTES = 8 * 1024 * 1024;

function portfolio() {
  const book = read(fs.readFileSync(path.join(folder, 'portfolio.xlsx')));
  const sheet = book.Sheets['客户'];
  if (!sheet) throw new Error('no sheet 客户');
  return { book, rows: utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null }) };
}

/** The value of a cell as the writer got it: bare, or inside a cell with a format. */
function plainValue(cell: unknown): unknown {
  if (typeof cell === 'object' && cell !== null && 'value' in cell) return cell.value;
  return cell ?? null;
}

describe('the sample portfolio', () => {
  it('is the committed result of its generator', () => {
    expect(portfolio().rows).toEqual(portfolioRows().map((row) => row.map(plainValue)));
  });

  it('has at least 44 firms with one row for each account, and says what it is', () => {
    const { book, rows } = portfolio();
    expect(firms.length).toBeGreaterThanOrEqual(44);
    expect(rows).toHaveLength(1 + firms.reduce((sum, firm) => sum + firm.accounts.length, 0));
    expect(book.SheetNames).toEqual(['客户', '说明']);
    expect(JSON.stringify(book.Sheets['说明'])).toContain('示例数据');
    expect(rows.slice(1).every((row) => row[18] === '示例')).toBe(true);
  });

  it('gives every firm a code without a flaw that speaks for its entity type', () => {
    for (const { name, type, creditCode } of firms) {
      expect(checkCreditCode(creditCode), name).toMatchObject({ flaws: [] });
      const told = recogniseEntityType(type);
      expect(told === 'branch' ? 'company' : told, name).toBe(suggestEntityType(creditCode));
    }
  });

  it('covers the common entity types and repeats no code, AppID or name', () => {
    const types = new Set(firms.map(({ type }) => recogniseEntityType(type)));
    expect([...types].sort()).toEqual(
      [
        'branch',
        'committee',
        'company',
        'cooperative',
        'foundation',
        'government',
        'law_firm',
        'private_non_enterprise',
        'public_institution',
        'social_group',
        'sole_trader',
      ].sort(),
    );
    const appIds = firms.flatMap(({ accounts }) => accounts.map(({ appId }) => appId));
    expect(appIds.every((appId) => /^wx[0-9a-f]{16}$/.test(appId))).toBe(true);
    for (const values of [appIds, firms.map(({ creditCode }) => creditCode), firms.map(({ name }) => name)]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('spreads the ends of the certifications over all states of the reference day', () => {
    const ends = firms.flatMap(({ accounts }) => accounts.map(({ untilOn }) => untilOn));
    const between = (from: string, to: string) => ends.filter((end) => end >= from && end <= to).length;
    expect(ends.filter((end) => end === '').length).toBeGreaterThanOrEqual(5);
    expect(between('2026-01-01', '2026-09-21')).toBeGreaterThanOrEqual(3);
    expect(between(REFERENCE_DAY, '2026-10-22')).toBeGreaterThanOrEqual(4);
    expect(between('2026-10-23', '2026-12-21')).toBeGreaterThanOrEqual(6);
    expect(between('2026-12-22', '2027-12-31')).toBeGreaterThanOrEqual(20);
  });
});

describe('the sample scans', () => {
  it('are the files that the generator draws', () => {
    expect([...scanFiles].sort()).toEqual(scans.map(({ file }) => file).sort());
    expect(scanFiles.length).toBeGreaterThanOrEqual(26);
  });

  it('stay small', () => {
    const sizes = scanFiles.map((file) => fs.statSync(path.join(scanFolder, file)).size);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_SCAN_BYTES);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_TOTAL_BYTES);
  });

  it.each(scans)('$file opens as what its name says', async ({ file, sheets }) => {
    const bytes = fs.readFileSync(path.join(scanFolder, file));
    const type = await fileTypeFromBuffer(bytes);
    expect(type?.ext).toBe(path.extname(file).slice(1));
    if (type?.ext === 'pdf') {
      const { numPages } = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
      expect(numPages).toBe(sheets.length);
      return;
    }
    const { width, height } = await sharp(bytes).metadata();
    // What the platforms ask of an uploaded picture.
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(720);
    expect(Math.max(width, height)).toBeGreaterThanOrEqual(1280);
  });
});

describe('the sample applications', () => {
  const { applications } = sampleApplications();

  it('are the committed result of their generator', () => {
    const committed: unknown = JSON.parse(fs.readFileSync(path.join(folder, 'applications.json'), 'utf8'));
    expect(committed).toEqual(sampleApplications());
  });

  it('name clients and accounts of the portfolio and files that exist', () => {
    expect(applications).toHaveLength(12);
    for (const { clientCode, accountName, papers } of applications) {
      const firm = firms.find(({ creditCode }) => creditCode === clientCode);
      expect(firm?.accounts.map(({ title }) => title)).toContain(accountName);
      expect(papers.filter(({ file }) => !scanFiles.includes(file))).toEqual([]);
    }
  });
});
