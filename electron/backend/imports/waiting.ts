import { AppError } from '#shared/contract/errors.ts';
import type { PlannedClient } from '#shared/domain/import-plan.ts';
import type { Backend } from '#backend/backend.ts';
import type { StoredFirm } from './firm.ts';

/** Known clients whose turn in an import has not come yet. */
export interface Waiting {
  /** Its turn has come. Throws AppError CHANGED_MEANWHILE when somebody has changed it since the import began. */
  take(client: PlannedClient): void;
  end(): void;
}

/** Between the parts of an import other windows may write: what they change is not written over. */
export function watchWaiting(
  backend: Backend,
  clients: readonly PlannedClient[],
  { existing }: StoredFirm,
): Waiting {
  const waiting = new Set(clients.flatMap(({ clientId }) => clientId ?? []));
  const moved = new Set<string>();
  const nameOf = (id: string): string => existing.byId(id)?.values.name ?? '';
  const end = backend.changes.onCommit((touched) => {
    for (const { clientId } of touched) if (clientId !== null && waiting.has(clientId)) moved.add(clientId);
  });
  return {
    take({ clientId }) {
      if (clientId === null) return;
      waiting.delete(clientId);
      if (moved.has(clientId)) throw new AppError('CHANGED_MEANWHILE', { name: nameOf(clientId) });
    },
    end,
  };
}
