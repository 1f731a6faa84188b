import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { CopyMark } from '#shared/contract/hand-outs.ts';
import { withMark } from '#shared/domain/mark-words.ts';
import type { Backend } from '#backend/backend.ts';
import { makeMarkedCopy } from '#backend/documents/quality/marked-copy.ts';
import { folderError } from '#backend/files/new-folder.ts';
import { placeSynced, writeWhole } from '#backend/vault/durable-files.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import { bytesToGive } from './bytes-to-give.ts';
import * as queries from './queries.ts';
import type { VersionToGive } from './queries.ts';
import { enter, putOrSay } from './register.ts';
import type { MadeCopy, Occasion } from './register.ts';

export interface CopyInput extends Occasion {
  readonly versionId: string;
  readonly target: string;
}

/**
 * Writes a copy of one file of a paper where the user said, and enters it: unaltered, or with a mark across its pages. Throws
 * AppError FILE_DAMAGED and as `giveCopy` and `makeMarkedCopy` do.
 */
export function copyOut(
  backend: Backend,
  { mark, ...input }: CopyInput & { readonly mark: CopyMark | null },
  signal?: AbortSignal,
) {
  if (mark === null)
    return giveCopy(backend, input, (version, temporary) => bytesToGive(backend, version, temporary, signal));
  const given = { ...input, purpose: withMark(input.purpose, mark.words) };
  return giveCopy(backend, given, async ({ version_id: versionId }, temporary) => {
    const bytes = await makeMarkedCopy(backend, versionId, mark, signal);
    writeWhole(temporary, bytes);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
  });
}

/**
 * Writes a copy of one file of a paper where the user said, as `write` makes it, and enters it before it is in its place.
 * Throws AppError NOT_FOUND, FILE_TOKEN_UNKNOWN, NOT_WRITABLE, DISK_FULL, and what `write` throws; nothing is left then.
 */
export async function giveCopy(
  backend: Backend,
  { versionId, target, ...occasion }: CopyInput,
  write: (version: VersionToGive, temporary: string) => Promise<StoredFile>,
) {
  const file = backend.tokens.resolve(target, 'write');
  const version = required(backend, versionId);
  refuseUnknown(backend, occasion);
  const name = path.basename(file);
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${randomUUID()}.tmp`);
  try {
    const copy = await write(version, temporary);
    const made = copyOf(version, { file: copy, name, folderName: path.basename(folder) });
    const ids = enter(backend, 'file', occasion, [made]);
    await putOrSay(backend, ids, () => fs.rename(temporary, file));
    await placeSynced(folder);
    return { entryId: ids[0] ?? '', name, ...copy };
  } catch (error) {
    throw folderError(error, folder);
  } finally {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
  }
}

export const copyOf = (
  version: VersionToGive,
  made: Pick<MadeCopy, 'file' | 'name' | 'folderName'>,
): MadeCopy => ({
  clientId: version.client_id,
  documentId: version.document_id,
  versionId: version.version_id,
  contactId: version.contact_id,
  originalSha256: version.sha256,
  ...made,
});

/** The file of a paper that is to leave. Throws AppError NOT_FOUND. */
export function required({ db }: Backend, versionId: string): VersionToGive {
  const version = queries.versionToGive(db, versionId);
  if (version === undefined) throw new AppError('NOT_FOUND', { what: 'document_versions', id: versionId });
  return version;
}

/** Throws AppError NOT_FOUND for an application that is not there. */
export function refuseUnknown({ db }: Backend, { applicationId }: Pick<Occasion, 'applicationId'>): void {
  if (applicationId !== null && !queries.isLiveApplication(db, applicationId))
    throw new AppError('NOT_FOUND', { what: 'applications', id: applicationId });
}
