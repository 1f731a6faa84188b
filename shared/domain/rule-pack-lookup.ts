import type { ApplicationKind } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { addYears, compareDates } from './calendar-date.ts';
import type { EntityType } from './entity-type.ts';
import type { AccountKind, Platform } from './platform.ts';
import type { ClockId, ClockRule, FeeRule, Provenance, RulePack, ValidityRule } from './rule-pack.ts';

/** Orders versions (2026.11 before 2026.11.2 before 2026.11.10): below 0 when the first is the older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((index) => (left?.[index] ?? 0) !== (right?.[index] ?? 0));
  return at === undefined ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}

/** Where a pack is looked for: a platform, and the kind of account where one is meant. */
export type PackPlace = { readonly platform: Platform; readonly accountKind?: AccountKind };

/** The newest of the given packs that handles this kind of application there, if there is one. */
export function packFor(
  packs: readonly RulePack[],
  { platform, accountKind }: PackPlace,
  kind: ApplicationKind,
): RulePack | undefined {
  return packs
    .filter((pack) => pack.platform === platform && pack.applicationKinds.includes(kind))
    .filter(({ accountKinds }) => accountKind === undefined || accountKinds.includes(accountKind))
    .sort(
      (a, b) =>
        compareVersions(b.version, a.version) || compareDates(b.asOf, a.asOf) || compareText(a.id, b.id),
    )
    .at(0);
}

/** The platform's fee for one submission on a day; undefined when the pack does not know it. */
export function platformFee(pack: RulePack, entityType: EntityType, on: CalendarDate): FeeRule | undefined {
  return pack.fees.find((fee) => fee.variant === undefined && isFeeOf(fee, entityType, on));
}

export type FeeVariant = FeeRule & Required<Pick<FeeRule, 'variant'>>;

/** Other fees that may be charged instead on a day, in circumstances that have to be known from elsewhere. */
export const feeVariants = (pack: RulePack, entityType: EntityType, on: CalendarDate): FeeVariant[] =>
  pack.fees.filter((fee): fee is FeeVariant => fee.variant !== undefined && isFeeOf(fee, entityType, on));

/** Whether a fee is one of that entity type on a day. */
export const isFeeOf = (
  { entityTypes, from, to }: FeeRule,
  entityType: EntityType,
  on: CalendarDate,
): boolean =>
  entityTypes.includes(entityType) &&
  (from === null || compareDates(from, on) <= 0) &&
  (to === null || compareDates(on, to) <= 0);

/** The pack's clock of that name, if it has one. */
export function clockRule(pack: RulePack, id: ClockId): ClockRule | undefined {
  return pack.clocks.find((clock) => clock.id === id);
}

/** On whose word the length of a clock stands: the firm's, where it has laid one down, else the pack's. */
export const lengthBasis = (clock: ClockRule): Provenance => clock.firm ?? clock;

/** The end to propose for a certification that passed on a day; the platform's own date goes before it. */
export function proposedCertificationEnd(validity: ValidityRule, passedOn: CalendarDate): CalendarDate {
  return addYears(passedOn, validity.term.years);
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
