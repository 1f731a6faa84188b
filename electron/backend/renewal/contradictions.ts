import type { Contradiction } from '#shared/contract/renewal.ts';
import { isContradicted } from '#shared/domain/paper-differences.ts';
import type { Backend } from '#backend/backend.ts';
import { onFileRead } from '#backend/documents/reading/read-file.ts';
import { documentsById } from '#backend/documents/service.ts';
import { createAlarm } from '#backend/reminders/alarm.ts';
import { checkPaper } from './check.ts';
import * as queries from './queries.ts';
import { paperOf } from './touches.ts';

const longWaitMs = 60_000;

/**
 * Tells of each paper that is not the client's, once that is read off it, after it has taken the place of another or of its own
 * older version.
 */
export async function* watchContradictions(
  backend: Backend,
  signal: AbortSignal | undefined,
): AsyncGenerator<Contradiction> {
  const alarm = createAlarm(signal);
  const read: string[] = [];
  const endListening = onFileRead(backend, (sha256) => {
    read.push(sha256);
    alarm.ring();
  });
  try {
    while (signal?.aborted !== true) {
      for (let sha256 = read.shift(); sha256 !== undefined; sha256 = read.shift())
        yield* contradictionsOf(backend, sha256);
      await alarm.wait(longWaitMs);
    }
  } finally {
    endListening();
  }
}

interface TakenPlace {
  readonly oldId: string;
  readonly id: string;
  readonly changeId: string | null;
}

function placesTakenBy({ db }: Backend, sha256: string): TakenPlace[] {
  return [
    ...queries.replacementsBy(db, sha256).map(({ old_id: oldId, id }) => ({
      ...{ oldId, id },
      changeId: queries.replacementOf(db, oldId) ?? null,
    })),
    ...queries.newVersionsOf(db, sha256).map(({ id, change_id: changeId }) => ({ oldId: id, id, changeId })),
  ];
}

function contradictionsOf(backend: Backend, sha256: string): Contradiction[] {
  return placesTakenBy(backend, sha256).flatMap(({ oldId, id, changeId }) => {
    const papers = documentsById(backend, [oldId, id]);
    const [old, renewed] = [papers.get(oldId), papers.get(id)];
    if (old === undefined || renewed === undefined) return [];
    const { differences } = checkPaper(backend, renewed, old);
    if (!isContradicted(differences)) return [];
    return {
      old: paperOf(old),
      renewed: paperOf(renewed),
      clientName: renewed.clientName,
      changeId,
      differences,
    };
  });
}
