import { read, set_cptable, SSF } from '@e965/xlsx';
import type { ParsingOptions, WorkBook } from '@e965/xlsx';
import { AppError } from '#shared/contract/errors.ts';
import { sniff } from '#backend/jobs/workers/sniff.ts';
import { readArchive } from './archive.ts';
import { csvRows } from './csv-rows.ts';
import { plainArchive } from './plain-archive.ts';
import { sheetText } from './sheet-text.ts';
import type { TextRow } from './sheet-text.ts';

export interface OpenedWorkbook {
  /** Those that are shown before those that are hidden. */
  readonly sheets: readonly string[];
  /** The workbook counts its days from 1904. */
  readonly is1904: boolean;
  rowsOf(sheet: string): TextRow[];
}

/** What a workbook may come to once it is unpacked: far more than 50,000 full rows. */
const unpackedLimitBytes = 300 * 1024 * 1024;
const zipStart = [0x50, 0x4b, 0x03, 0x04];
const compoundStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Streams of a compound file that holds an encrypted workbook (MS-OFFCRYPTO 2.3). */
const encryptedStreams = ['EncryptedPackage', 'EncryptionInfo'].map((text) => Buffer.from(text, 'utf16le'));

const contentTypes = '[Content_Types].xml';
const workbookType =
  /spreadsheetml\.(sheet|template)\.main\+xml|ms-excel\.(sheet|template)\.macroEnabled\.main\+xml/u;
/** Pictures, drawings, macros and the like say nothing about clients. */
const otherParts =
  /^(customXml|docProps|xl\/(charts|drawings|embeddings|externalLinks|media|pivotCache|pivotTables|threadedComments))\//u;
const isNeeded = (path: string): boolean => /\.(xml|rels)$/u.test(path) && !otherParts.test(path);

const options = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellFormula: false,
  cellHTML: false,
} satisfies ParsingOptions;

/** Opens an .xlsx or .xls file from its bytes, a text by its name .csv; `ImportTasks.read` names what it throws. */
export async function openWorkbook(bytes: Buffer, name: string): Promise<OpenedWorkbook> {
  if (startsWith(bytes, zipStart)) return openXlsx(bytes, name);
  if (startsWith(bytes, compoundStart)) return openXls(bytes, name);
  const sniffed = await sniff(bytes);
  const found = sniffed.accepted ? sniffed.mediaType : sniffed.found;
  if (found === 'TXT' && /\.csv$/iu.test(name)) return openCsv(bytes, name);
  throw damaged(name, found === '' ? 'not a workbook' : `not a workbook: ${found}`);
}

const startsWith = (bytes: Buffer, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const damaged = (name: string, detail: string, cause?: unknown) =>
  new AppError('WORKBOOK_DAMAGED', { name, detail }, { cause });

function openXlsx(bytes: Buffer, name: string): OpenedWorkbook {
  const parts = readArchive(bytes, name, isNeeded, unpackedLimitBytes);
  const types = parts.get(contentTypes)?.toString('utf8') ?? '';
  if (!workbookType.test(types)) throw damaged(name, 'not a workbook: another kind of archive');
  const plain = plainArchive(parts);
  const names = parse(plain, name, { ...options, sheetRows: 1 });
  // One sheet at a time: a workbook may have large ones besides.
  return opened(names, name, (sheet) => parse(plain, name, { ...options, sheets: sheet }));
}

async function openXls(bytes: Buffer, name: string): Promise<OpenedWorkbook> {
  if (encryptedStreams.some((stream) => bytes.includes(stream)))
    throw new AppError('WORKBOOK_ENCRYPTED', { name });
  // Old workbooks hold text in the code page of their computer.
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  const workbook = parse(bytes, name, options);
  return opened(workbook, name, () => workbook);
}

function openCsv(bytes: Buffer, name: string): OpenedWorkbook {
  const rows = csvRows(bytes, name);
  return { sheets: ['CSV'], is1904: false, rowsOf: () => rows };
}

function opened(workbook: WorkBook, name: string, bookWith: (sheet: string) => WorkBook): OpenedWorkbook {
  const isHidden = (sheet: string) =>
    (workbook.Workbook?.Sheets?.find((one) => one.name === sheet)?.Hidden ?? 0) !== 0;
  const { SheetNames: names } = workbook;
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return {
    sheets: [...names.filter((sheet) => !isHidden(sheet)), ...names.filter(isHidden)],
    is1904,
    rowsOf(sheet) {
      const found = bookWith(sheet).Sheets[sheet];
      // The library leaves out a sheet that it fails to read.
      if (found === undefined) throw damaged(name, `sheet ${sheet}`);
      return sheetText(found, { is1904, isDateFormat });
    },
  };
}

const { is_date: isDateFormat } = SSF as { readonly is_date: (format: string) => boolean };

function parse(bytes: Buffer, name: string, how: ParsingOptions): WorkBook {
  try {
    return read(bytes, how);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/iu.test(detail))
      throw new AppError('WORKBOOK_ENCRYPTED', { name }, { cause: error });
    throw damaged(name, detail.split('\n', 1)[0] ?? '', error);
  }
}
