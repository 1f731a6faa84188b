import type { CalendarDate } from './calendar-date.ts';
import type { DocumentKind } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import { platformFee } from './rule-pack-lookup.ts';
import type { ClockId, DocumentRule, FeeRule, Holder, Provenance, RulePack, RuleText } from './rule-pack.ts';

/** What the firm lays over a pack: another fee, another time for a clock, a paper that it wants besides. */
export type OverrideChange =
  | { readonly kind: 'fee'; readonly entityType: EntityType; readonly amountFen: number }
  | { readonly kind: 'clock'; readonly clockId: ClockId; readonly total: number }
  | {
      readonly kind: 'paper';
      readonly entityTypes: readonly EntityType[];
      readonly documentKind: DocumentKind;
      readonly holder?: Holder;
      /** What the firm calls the paper. */
      readonly title: string;
      /** What it was called when checklists first asked for it; its line of a checklist stays the same by that. */
      readonly firstTitle?: string;
    };

/** An override with its author, its day and its reason; it holds for every version of the pack. */
export type RuleOverride = {
  readonly change: OverrideChange;
  readonly reason: string;
  readonly author?: string;
  readonly on: CalendarDate;
};

/** The code under which an effective pack names the firm itself. */
export const firmSource = 'FIRM';

/** The place of a pack that a change is about; a pack has one override at a place. */
export function placeOf(change: OverrideChange): string {
  switch (change.kind) {
    case 'fee':
      return `fee.${change.entityType}`;
    case 'clock':
      return `clock.${change.clockId}`;
    case 'paper':
      return ['paper', change.documentKind, change.holder, change.title].filter(Boolean).join('.');
  }
}

/** A paper that is only called otherwise than the one that it takes the place of keeps its lines of the checklists. */
export function keepingItsLine(change: OverrideChange, former: OverrideChange | undefined): OverrideChange {
  if (change.kind !== 'paper' || former?.kind !== 'paper') return change;
  if (change.documentKind !== former.documentKind || change.holder !== former.holder) return change;
  const { firstTitle = former.title } = former;
  return firstTitle === change.title ? change : { ...change, firstTitle };
}

/** Whether the pack has what the change is about: a covered entity type, a clock that it knows, a list of papers. */
export function isApplicable(pack: RulePack, change: OverrideChange): boolean {
  switch (change.kind) {
    case 'fee':
      return pack.coveredEntityTypes.includes(change.entityType) && pack.path.includes('awaiting_payment');
    case 'clock':
      return pack.clocks.some(({ id }) => id === change.clockId);
    case 'paper':
      return change.entityTypes.some((type) => pack.coveredEntityTypes.includes(type));
  }
}

/** What the pack itself says at the place of a change, as a number (fen, units); undefined for a paper. */
export function baseValueOf(pack: RulePack, change: OverrideChange, on: CalendarDate): number | undefined {
  switch (change.kind) {
    case 'fee':
      return platformFee(pack, change.entityType, on)?.amountFen;
    case 'clock':
      return pack.clocks.find(({ id }) => id === change.clockId)?.total;
    case 'paper':
      return undefined;
  }
}

/**
 * The pack as the firm works with it. What an override has no place for in this version is left out; the pack that
 * was given stays as it is.
 */
export function withOverrides(pack: RulePack, overrides: readonly RuleOverride[]): RulePack {
  const fitting = overrides.filter(({ change }) => isApplicable(pack, change));
  if (fitting.length === 0) return pack;
  const own = { code: firmSource, title: firmTitle, publisher: 'own' } as const;
  return fitting.reduce(withOverride, { ...pack, sources: [...pack.sources, own] });
}

const firmTitle: RuleText = { zh: '本所规定', en: 'The firm’s own rule' };
const firmGroup = { id: 'firm', title: { zh: '本所另要', en: 'Asked for by the firm' } };

function withOverride(pack: RulePack, override: RuleOverride): RulePack {
  const { change, reason, on } = override;
  const leaf: Provenance = { tag: 'F', source: [firmSource], asOf: on };
  switch (change.kind) {
    case 'fee': {
      const note = { zh: reason, en: reason };
      const fee: FeeRule = {
        ...leaf,
        entityTypes: [change.entityType],
        amountFen: change.amountFen,
        from: null,
        to: null,
        note,
      };
      return { ...pack, fees: [fee, ...withoutType(pack.fees, change.entityType)] };
    }
    case 'clock': {
      const firm = { ...leaf, reason: { zh: reason, en: reason } };
      const clocks = pack.clocks.map((clock) =>
        clock.id === change.clockId
          ? { ...clock, total: change.total, firm: { ...firm, packTotal: clock.total } }
          : clock,
      );
      return { ...pack, clocks };
    }
    case 'paper': {
      const rule = paperRule(pack, change, reason, leaf);
      const requirements = pack.requirements.map((set) =>
        change.entityTypes.includes(set.entityType)
          ? { ...set, groups: [...set.groups, { ...firmGroup, id: rule.id, formula: rule }] }
          : set,
      );
      return { ...pack, requirements };
    }
  }
}

/** What may be charged instead is still offered beside the firm's own fee. */
const withoutType = (fees: readonly FeeRule[], type: EntityType): FeeRule[] =>
  fees
    .map((fee) =>
      fee.variant === undefined
        ? { ...fee, entityTypes: fee.entityTypes.filter((each) => each !== type) }
        : fee,
    )
    .filter(({ entityTypes }) => entityTypes.length > 0);

function paperRule(
  pack: RulePack,
  { documentKind, holder, title, firstTitle = title }: Extract<OverrideChange, { kind: 'paper' }>,
  reason: string,
  leaf: Provenance,
): DocumentRule {
  return {
    ...leaf,
    op: 'document',
    id: ['firm', documentKind, holder, firstTitle].filter(Boolean).join('.'),
    accepts: [documentKind],
    ...(holder && { holder }),
    needed: 'required',
    marginDays: 0,
    uploadProfileId: pack.uploadProfiles[0]?.id ?? '',
    title: { zh: title, en: title },
    note: { zh: reason, en: reason },
  };
}
