import { namesTaken, safeFileName } from './safe-file-name.ts';

/** A file that goes into the folder of a submission, in the order of the checklist. */
export interface SubmissionFile {
  /** Its line of the checklist, from 1. */
  readonly lineNo: number;
  /** What the paper is called there, with its side, e.g. 身份证 正面. */
  readonly paper: string;
  readonly clientName: string;
  /** With its dot. */
  readonly ending: string;
}

/** What the name of a client ends with by law; a submission's folder is of one client, and its files are told apart without it. */
const legalForm =
  /(?:股份有限公司|有限责任公司|有限公司|[（(]?(?:特殊)?普通合伙[）)]?|[（(]?有限合伙[）)]?)$/u;

/** The client's name without its legal form; all of it where nothing else is left. */
export function shortClientName(name: string): string {
  const short = name.normalize('NFC').trim().replace(legalForm, '').trim();
  return short === '' ? name.trim() : short;
}

/** Some systems take 255 bytes; a folder that is moved deeper still fits the path of the others. */
const nameBytes = 140;
const clientBytes = 60;

/**
 * The names of a submission's files, e.g. `01 营业执照 示例归樾家居用品.pdf`: numbered by the lines of the checklist with as many
 * digits as the last one needs (two at least), and within a line with several files, e.g. `02-1 身份证 正面 …`, so that every system
 * sorts them as they are given; safe on all three systems, and no two alike.
 */
export function submissionNames(files: readonly SubmissionFile[]): string[] {
  const digits = Math.max(2, ...files.map(({ lineNo }) => String(lineNo).length));
  const names = namesTaken();
  return files.map(({ lineNo, paper, clientName, ending }, index) => {
    const client = safeFileName(shortClientName(clientName), clientBytes);
    const line = String(lineNo).padStart(digits, '0');
    const ofLine = files.filter((file) => file.lineNo === lineNo).length;
    const before = files.slice(0, index).filter((file) => file.lineNo === lineNo).length;
    const no = String(before + 1).padStart(String(ofLine).length, '0');
    const number = ofLine === 1 ? line : `${line}-${no}`;
    const left = nameBytes - bytesOf(client) - bytesOf(number) - 2 - bytesOf(ending);
    return names.take(`${number} ${safeFileName(paper, left)} ${client}`, ending);
  });
}

const bytesOf = (text: string): number => encodeURIComponent(text).replace(/%../gu, 'x').length;
