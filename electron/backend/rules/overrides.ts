import type { OverrideRow, TouchedApplication } from '#shared/contract/rules.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import {
  baseValueOf,
  isApplicable,
  keepingItsLine,
  placeOf,
  withOverrides,
} from '#shared/domain/rule-override.ts';
import type { OverrideChange } from '#shared/domain/rule-override.ts';
import { isLongerThanPublished, isSameAsPack, overrideFault } from '#shared/domain/override-faults.ts';
import type { OverrideFault } from '#shared/domain/override-faults.ts';
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
    sameAsPack: base !== undefined && isSameAsPack(base, change, backend.clock.today()),
  };
}

/** The open applications for which an override would change something. Throws AppError NOT_FOUND, CANCELLED. */
export async function* previewOverride(
  backend: Backend,
  wanted: Pick<NewOverride, 'packId' | 'change' | 'replaces'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<WorkStep<TouchedApplication[]>> {
  const { packId } = wanted;
  backend.rules.get(packId);
  const ids = () => queries.openApplicationIdsOfPack(backend.db, packId);
  const judgements = yield* judgeCases(
    backend,
    () => {
      const rules = { pack: underOverride(backend, wanted) };
      return ids().map((id) => ({ id, rules }));
    },
    signal,
  );
  yield finished(impactOn(ids(), judgements).touched);
}

/** Every version of the pack as it would be with one more override in force. */
function underOverride(
  backend: Backend,
  wanted: Pick<NewOverride, 'packId' | 'change' | 'replaces'>,
): (own: RulePack) => RulePack {
  const others = othersBeside(backend, wanted);
  const fresh = { change: lyingWhere(backend, wanted), reason: '', on: backend.clock.today() };
  const bases = new Map(backend.rules.all.map(({ pack, base }) => [pack, base]));
  const made = new Map<RulePack, RulePack>();
  return (own) => {
    const known = made.get(own) ?? withOverrides(bases.get(own) ?? own, [...others, fresh]);
    made.set(own, known);
    return known;
  };
}

/** The change as it is kept: an edited one keeps its lines of the checklists. */
const lyingWhere = (
  { rules }: Pick<Backend, 'rules'>,
  { change, replaces }: Pick<NewOverride, 'change' | 'replaces'>,
): OverrideChange => keepingItsLine(change, rules.overrides.find(({ id }) => id === replaces)?.change);

/** The overrides of the pack that would stay when one is laid on. */
const othersBeside = (
  { rules }: Pick<Backend, 'rules'>,
  { packId, change, replaces }: Pick<NewOverride, 'packId' | 'change' | 'replaces'>,
): StoredOverride[] =>
  rules.overrides
    .filter((each) => each.packId === packId)
    .filter((each) => each.id !== replaces && placeOf(each.change) !== placeOf(change));

export interface NewOverride {
  readonly packId: string;
  readonly change: OverrideChange;
  readonly reason: string;
  /** The override that stood at the place when it was looked at, null for none; not compared when it is left out. */
  readonly base?: string | null | undefined;
  /** The override that is being edited, also where it lay at another place. */
  readonly replaces?: string | undefined;
  /** A clock longer than the published one is meant. */
  readonly sure: boolean;
  /** Who lays it down where nobody is set as working at this computer. */
  readonly author: string | null;
}

/**
 * Lays a change over every version of a pack; an earlier one at the same place, and the one that is edited, are
 * replaced. Throws AppError NOT_FOUND, STALE when another one stands there than was looked at or the edited one is gone,
 * ACTION_NOT_ALLOWED when the newest version has no place for it, AUTHOR_NEEDED when nobody would stand for it, and
 * OVERRIDE_… with the field of a value that is none.
 */
export function setOverride(backend: Backend, wanted: NewOverride) {
  const { packId, reason } = wanted;
  refuseFaulty(backend, wanted);
  const wantedChange = lyingWhere(backend, wanted);
  const place = placeOf(wantedChange);
  const former = formerOf(backend, wanted);
  const author = actingConsultantName(backend.db) ?? wanted.author;
  if (author === null) throw new AppError('AUTHOR_NEEDED', {});
  const columns = { pack_id: packId, place, value: JSON.stringify(wantedChange), reason, author };
  const { changeId, result: id } = backend.changes.record('rules.setOverride', (change) => {
    for (const each of former) change.remove('rule_overrides', each.id);
    const made = change.insert('rule_overrides', columns);
    backend.rules.invalidate();
    if (wantedChange.kind === 'paper')
      askForNewPapers(backend, change, queries.openApplicationIdsOfPack(backend.db, packId));
    return made;
  });
  return { changeId, id };
}

function refuseFaulty(backend: Backend, wanted: NewOverride): void {
  const { base } = backend.rules.get(wanted.packId);
  if (!isApplicable(base, wanted.change)) {
    throw new AppError('ACTION_NOT_ALLOWED', { action: 'override', stage: base.version, reason: 'no_place' });
  }
  const others = othersBeside(backend, wanted).map(({ change }) => change);
  const fault = overrideFault(base, wanted.change, others, backend.clock.today());
  if (fault !== undefined) throw refusalOf(fault);
  const { change, sure } = wanted;
  if (change.kind !== 'clock' || sure || !isLongerThanPublished(base, change)) return;
  const published = baseValueOf(base, change, backend.clock.today()) ?? 0;
  throw new AppError('OVERRIDE_LONGER', { field: 'total', value: change.total, published });
}

function refusalOf(fault: OverrideFault): AppError {
  switch (fault.code) {
    case 'same_as_pack':
      return new AppError('OVERRIDE_SAME_AS_PACK', { field: fault.field, value: fault.value });
    case 'out_of_range': {
      const { field, value, min, max } = fault;
      return new AppError('OVERRIDE_OUT_OF_RANGE', { field, value, min, max });
    }
    case 'paper_asked':
      return new AppError('OVERRIDE_PAPER_ASKED', {
        field: fault.field,
        entityTypes: [...fault.entityTypes],
      });
    case 'paper_doubled':
      return new AppError('OVERRIDE_PAPER_DOUBLED', { field: fault.field, title: fault.title });
  }
}

/** What a change takes the place of: the override that is edited, and the one at its place. */
function formerOf(
  { rules }: Pick<Backend, 'rules'>,
  { packId, change, base: seen, replaces }: NewOverride,
): StoredOverride[] {
  const place = placeOf(change);
  const own = rules.overrides.filter((each) => each.packId === packId);
  const known = own.find((each) => placeOf(each.change) === place);
  const stale = (id: string | null) =>
    new AppError('STALE', {
      field: place,
      expected: valueOf(rules.history.find((each) => each.id === id)),
      found: valueOf(known),
    });
  if (seen !== undefined && seen !== (known?.id ?? null)) throw stale(seen);
  if (replaces !== undefined && !own.some(({ id }) => id === replaces)) throw stale(replaces);
  return own.filter((each) => each === known || each.id === replaces);
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
