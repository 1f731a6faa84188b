import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { firmParts, FirmStep } from '#shared/contract/exports.ts';
import type { Backend } from '#backend/backend.ts';
import { readSettings } from '#backend/settings/service.ts';
import { turnToOthers } from '#backend/work.ts';
import { folderError } from '#backend/files/new-folder.ts';
import { beginFolder } from './folder.ts';
import type { NewFolder } from './folder.ts';
import { indexPage } from './pages/index-page.ts';
import { stylePlace } from './pages/frame.ts';
import { styleText } from './pages/style.ts';
import { consultantNames, roughRowCount } from './queries.ts';
import { readmeText, schemaText } from './readme.ts';
import { momentWords, speechOf } from './speech.ts';
import type { Language, Speech } from './speech.ts';
import { exportedTables, writeTables } from './tables.ts';
import type { TableCount } from './tables.ts';
import { viewOf } from './view.ts';
import { writeClients } from './write-clients.ts';
import { writeWorkbooks } from './workbooks.ts';

export interface FirmTarget {
  /** A folder that is not there yet, or an empty one. */
  readonly target: string;
  readonly language: Language;
}

/**
 * Writes everything the firm has into a new folder, as it was at one moment, whole or not at all: tables, workbooks, a
 * page for each client with the originals of its papers, and a manifest of all files. What a change in parts has
 * written so far is no state to hand out. Throws AppError CHANGE_UNDER_WAY, FOLDER_TAKEN, NOT_WRITABLE, DISK_FULL, CANCELLED.
 */
export async function* writeFirm(
  backend: Backend,
  { target, language }: FirmTarget,
  signal: AbortSignal | undefined,
): AsyncGenerator<FirmStep> {
  const change = backend.changes.underWay();
  if (change !== null) throw new AppError('CHANGE_UNDER_WAY', { action: change.action });
  let folder: NewFolder | undefined;
  const view = viewOf(backend);
  try {
    folder = await beginFolder(target);
    yield* write({ backend: view.backend, folder, language, name: path.basename(target) }, signal);
  } catch (error) {
    throw folderError(error, target);
  } finally {
    view.end();
    // Also reached when the caller walks away in the middle; a folder that is in its place is left alone.
    await folder?.discard();
  }
}

interface Writing {
  readonly backend: Backend;
  readonly folder: NewFolder;
  readonly language: Language;
  readonly name: string;
}

async function* write(
  { backend, folder, language, name }: Writing,
  signal: AbortSignal | undefined,
): AsyncGenerator<FirmStep> {
  const consultants = new Map(consultantNames(backend.db).map((person) => [person.id, person.name]));
  const speechIn = (each: Language): Speech => speechOf(each, consultants);
  const speech = speechIn(language);
  const counts: TableCount[] = [];
  const rough = roughRowCount(backend.db, exportedTables);
  yield* told('data', rough, writeTables(backend, folder, counts, signal));
  const liveOf = (table: string): number => counts.find((each) => each.table === table)?.live ?? 0;
  const total = liveOf('clients');
  const listed =
    total +
    ['accounts', 'applications', 'documents', 'fees', 'attempts', 'events'].reduce(
      (sum, table) => sum + liveOf(table),
      0,
    );
  yield* told('workbooks', listed, writeWorkbooks(backend, folder, speech, signal));
  const { firmName } = readSettings(backend);
  const facts = (of: Speech) => ({
    firm: firmName === '' ? of.archive.noFirm : firmName,
    moment: momentWords(backend.clock.nowMs()),
  });
  await writeTexts(backend, folder, speechIn, counts, facts);
  const index = indexPage(speech, {
    ...facts(speech),
    readme: readmeName[language],
    clients: total,
    applications: liveOf('applications'),
    files: liveOf('document_versions'),
  });
  const written = { originalCount: 0, missingCount: 0 };
  const clients = writeClients(
    backend,
    folder,
    { speech, index, moment: facts(speech).moment, written },
    signal,
  );
  yield* told('clients', total, clients);
  await turnToOthers(signal);
  const sizes = await folder.finish();
  yield { kind: 'done', result: { name, clientCount: total, ...written, ...sizes } };
}

/** Adds up what a part says it has done. */
async function* told(
  what: (typeof firmParts)[number],
  total: number,
  part: AsyncIterable<number>,
): AsyncGenerator<FirmStep> {
  let done = 0;
  yield { kind: 'working', what, done, total };
  for await (const more of part) {
    done += more;
    yield { kind: 'working', what, done, total: Math.max(total, done) };
  }
}

const readmeName: Readonly<Record<Language, string>> = { 'zh-CN': 'README.zh-CN.md', en: 'README.md' };
const schemaName: Readonly<Record<Language, string>> = { 'zh-CN': 'schema.zh-CN.md', en: 'schema.md' };

/** What explains the folder, in both languages, and the looks of its pages. */
async function writeTexts(
  backend: Backend,
  folder: NewFolder,
  speechIn: (language: Language) => Speech,
  counts: readonly TableCount[],
  facts: (speech: Speech) => { readonly firm: string; readonly moment: string },
): Promise<void> {
  await folder.write(stylePlace, styleText);
  for (const language of ['zh-CN', 'en'] as const) {
    const speech = speechIn(language);
    await folder.write(readmeName[language], readmeText(speech, { ...facts(speech), counts }));
    await folder.write(`data/${schemaName[language]}`, schemaText(speech, backend));
  }
}
