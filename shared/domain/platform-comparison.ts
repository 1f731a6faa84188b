import type { ApplicationKind } from './application.ts';
import { applicationKinds } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { feeLines } from './comparison-fees.ts';
import type { FeeLine } from './comparison-fees.ts';
import { subjectLines } from './comparison-subjects.ts';
import type { SubjectLine } from './comparison-subjects.ts';
import { known, unknownAt } from './comparison-cell.ts';
import type { Cell } from './comparison-cell.ts';
import type { Platform } from './platform.ts';
import { platforms } from './platform.ts';
import { basisAt, textAt, textsOf } from './rule-basis.ts';
import type { BasedText } from './rule-basis.ts';
import { clockRule, lengthBasis, packFor } from './rule-pack-lookup.ts';
import type { ClockUnit, RulePack, RuleSource, RuleText } from './rule-pack.ts';

/** The certification rules of one platform, topic by topic. */
export type ComparedRules = {
  readonly packId: string;
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly title: RuleText;
  readonly sources: readonly RuleSource[];
  /** One line for every entity type there is. */
  readonly subjects: readonly SubjectLine[];
  readonly review: Cell<{ readonly unit: ClockUnit; readonly total: number }>;
  /** One line for every different fee; together they name every covered entity type once. */
  readonly fees: readonly FeeLine[];
  /** Null years for a certification that does not run out. */
  readonly validity: Cell<{ readonly years: number | null }>;
  readonly annualReview: Cell<AnnualReview>;
  readonly refills: Cell<{ readonly max: number }>;
  readonly withdrawal: Cell<{ readonly inReview: boolean }>;
  /** A unit is half a Chinese character. */
  readonly nameLength: Cell<{ readonly minUnits: number; readonly maxUnits: number }>;
  readonly statements: readonly BasedText[];
  readonly unknowns: readonly BasedText[];
  readonly conflicts: readonly BasedText[];
};

export type AnnualReview = {
  readonly opensDaysBefore: number;
  readonly losses: readonly (BasedText & { readonly afterDays: number })[];
};

/** One platform: `rules` is null where the program has no rule pack for a certification there. */
export type ComparedPlatform = {
  readonly platform: Platform;
  /** The kinds of order that a pack covers there. */
  readonly orders: readonly ApplicationKind[];
  readonly rules: ComparedRules | null;
};

export type PlatformComparison = {
  /** The day whose fees are shown. */
  readonly on: CalendarDate;
  readonly platforms: readonly ComparedPlatform[];
};

/**
 * The platforms side by side, in their usual order, as the newest packs have them. What a pack leaves open is an
 * unknown cell with the pack's own word on it, never a zero and never left out.
 */
export function comparePlatforms(packs: readonly RulePack[], on: CalendarDate): PlatformComparison {
  return { on, platforms: platforms.map((platform) => compared(platform, packs, on)) };
}

function compared(platform: Platform, packs: readonly RulePack[], on: CalendarDate): ComparedPlatform {
  const pack = packFor(packs, { platform }, 'first_certification');
  return {
    platform,
    orders: applicationKinds.filter((kind) => packFor(packs, { platform }, kind) !== undefined),
    rules: pack === undefined ? null : rulesOf(pack, on),
  };
}

function rulesOf(pack: RulePack, on: CalendarDate): ComparedRules {
  const { refills, withdrawal, nameRules } = pack;
  const review = clockRule(pack, 'review');
  const clock = review && { unit: review.unit, total: review.total };
  const length = nameRules?.length;
  const units = length && { minUnits: length.minUnits, maxUnits: length.maxUnits };
  return {
    packId: pack.id,
    version: pack.version,
    asOf: pack.asOf,
    title: pack.title,
    sources: pack.sources,
    subjects: subjectLines(pack),
    review:
      review && clock
        ? known(clock, basisAt(pack, 'clocks.review', lengthBasis(review)))
        : unknownAt(pack, 'clock.review'),
    fees: feeLines(pack, on),
    validity: validityCell(pack),
    annualReview: annualReviewCell(pack),
    refills: refills
      ? known({ max: refills.max }, basisAt(pack, 'refills', refills))
      : unknownAt(pack, 'refills'),
    withdrawal: withdrawal
      ? known({ inReview: withdrawal.inReview }, basisAt(pack, 'withdrawal', withdrawal))
      : unknownAt(pack, 'withdrawal'),
    nameLength:
      length && units
        ? known(units, basisAt(pack, 'nameRules.length', length))
        : unknownAt(pack, 'name_rules'),
    statements: textsOf(pack, 'statements'),
    unknowns: textsOf(pack, 'unknowns'),
    conflicts: textsOf(pack, 'conflicts'),
  };
}

/** A pack without a term either says that none was found, or that there is none. */
function validityCell(pack: RulePack): ComparedRules['validity'] {
  const term = pack.validity?.term;
  if (term) return known({ years: term.years }, basisAt(pack, 'validity.term', term));
  const endless = textAt(pack, 'statements.validity');
  if (endless === undefined || textAt(pack, 'unknowns.validity')) return unknownAt(pack, 'validity');
  return known({ years: null }, endless.basis);
}

function annualReviewCell(pack: RulePack): ComparedRules['annualReview'] {
  const { validity } = pack;
  if (validity === null) return unknownAt(pack, 'validity');
  const losses = validity.losses.map((loss) => ({
    afterDays: loss.afterDays,
    text: loss.text,
    basis: basisAt(pack, `validity.losses.${loss.afterDays}`, loss),
  }));
  return known(
    { opensDaysBefore: validity.window.daysBefore, losses },
    basisAt(pack, 'validity.window', validity.window),
  );
}
