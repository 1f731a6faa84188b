import type { ApplicationDetails, ApplicationItem } from '#shared/contract/applications.ts';
import type { MissingPaper } from '#shared/contract/hand-outs.ts';
import { leastMissing } from '#shared/domain/checklist-completion.ts';
import { documentParts } from '#shared/contract/documents.ts';
import { endingOf } from '#shared/domain/file-ending.ts';
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
}

/**
 * What the folder of a submission holds: the newest files of the papers on each line of the checklist, in its order; a line
 * that asks for nothing has no number, one whose paper is missing keeps its own. A paper that stands on two lines is there twice.
 */
export function planOf(
  { application, client, items }: Pick<ApplicationDetails, 'application' | 'client' | 'items'>,
  words: ListWords,
  isThere: (sha256: string) => boolean,
): SubmissionPlan {
  const asked = new Set(leastMissing(items.map(({ requirement }) => requirement)));
  const lines = items.filter(
    ({ requirement, documents, decision }) =>
      decision !== 'not_needed' && (documents.length > 0 || asked.has(requirement.requirementId)),
  );
  const found = lines.flatMap((item, index) => filesOf(item, index + 1, client.name, words));
  const there = found.filter(({ version }) => isThere(version.sha256));
  const names = submissionNames(there.map(({ file }) => file));
  const lost = new Set(found.filter((each) => !there.includes(each)).map(({ file }) => file.lineNo));
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
    missing: lines.flatMap(({ requirement, documents }, index): MissingPaper[] => {
      const isLost = lost.has(index + 1);
      if (!isLost && !asked.has(requirement.requirementId)) return [];
      const reason = isLost ? 'file_lost' : documents.length === 0 ? 'not_there' : 'not_good';
      return [{ lineNo: index + 1, title: requirement.title, reason }];
    }),
  };
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
