import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isAppError } from '#shared/contract/errors.ts';
import type { PersonPaper, PersonReport } from '#shared/contract/people.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { endingOf } from '#shared/domain/file-ending.ts';
import { namesTaken, safeFileName } from '#shared/domain/safe-file-name.ts';
import type { Backend } from '#backend/backend.ts';
import { stylePlace } from '#backend/exports/firm/pages/frame.ts';
import { styleText } from '#backend/exports/firm/pages/style.ts';
import { cellWords, momentWords, paperTitle, speechOf } from '#backend/exports/firm/speech.ts';
import type { Language, Speech } from '#backend/exports/firm/speech.ts';
import { beginWholeFolder, folderError } from '#backend/files/new-folder.ts';
import type { WholeFolder } from '#backend/files/new-folder.ts';
import { bytesToGive } from '#backend/hand-outs/bytes-to-give.ts';
import { enter, putOrSay } from '#backend/hand-outs/register.ts';
import type { MadeCopy } from '#backend/hand-outs/register.ts';
import { readSettings } from '#backend/settings/service.ts';
import { finished, turnToOthers, working } from '#backend/work.ts';
import { afterLongChange, undisturbed } from '#backend/in-turns.ts';
import { lookAt } from './look.ts';
import { personPage } from './page.ts';
import { reportOf } from './report.ts';

interface ExportInput {
  readonly id: string;
  readonly target: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly language?: Language | undefined;
}

interface Exported {
  readonly name: string;
  readonly fileCount: number;
  readonly sizeBytes: number;
  readonly missing: string[];
}

/**
 * Writes everything about one person into a new folder and enters each copy, the page too, before the folder is in its place.
 * Throws AppError NOT_FOUND, FOLDER_TAKEN, FILE_TOKEN_UNKNOWN, NOT_WRITABLE, DISK_FULL, CANCELLED; nothing is left then.
 */
export async function* exportPerson(
  backend: Backend,
  input: ExportInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<Exported>> {
  const target = backend.tokens.resolve(input.target, 'write');
  yield working(0, 1);
  await turnToOthers(signal);
  await afterLongChange(backend, signal);
  const looking = function* () {
    return reportOf(backend, yield* lookAt(backend, input.id));
  };
  const report = await undisturbed(backend, looking, signal);
  let folder: WholeFolder | undefined;
  try {
    folder = await beginWholeFolder(target);
    yield* write(backend, folder, { input, report, name: path.basename(target) }, signal);
  } catch (error) {
    throw folderError(error, target);
  } finally {
    // Also reached when the caller walks away in the middle; a folder that is in its place is left alone.
    await folder?.discard();
  }
}

interface Writing {
  readonly input: ExportInput;
  readonly report: PersonReport;
  readonly name: string;
}

async function* write(
  backend: Backend,
  folder: WholeFolder,
  { input, report, name }: Writing,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<Exported>> {
  const speech = speechOf(input.language ?? readSettings(backend).language, new Map());
  const files = filesOf(speech, report);
  const copies: MadeCopy[] = [];
  const places = new Map<string, string>();
  const missing: string[] = [];
  for (const [index, planned] of files.entries()) {
    yield working(index, files.length + 1);
    await turnToOthers(signal);
    const copy = await copied(backend, folder, planned, { name, contactId: input.id }, signal);
    if (copy === undefined) missing.push(planned.file.originalName);
    else {
      copies.push(copy);
      places.set(planned.file.versionId, planned.place);
    }
  }
  yield working(files.length, files.length + 1);
  const moment = momentWords(backend.clock.nowMs());
  copies.push(await writePage(folder, speech, report, { ...input, folderName: name, moment, places }));
  await fs.writeFile(await folder.prepare(stylePlace), styleText, { flag: 'wx', flush: true });
  await folder.sync();
  await turnToOthers(signal);
  const ids = enter(backend, 'person', { ...input, applicationId: null }, copies);
  await putOrSay(backend, ids, () => folder.put());
  const sizeBytes = copies.reduce((sum, { file }) => sum + file.sizeBytes, 0);
  yield finished({ name, fileCount: copies.length, sizeBytes, missing });
}

interface PlannedFile {
  readonly paper: PersonPaper;
  readonly file: PersonPaper['files'][number];
  readonly place: string;
}

/** Every version of every paper that is still there, under a telling name. */
function filesOf(speech: Speech, report: PersonReport): PlannedFile[] {
  const names = namesTaken();
  const folder = speech.archive.person.files;
  return report.papers
    .filter(({ isDestroyed }) => !isDestroyed)
    .flatMap((paper) =>
      paper.files.map((file) => {
        const part = file.part === 'whole' ? null : cellWords(speech, 'document_versions', 'part', file.part);
        const no = file.versionNo > 1 ? `v${file.versionNo}` : null;
        const stem = [paperTitle(speech, { title: paper.title, kind: paper.kind }), part, no]
          .filter((each) => each !== null)
          .join(' ');
        return {
          paper,
          file,
          place: `${folder}/${names.take(safeFileName(stem), endingOf(file.mediaType))}`,
        };
      }),
    );
}

const lostCodes: ReadonlySet<string> = new Set(['NOT_FOUND', 'FILE_DAMAGED', 'FILE_UNREADABLE']);

/** Undefined for one whose bytes are gone or altered: the rest goes on, and the page says so. */
async function copied(
  backend: Backend,
  folder: WholeFolder,
  { paper, file, place }: PlannedFile,
  { name, contactId }: { readonly name: string; readonly contactId: string },
  signal: AbortSignal | undefined,
): Promise<MadeCopy | undefined> {
  const target = await folder.prepare(place);
  try {
    const written = await bytesToGive(backend, file, target, signal);
    return {
      ...{ clientId: paper.clientId, documentId: paper.id, versionId: file.versionId, contactId },
      ...{ originalSha256: file.sha256, file: written, folderName: name },
      name: path.posix.basename(place),
    };
  } catch (error) {
    if (!isAppError(error) || !lostCodes.has(error.code)) throw error;
    await fs.rm(target, { force: true });
    return undefined;
  }
}

interface PageInput extends ExportInput {
  readonly folderName: string;
  readonly moment: string;
  readonly places: ReadonlyMap<string, string>;
}

async function writePage(
  folder: WholeFolder,
  speech: Speech,
  report: PersonReport,
  { id, folderName, ...head }: PageInput,
): Promise<MadeCopy> {
  const name = speech.archive.person.page;
  const bytes = Buffer.from(personPage(speech, report, head));
  await fs.writeFile(await folder.prepare(name), bytes, { flag: 'wx', flush: true });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    ...{ clientId: null, documentId: null, versionId: null, contactId: id, originalSha256: null },
    ...{ file: { sha256, sizeBytes: bytes.length }, name, folderName },
  };
}
