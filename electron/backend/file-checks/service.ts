import fs from 'node:fs';
import { fileFaultCodes } from '#shared/contract/file-checks.ts';
import type { FaultyFile, FileFaultCode } from '#shared/contract/file-checks.ts';
import type { Backend } from '#backend/backend.ts';
import { poolPath } from '#backend/backups/place.ts';
import { isFileNeeded } from '#backend/db/needed-files.ts';
import { noteFilesToRemove, notedFilesRemoved } from '#backend/keeping/remove-files.ts';
import { backupFolderPath } from '#backend/settings/service.ts';
import { announce } from '#backend/system/announcements.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import * as queries from './queries.ts';
import type { OwnerRecord } from './queries.ts';

/** More are hardly looked through one by one; the counts tell of all. */
const shownAtMost = 500;

/** When all files were looked at last, and how many have which fault. */
export function readHealth({ db }: Pick<Backend, 'db'>) {
  const found = new Map(queries.countFaults(db).map(({ fault, n }) => [fault, n]));
  const counts = Object.fromEntries(fileFaultCodes.map((code) => [code, found.get(code) ?? 0])) as Record<
    FileFaultCode,
    number
  >;
  return { checkedAtMs: queries.readStamp(db, 'file_round_ended') ?? null, counts };
}

/** The files with a fault, whose they are, and whether a backup has them. */
export function listFaults(backend: Backend): { readonly files: FaultyFile[] } {
  const { db } = backend;
  const found = queries.faults(db, shownAtMost);
  const owners = queries.ownersOf(
    db,
    found.map(({ sha256 }) => sha256),
  );
  const files = found.flatMap(({ sha256, fault, size_bytes: sizeBytes, checked_at_ms: checkedAtMs }) =>
    fault === null
      ? []
      : [
          {
            ...{ sha256, fault, sizeBytes, checkedAtMs },
            isInBackup: fault !== 'orphaned' && copiesOf(backend, { sha256, sizeBytes }).length > 0,
            papers: owners.filter((owner) => owner.sha256 === sha256).map(paperOf),
          },
        ],
  );
  return { files };
}

const paperOf = (owner: OwnerRecord): FaultyFile['papers'][number] => ({
  id: owner.document_id,
  clientId: owner.client_id,
  clientName: owner.client_name,
  kind: owner.kind,
  title: owner.title,
  originalName: owner.original_name,
  versionNo: owner.version_no,
  isTrashed: owner.is_trashed === 1,
});

/** Where backups have a file of this name and size. */
function copiesOf(backend: Backend, { sha256, sizeBytes }: StoredFile): string[] {
  const folders = new Set([backupFolderPath(backend), ...queries.backupFolders(backend.db)]);
  return [...folders]
    .map((folder) => poolPath(folder, sha256))
    .filter((file) => fs.statSync(file, { throwIfNoEntry: false })?.size === sizeBytes);
}

/** Keeps what a look at one file has found. A file that is wrong is replaced by the next good copy that comes in. */
export function noteCheck(
  { db, vault, clock }: Backend,
  file: StoredFile,
  fault: FileFaultCode | null,
): void {
  if (fault === 'altered' || fault === 'unreadable') vault.distrust(file.sha256);
  const { sha256, sizeBytes } = file;
  queries.keepCheck(db, { sha256, size_bytes: sizeBytes, checked_at_ms: clock.nowMs(), fault });
}

/** What was found wrong is remembered only as long as the program runs: told to the vault at each start. */
export function distrustFaulty({ db, vault }: Pick<Backend, 'db' | 'vault'>): void {
  for (const { sha256, fault } of queries.faults(db, Number.MAX_SAFE_INTEGER))
    if (fault === 'altered' || fault === 'unreadable') vault.distrust(sha256);
}

/** Looks at a file and keeps what was found. Throws AppError CANCELLED. */
export async function checkFile(
  backend: Backend,
  file: StoredFile,
  signal?: AbortSignal,
): Promise<FileFaultCode | null> {
  const fault = (await backend.vault.faultOf(file, { signal })) ?? null;
  // What was destroyed while it was read has no fault.
  if (!isFileNeeded(backend.db, file.sha256)) return null;
  noteCheck(backend, file, fault);
  return fault;
}

const knownFaults = ({ db }: Pick<Backend, 'db'>, hashes: readonly string[]) => {
  const asked = new Set(hashes);
  return queries.faults(db, Number.MAX_SAFE_INTEGER).filter(({ sha256 }) => asked.has(sha256));
};

/** Looks at files again that had a fault. */
export async function checkAgain(backend: Backend, hashes: readonly string[], signal?: AbortSignal) {
  let faultCount = 0;
  for (const { sha256, size_bytes: sizeBytes, fault } of knownFaults(backend, hashes)) {
    if (fault === 'orphaned') {
      if (backend.vault.has(sha256)) faultCount += 1;
      else queries.forgetCheck(backend.db, sha256);
    } else if ((await checkFile(backend, { sha256, sizeBytes }, signal)) !== null) faultCount += 1;
  }
  announce(backend, ['file_checks']);
  return { faultCount };
}

/** Puts good copies out of the backups in the place of faulty files; a copy is read whole before it is trusted. */
export async function repairFiles(backend: Backend, hashes: readonly string[], signal?: AbortSignal) {
  let repairedCount = 0;
  for (const { sha256, size_bytes: sizeBytes, fault } of knownFaults(backend, hashes)) {
    if (fault === null || fault === 'orphaned') continue;
    const file = { sha256, sizeBytes };
    // Else what lies there, of the same length, would be taken for the file.
    backend.vault.distrust(sha256);
    for (const copy of copiesOf(backend, file)) if (await takeCopy(backend, file, copy, signal)) break;
    if ((await checkFile(backend, file, signal)) === null) repairedCount += 1;
  }
  announce(backend, ['file_checks']);
  return { repairedCount, leftCount: new Set(hashes).size - repairedCount };
}

async function takeCopy(
  backend: Backend,
  { sha256 }: StoredFile,
  copy: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const staged = await backend.vault.stage(copy, { signal });
  if (staged.sha256 !== sha256) {
    staged.drop();
    return false;
  }
  staged.keep();
  return true;
}

/** Takes files off the disk that nothing knows. */
export async function removeOrphans(backend: Backend, hashes: readonly string[]) {
  const { db, clock } = backend;
  const orphans = knownFaults(backend, hashes)
    .filter(({ fault }) => fault === 'orphaned')
    .map(({ sha256 }) => sha256)
    .filter((sha256) => !isFileNeeded(db, sha256));
  db.transaction(() => noteFilesToRemove(backend, orphans, clock.nowMs())).immediate();
  await notedFilesRemoved(backend);
  const removedCount = orphans.filter((sha256) => !backend.vault.has(sha256)).length;
  announce(backend, ['file_checks']);
  return { removedCount, leftCount: new Set(hashes).size - removedCount };
}
