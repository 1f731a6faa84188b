import type { OverrideRow, TouchedApplication } from '#shared/contract/rules.ts';
import { AppError } from '#shared/contract/errors.ts';
import { baseValueOf, isApplicable, placeOf, withOverrides } from '#shared/domain/rule-override.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import { askForNewPapers, touchedBy } from '#backend/applications/rule-changes.ts';
import type { Backend } from '#backend/backend.ts';
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

/** The open applications for which an override would change something. Throws AppError NOT_FOUND. */
export function previewOverride(
  backend: Backend,
  packId: string,
  change: OverrideChange,
): TouchedApplication[] {
  backend.rules.get(packId);
  const place = placeOf(change);
  const others = backend.rules.overrides.filter(
    (each) => each.packId === packId && placeOf(each.change) !== place,
  );
  const fresh = { change, reason: '', on: backend.clock.today() };
  const bases = new Map(backend.rules.all.map(({ pack, base }) => [pack, base]));
  const ids = queries.openApplicationIdsOfPack(backend.db, packId);
  return touchedBy(backend, ids, (own) => withOverrides(bases.get(own) ?? own, [...others, fresh])).touched;
}

/**
 * Lays a change over every version of a pack; an earlier one at the same place is replaced. Throws AppError NOT_FOUND,
 * or ACTION_NOT_ALLOWED when the newest version has no place for it.
 */
export function setOverride(
  backend: Backend,
  { packId, change: wanted, reason }: { packId: string; change: OverrideChange; reason: string },
) {
  const { base } = backend.rules.get(packId);
  if (!isApplicable(base, wanted)) {
    throw new AppError('ACTION_NOT_ALLOWED', { action: 'override', stage: base.version, reason: 'no_place' });
  }
  const place = placeOf(wanted);
  const known = backend.rules.overrides.find(
    (each) => each.packId === packId && placeOf(each.change) === place,
  );
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

/** Throws AppError NOT_FOUND. */
export function removeOverride(backend: Backend, id: string) {
  const { changeId } = backend.changes.record('rules.removeOverride', (change) => {
    change.remove('rule_overrides', id);
  });
  return { changeId };
}
