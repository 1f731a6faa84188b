import { createHash } from 'node:crypto';
import { startKinds } from '#shared/contract/bulk-accounts.ts';
import type { StartCheck } from '#shared/contract/bulk-accounts.ts';
import type { BulkOutcome } from '#shared/contract/bulk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { openApplication } from '#backend/applications/opening.ts';
import type { Backend } from '#backend/backend.ts';
import type { Change } from '#backend/db/change.ts';
import { finished, silently } from '#backend/work.ts';
import { readAccounts } from './accounts.ts';
import type { Input } from './input.ts';
import { rowByRow } from './row-by-row.ts';
import { weighStarts } from './weigh-starts.ts';
import type { Start } from './weigh-starts.ts';

/** So many are told by name. */
const namedAtMost = 100;

/** Looks at what all accounts that are meant would begin. Throws AppError CANCELLED. */
export async function* checkStart(
  backend: Backend,
  { kind, ...chosen }: Input<'checkStart'>,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<StartCheck>> {
  const accounts = readAccounts(backend, chosen);
  const starts = yield* weighStarts(backend, { accounts, kind, doubts: true }, signal);
  yield finished(toldOf(starts));
}

function toldOf(starts: readonly Start[]): StartCheck {
  const refused = starts.flatMap(({ refusal, named }) =>
    refusal === undefined ? [] : [{ ...named, reason: refusal.reason, number: refusal.number }],
  );
  const able = starts.filter(({ refusal }) => refusal === undefined);
  const doubtful = able.flatMap(({ named, doubts }) =>
    doubts.length === 0 ? [] : [{ ...named, doubts: [...doubts] }],
  );
  return {
    count: starts.length,
    kinds: startKinds
      .map((kind) => ({ kind, count: able.filter(({ named }) => named.kind === kind).length }))
      .filter(({ count }) => count > 0),
    refusedIds: refused.map(({ id }) => id),
    refused: refused.slice(0, namedAtMost),
    doubtfulIds: doubtful.map(({ id }) => id),
    doubtful: doubtful.slice(0, namedAtMost),
    seen: seenOf(starts),
  };
}

function seenOf(starts: readonly Start[]): string {
  const lines = starts.map(({ named, refusal, doubts }) =>
    JSON.stringify([named.id, named.kind, refusal?.reason, doubts]),
  );
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}

/**
 * Opens an application for all accounts that are meant. Throws AppError STALE (with `seen`: others are meant, or otherwise,
 * than were looked at), what `openApplication` throws for the first that can't, and what `writeInParts` throws; none is
 * opened then. It tells no step before it writes: with the first one the dialog closes.
 */
export async function* startApplications(
  backend: Backend,
  { kind, seen, ...chosen }: Input<'startApplications'>,
  signal?: AbortSignal,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  const accounts = readAccounts(backend, chosen);
  const doubts = seen !== undefined;
  const starts = await silently(weighStarts(backend, { accounts, kind, doubts }, signal));
  if (seen !== undefined && seen !== seenOf(starts))
    throw new AppError('STALE', { field: 'rows', expected: null, found: null });
  const refusal = starts.find((start) => start.refusal !== undefined)?.refusal;
  if (refusal !== undefined) throw refusal.error;
  const kinds = new Map(starts.map(({ named }) => [named.id, named.kind]));
  const write = (change: Change, accountId: string): boolean => {
    const own = kinds.get(accountId);
    if (own !== undefined) openApplication(backend, change, { accountId, kind: own });
    return own !== undefined;
  };
  yield* rowByRow(
    backend,
    { action: 'bulk.startApplications', table: 'accounts', ids: [...kinds.keys()], write },
    signal,
  );
}
