import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError, isAppError } from '#shared/contract/errors.ts';
import type { LeftOutPaper, MissingPaper } from '#shared/contract/hand-outs.ts';
import type { languages } from '#shared/contract/settings.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { getApplication } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import { listWords } from '#backend/exports/words.ts';
import { beginWholeFolder, folderError } from '#backend/files/new-folder.ts';
import type { WholeFolder } from '#backend/files/new-folder.ts';
import { readSettings } from '#backend/settings/service.ts';
import { finished, turnToOthers, working } from '#backend/work.ts';
import { bytesToGive } from './bytes-to-give.ts';
import { copyOf } from './copy.ts';
import * as queries from './queries.ts';
import { enter, putOrSay } from './register.ts';
import type { MadeCopy } from './register.ts';
import { indexText } from './submission-index.ts';
import { planOf } from './submission-plan.ts';
import type { PlannedFile, SubmissionPlan } from './submission-plan.ts';

type Language = (typeof languages)[number];

interface PlanInput {
  readonly applicationId: string;
  readonly language?: Language | undefined;
}

/** What the folder of an application's submission would hold and lack. Throws AppError NOT_FOUND. */
export function planSubmission(backend: Backend, input: PlanInput) {
  const { folderName, files, missing, leftOut } = planFor(backend, input);
  return {
    folderName,
    files: files.map(({ lineNo, name, documentId, versionId, sizeBytes }) => ({
      ...{ lineNo, name, documentId, versionId, sizeBytes },
    })),
    missing: [...missing],
    leftOut: [...leftOut],
  };
}

function planFor(backend: Backend, { applicationId, language }: PlanInput): SubmissionPlan {
  const words = listWords(language ?? readSettings(backend).language);
  const isThere = (sha256: string): boolean => backend.vault.has(sha256);
  return planOf(getApplication(backend, applicationId), { words, today: backend.clock.today(), isThere });
}

interface WriteInput extends PlanInput {
  readonly target: string;
  readonly recipient: string;
  readonly purpose: string;
}

interface WrittenSubmission {
  readonly name: string;
  readonly fileCount: number;
  readonly sizeBytes: number;
  readonly missing: MissingPaper[];
  readonly leftOut: LeftOutPaper[];
}

/**
 * Writes the papers of a checklist into a new folder with a list of contents, and enters all of them in one change before the
 * folder is in its place. Throws AppError NOTHING_TO_HAND_OUT, FOLDER_TAKEN, NOT_WRITABLE, DISK_FULL, CANCELLED; nothing is left then.
 */
export async function* writeSubmission(
  backend: Backend,
  input: WriteInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<WrittenSubmission>> {
  const target = backend.tokens.resolve(input.target, 'write');
  const plan = planFor(backend, input);
  if (plan.files.length === 0) throw new AppError('NOTHING_TO_HAND_OUT', {});
  let folder: WholeFolder | undefined;
  try {
    folder = await beginWholeFolder(target);
    yield* write(backend, folder, { input, plan, name: path.basename(target) }, signal);
  } catch (error) {
    throw folderError(error, target);
  } finally {
    // Also reached when the caller walks away in the middle; a folder that is in its place is left alone.
    await folder?.discard();
  }
}

interface Writing {
  readonly input: WriteInput;
  readonly plan: SubmissionPlan;
  readonly name: string;
}

async function* write(
  backend: Backend,
  folder: WholeFolder,
  { input, plan, name }: Writing,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<WrittenSubmission>> {
  const total = plan.files.length;
  const copies: MadeCopy[] = [];
  const lost: PlannedFile[] = [];
  for (const [index, file] of plan.files.entries()) {
    yield working(index, total);
    await turnToOthers(signal);
    const copy = await copied(backend, folder, file, name, signal);
    if (copy === undefined) lost.push(file);
    else copies.push(copy);
  }
  if (copies.length === 0) throw new AppError('NOTHING_TO_HAND_OUT', {});
  const missing = withLost(plan.missing, lost);
  const words = listWords(input.language ?? readSettings(backend).language);
  const { client, application } = getApplication(backend, input.applicationId);
  const heading = { ...input, number: application.number, client: client.name, on: backend.clock.today() };
  const names = copies.map((copy) => copy.name);
  await fs.writeFile(
    await folder.prepare(`${words.lists.submission.index}.txt`),
    indexText(heading, { names, missing, leftOut: plan.leftOut }, words),
    { flag: 'wx', flush: true },
  );
  await folder.sync();
  await turnToOthers(signal);
  const ids = enter(backend, 'submission', input, copies);
  await putOrSay(backend, ids, () => folder.put());
  const sizeBytes = copies.reduce((sum, { file }) => sum + file.sizeBytes, 0);
  yield finished({ name, fileCount: copies.length, sizeBytes, missing, leftOut: [...plan.leftOut] });
}

/** Undefined for one whose bytes are gone or altered: the rest goes on, and the list of contents names it. */
async function copied(
  backend: Backend,
  folder: WholeFolder,
  { versionId, name }: PlannedFile,
  folderName: string,
  signal: AbortSignal | undefined,
): Promise<MadeCopy | undefined> {
  const version = queries.versionToGive(backend.db, versionId);
  if (version === undefined) return undefined;
  const place = await folder.prepare(name);
  try {
    const file = await bytesToGive(backend, version, place, signal);
    return copyOf(version, { file, name, folderName });
  } catch (error) {
    const isLost = isAppError(error) && lostCodes.has(error.code);
    if (!isLost) throw error;
    await fs.rm(place, { force: true });
    return undefined;
  }
}

const lostCodes: ReadonlySet<string> = new Set(['NOT_FOUND', 'FILE_DAMAGED', 'FILE_UNREADABLE']);

function withLost(missing: readonly MissingPaper[], lost: readonly PlannedFile[]): MissingPaper[] {
  const lines = new Map(missing.map((each) => [each.lineNo, each]));
  for (const { lineNo, title } of lost) lines.set(lineNo, { lineNo, title, reason: 'file_lost' });
  return [...lines.values()].sort((a, b) => a.lineNo - b.lineNo);
}
