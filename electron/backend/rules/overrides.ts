import type { OverrideRow, TouchedApplication } from '#shared/contract/rules.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { baseValueOf, isApplicable, placeOf, withOverrides } from '#shared/domain/rule-override.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { impactOn, judgeCases } from '#backend/applications/judging.ts';
import { askForNewPapers } from '#backend/applications/rule-changes.ts';
import type { Backend } from '#backend/backend.ts';
import { finished } from '#backend/work.ts';
import { actingConsultantName } from '#backend/settings/consultants.ts';
import type { StoredOverride } from './library.ts';
import * as queries from './queries.ts';

/** The firm's overrides with what the newest version of the pack itself says. */
export function listOverrides(backend: Backend): OverrideRow[] {
  return backend.rules.overrides.map((override) => rowOf(backend, override));
}

function rowOf(backend: Backend, { id, packId, change, reason, author, atMs }: StoredOverride): OverrideRow {
  const base = backend.rules.all.some((loaded) => loaded.base.id === packId)
    ? backend.rules.get(packId).base
    : undefined;
  return {
    id,
    packId,
    change,
    reason,
    author: author ?? null,
    atMs,
    base: (base && baseValueOf(base, change, backend.clock.today())) ?? null,
    applies: base !== undefined && isApplicable(base, change),
  };
}

/** The open applications for which an override would change something. Throws AppError NOT_FOUND, CANCELLED. */
export async function* previewOverride(
  backend: Backend,
  { packId, change }: { packId: string; change: OverrideChange },
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<TouchedApplication[]>> {
  backend.rules.get(packId);
  const ids = () => queries.openApplicationIdsOfPack(backend.db, packId);
  const judgements = yield* judgeCases(
    backend,
    () => {
      const rules = { pack: underOverride(backend, packId, change) };
      return ids().map((id) => ({ id, rules }));
    },
    signal,
  );
  yield finished(impactOn(ids(), judgements).touched);
}

/** Every version of the pack as it would be with one more override in force. */
function underOverride(
  backend: Backend,
  packId: string,
  change: OverrideChange,
): (own: RulePack) => RulePack {
  const place = placeOf(change);
  const others = backend.rules.overrides.filter(
    (each) => each.packId === packId && placeOf(each.change) !== place,
  );
  const fresh = { change, reason: '', on: backend.clock.today() };
  const bases = new Map(backend.rules.all.map(({ pack, base }) => [pack, base]));
  const made = new Map<RulePack, RulePack>();
  return (own) => {
    const known = made.get(own) ?? withOverrides(bases.get(own) ?? own, [...others, fresh]);
    made.set(own, known);
    return known;
  };
}

export interface NewOverride {
  readonly packId: string;
  readonly change: OverrideChange;
  readonly reason: string;
  /** The override that stood at the place when it was looked at, null for none; not compared when it is left out. */
  readonly base?: string | null | undefined;
}

/**
 * Lays a change over every version of a pack; an earlier one at the same place is replaced. Throws AppError NOT_FOUND,
 * STALE when another one stands at the place than was looked at, or ACTION_NOT_ALLOWED when the newest version has no
 * place for it.
 */
export function setOverride(backend: Backend, { packId, change: wanted, reason, base: seen }: NewOverride) {
  const { base } = backend.rules.get(packId);
  if (!isApplicable(base, wanted)) {
    throw new AppError('ACTION_NOT_ALLOWED', { action: 'override', stage: base.version, reason: 'no_place' });
  }
  const place = placeOf(wanted);
  const known = backend.rules.overrides.find(
    (each) => each.packId === packId && placeOf(each.change) === place,
  );
  if (seen !== undefined && seen !== (known?.id ?? null)) {
    const expected = backend.rules.history.find(({ id }) => id === seen);
    throw new AppError('STALE', { field: place, expected: valueOf(expected), found: valueOf(known) });
  }
  const author = actingConsultantName(backend.db);
  const columns = { pack_id: packId, place, value: JSON.stringify(wanted), reason, author };
  const { changeId, result: id } = backend.changes.record('rules.setOverride', (change) => {
    if (known !== undefined) change.remove('rule_overrides', known.id);
    const made = change.insert('rule_overrides', columns);
    backend.rules.invalidate();
    if (wanted.kind === 'paper')
      askForNewPapers(backend, change, queries.openApplicationIdsOfPack(backend.db, packId));
    return made;
  });
  return { changeId, id };
}

/** What an override says: fen, units of its clock, or the name of the paper. */
function valueOf(override: StoredOverride | undefined): string | null {
  if (override === undefined) return null;
  const { change } = override;
  switch (change.kind) {
    case 'fee':
      return String(change.amountFen);
    case 'clock':
      return String(change.total);
    case 'paper':
      return change.title;
  }
}

/** How many open applications an override of a pack may matter to. */
export const countConcerned = (backend: Backend, packId: string): number =>
  queries.openApplicationIdsOfPack(backend.db, packId).length;

/** Throws AppError NOT_FOUND. */
export function removeOverride(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('rules.removeOverride', (change) => {
    change.remove('rule_overrides', id);
  });
  return { changeId };
}
