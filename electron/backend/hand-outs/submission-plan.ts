import type { ApplicationDetails, ApplicationItem } from '#shared/contract/applications.ts';
import type { LeftOutPaper, MissingPaper } from '#shared/contract/hand-outs.ts';
import { leastMissing } from '#shared/domain/checklist-completion.ts';
import { documentParts } from '#shared/contract/documents.ts';
import { endingOf } from '#shared/domain/file-ending.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { RuleText } from '#shared/domain/rule-pack.ts';
import { shortClientName, submissionNames } from '#shared/domain/submission-names.ts';
import type { SubmissionFile } from '#shared/domain/submission-names.ts';
import { safeFileName } from '#shared/domain/safe-file-name.ts';
import type { ListWords } from '#backend/exports/words.ts';
import { filled } from '#backend/exports/firm/speech.ts';

type Paper = ApplicationItem['documents'][number];
type Version = Paper['current'][number];

/** A file of the folder, and the line of the checklist that it is for. */
export interface PlannedFile {
  readonly lineNo: number;
  readonly title: RuleText;
  readonly name: string;
  readonly documentId: string;
  readonly versionId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface SubmissionPlan {
  readonly folderName: string;
  readonly files: readonly PlannedFile[];
  readonly missing: readonly MissingPaper[];
  readonly leftOut: readonly LeftOutPaper[];
}

/**
 * What the folder of a submission holds: the newest files of the papers on each line of the checklist, in its order; a line
 * that asks for nothing has no number, one whose paper is missing keeps its own. A paper that stands on two lines is there twice; one
 * that has run out by `today` is not, so that nobody hands it in unawares.
 */
export function planOf(
  { application, client, items }: Pick<ApplicationDetails, 'application' | 'client' | 'items'>,
  {
    words,
    today,
    isThere,
  }: {
    readonly words: ListWords;
    readonly today: CalendarDate;
    readonly isThere: (sha256: string) => boolean;
  },
): SubmissionPlan {
  const asked = new Set(leastMissing(items.map(({ requirement }) => requirement)));
  const lines = items.filter(
    ({ requirement, documents, decision }) =>
      decision !== 'not_needed' && (documents.length > 0 || asked.has(requirement.requirementId)),
  );
  const found = lines
    .flatMap((item, index) => filesOf(item, index + 1, client.name, words))
    .filter(({ paper: { validUntil } }) => !isOver(validUntil, today));
  const there = found.filter(({ version }) => isThere(version.sha256));
  const names = submissionNames(there.map(({ file }) => file));
  const lost = new Set(found.filter((each) => !there.includes(each)).map(({ file }) => file.lineNo));
  const missing = lines.flatMap((item, index): MissingPaper[] => {
    const { requirement } = item;
    const isLost = lost.has(index + 1);
    if (!isLost && !asked.has(requirement.requirementId)) return [];
    return [
      { lineNo: index + 1, title: requirement.title, reason: isLost ? 'file_lost' : reasonOf(item, today) },
    ];
  });
  const { folder } = words.lists.submission;
  return {
    folderName: safeFileName(
      filled(folder, { number: application.number, client: shortClientName(client.name) }),
    ),
    files: there.map(({ file, paper, version, title }, index) => ({
      lineNo: file.lineNo,
      title,
      name: names[index] ?? '',
      documentId: paper.id,
      versionId: version.id,
      sha256: version.sha256,
      sizeBytes: version.sizeBytes,
    })),
    leftOut: leftOutOf(lines, missing, today),
    missing,
  };
}

/** Of a line that is told to be missing because of it an expired paper is not told twice. */
function leftOutOf(
  lines: readonly ApplicationItem[],
  missing: readonly MissingPaper[],
  today: CalendarDate,
): LeftOutPaper[] {
  const told = new Set(missing.flatMap(({ lineNo, reason }) => (reason === 'expired' ? [lineNo] : [])));
  return lines.flatMap(({ requirement: { title }, documents }, index) =>
    documents.flatMap(({ validUntil }): LeftOutPaper[] =>
      isOver(validUntil, today) && !told.has(index + 1) ? [{ lineNo: index + 1, title, validUntil }] : [],
    ),
  );
}

const isOver = (validUntil: Paper['validUntil'], today: CalendarDate): validUntil is CalendarDate =>
  validUntil !== null && validUntil !== 'forever' && validUntil < today;

/** Why the papers of a line do not make it good. */
function reasonOf(
  { requirement: { reason, state }, documents }: ApplicationItem,
  today: CalendarDate,
): MissingPaper['reason'] {
  if (documents.length === 0) return 'not_there';
  switch (reason?.code) {
    case 'part_missing':
    case 'expired':
    case 'rejected':
    case 'deviates':
      return reason.code;
    case 'decided':
      return 'rejected';
    case 'kind_not_accepted':
      return 'other_kind';
    default:
      if (documents.every(({ validUntil }) => isOver(validUntil, today))) return 'expired';
      return state === 'to_confirm' ? 'to_confirm' : 'not_good';
  }
}

interface Found {
  readonly file: SubmissionFile;
  readonly paper: Paper;
  readonly version: Version;
  readonly title: RuleText;
}

function filesOf(item: ApplicationItem, lineNo: number, clientName: string, words: ListWords): Found[] {
  return item.documents.flatMap((paper) =>
    [...paper.current].sort(bySide).map((version) => ({
      file: {
        lineNo,
        paper: paperName(paper, version, words),
        clientName,
        ending: endingOf(version.mediaType),
      },
      paper,
      version,
      title: item.requirement.title,
    })),
  );
}

const bySide = (a: Version, b: Version): number =>
  documentParts.indexOf(a.part) - documentParts.indexOf(b.part);

/** 身份证 示例甲 正面: the paper, whose it is, its side. */
function paperName(
  { title, kind, contactName }: Paper,
  { part }: Version,
  { vocabulary }: ListWords,
): string {
  const name = title === '' ? vocabulary.documentKind[kind] : title;
  const person = contactName === null || name.includes(contactName) ? null : contactName;
  return [name, person, part === 'whole' ? null : vocabulary.documentPart[part]]
    .filter((each) => each !== null)
    .join(' ');
}
