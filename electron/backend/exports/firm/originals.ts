import fs from 'node:fs/promises';
import { isAppError } from '#shared/contract/errors.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { endingOf } from '#shared/domain/file-ending.ts';
import { namesTaken, safeFileName } from '#shared/domain/safe-file-name.ts';
import type { Backend } from '#backend/backend.ts';
import type { Row } from '#backend/db/change.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import type { ArchivedClient } from './client-archive.ts';
import type { NewFolder, OriginalOf } from './folder.ts';
import { cellWords, paperTitle } from './speech.ts';
import type { Speech } from './speech.ts';

/** Where the files of a client's papers lie, by version; null for one that could not be had. */
export type OriginalPlaces = ReadonlyMap<string, string | null>;

const stemBytes = 150;

/** Writes every file of a client's papers, the earlier versions too, unaltered and under a telling name. */
export async function writeOriginals(
  backend: Pick<Backend, 'vault'>,
  folder: NewFolder,
  { speech, folderName }: { readonly speech: Speech; readonly folderName: string },
  { row: client, rows }: ArchivedClient,
  signal: AbortSignal | undefined,
): Promise<OriginalPlaces> {
  const places = new Map<string, string | null>();
  const files = originalsOf(speech, folderName, client, rows);
  for (let at = 0; at < files.length; at += copiedAtOnce) {
    const some = files.slice(at, at + copiedAtOnce);
    const there = await allDone(some.map(({ place, file }) => copied(backend, folder, place, file, signal)));
    for (const [index, { place, file, original }] of some.entries()) {
      const isThere = there[index] === true;
      await (isThere ? folder.add(place, file, original) : folder.addMissing(file, original));
      places.set(original.versionId, isThere ? place : null);
    }
  }
  return places;
}

/** Throws the first failure, but only when none writes any more: what comes next may remove what they write. */
async function allDone<Value>(all: readonly Promise<Value>[]): Promise<Value[]> {
  const settled = await Promise.allSettled(all);
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

/** Waiting for the disk is most of the work. */
const copiedAtOnce = 8;

interface Original {
  readonly place: string;
  readonly file: StoredFile;
  readonly original: OriginalOf;
}

function originalsOf(
  speech: Speech,
  folderName: string,
  client: Row,
  { documents, document_versions: versions }: ArchivedClient['rows'],
): Original[] {
  const papers = new Map(documents.map((paper) => [paper.id, paper]));
  const names = namesTaken();
  return versions.flatMap((version) => {
    const paper = papers.get(version.document_id ?? '');
    if (paper === undefined) return [];
    const name = names.take(stemOf(speech, paper, version), endingOf(String(version.media_type)));
    return {
      place: `files/${folderName}/${name}`,
      file: { sha256: String(version.sha256), sizeBytes: Number(version.size_bytes) },
      original: {
        clientName: String(client.name),
        paper: paperTitle(speech, paper),
        originalName: String(version.original_name),
        versionId: String(version.id),
      },
    };
  });
}

/** Of one whose bytes are no longer what was kept nothing stays: it would not be the original. */
async function copied(
  { vault }: Pick<Backend, 'vault'>,
  folder: NewFolder,
  place: string,
  { sha256 }: StoredFile,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const target = await folder.prepare(place);
  try {
    const written = await vault.copyTo(sha256, target, { signal });
    if (written.sha256 === sha256) return true;
  } catch (error) {
    // One lost scan must not keep everything else from going out; the manifest names it.
    if (!isAppError(error) || (error.code !== 'NOT_FOUND' && error.code !== 'FILE_UNREADABLE')) throw error;
  }
  await fs.rm(target, { force: true });
  return false;
}

/** 营业执照 正面 2026-09-01 v2: the paper, its side, the day it came. */
function stemOf(speech: Speech, paper: Row, version: Row): string {
  const part = version.part === 'whole' ? '' : cellWords(speech, 'document_versions', 'part', version.part);
  const no = Number(version.version_no) > 1 ? `v${version.version_no}` : '';
  const rest = [part, dateOfInstant(Number(version.created_at_ms)), no]
    .filter((each) => each !== '')
    .join(' ');
  return `${safeFileName(paperTitle(speech, paper), stemBytes)} ${rest}`;
}
