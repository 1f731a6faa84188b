import { AppError } from '#shared/contract/errors.ts';
import type { HandOutWay } from '#shared/domain/hand-out.ts';
import type { Backend } from '#backend/backend.ts';
import type { StoredFile } from '#backend/vault/layout.ts';
import { actingConsultantId } from '#backend/settings/service.ts';
import * as queries from './queries.ts';

/** For whom a copy is, and for what; the application when there is one. */
export interface Occasion {
  readonly recipient: string;
  readonly purpose: string;
  readonly applicationId: string | null;
}

/** A copy as it was written, or is about to be printed. */
export interface MadeCopy {
  readonly clientId: string | null;
  readonly documentId: string | null;
  readonly versionId: string | null;
  readonly contactId: string | null;
  readonly originalSha256: string | null;
  readonly file: StoredFile;
  readonly name: string;
  readonly folderName: string;
}

/**
 * Enters copies in the register, all in one change, before any of them is in its place: no copy is without its entry, and
 * one that then can't be put there is said not to have been written (`enterNotWritten`).
 *
 * What does not come here: backups and the full export are the firm's own and go to nobody; a list or a checklist as a file
 * holds no paper's bytes; `files.read` serves the windows of the program alone. Whatever else gives a paper's bytes to a
 * place outside the vault enters them here first (`test/contract/hand-outs-exploit.test.ts`).
 */
export function enter(
  backend: Backend,
  way: HandOutWay,
  { recipient, purpose, applicationId }: Occasion,
  copies: readonly MadeCopy[],
): string[] {
  const { result } = backend.changes.record('handOuts.enter', (change) =>
    copies.map((copy) =>
      change.insert('hand_outs', {
        way,
        client_id: copy.clientId,
        document_id: copy.documentId,
        version_id: copy.versionId,
        application_id: applicationId,
        contact_id: copy.contactId,
        consultant_id: actingConsultantId(backend.db),
        original_sha256: copy.originalSha256,
        copy_sha256: copy.file.sha256,
        copy_name: copy.name,
        folder_name: copy.folderName,
        size_bytes: copy.file.sizeBytes,
        recipient,
        purpose,
        handed_at_ms: change.atMs,
      }),
    ),
  );
  return result;
}

/** Says of copies that they did not come about. Of one of which something was said already nothing is changed. */
export function enterNotWritten(backend: Backend, ids: readonly string[]): { changeId: string | null } {
  const { changeId } = backend.changes.record('handOuts.notWritten', (change) => {
    for (const id of ids) {
      const entry = queries.findHandOut(backend.db, id);
      if (entry === undefined) throw new AppError('NOT_FOUND', { what: 'hand_outs', id });
      if (entry.outcome === null) change.update('hand_outs', id, { outcome: 'not_written' });
    }
  });
  return { changeId };
}

/** Puts copies that were entered in their place; where that fails, the register says so. */
export async function putOrSay(
  backend: Backend,
  ids: readonly string[],
  put: () => Promise<void>,
): Promise<void> {
  try {
    await put();
  } catch (error) {
    enterNotWritten(backend, ids);
    throw error;
  }
}
