import { isClosed } from './application.ts';
import type { Stage } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import { dateOfInstant } from './calendar-date.ts';
import type { AccountFacts, ApplicationFacts } from './client-facts.ts';
import type { Clock } from './clocks.ts';
import { clocksOf, publishedEndOf, runningClock } from './clocks.ts';
import { reviewWindowOf, termEnding } from './day-term.ts';
import { optionalField } from './optional-field.ts';
import { clockOfStage } from './order-path.ts';
import { packFor } from './rule-pack-lookup.ts';
import type { ClockId, ClockUnit, RulePack, WaitingOn } from './rule-pack.ts';
import { feesCharged } from './platform-fees.ts';
import { refillNo } from './stages.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What an open application waits for, and until when. */
export type ApplicationTerm = {
  readonly kind: 'collecting' | (typeof clockKinds)[ClockId];
  readonly startsOn: CalendarDate;
  readonly startsAtMs?: number;
  readonly opensOn?: CalendarDate;
  readonly legalOn?: CalendarDate;
  readonly legalAtMs?: number;
  readonly internalOn?: CalendarDate;
  readonly unit: ClockUnit;
  readonly total?: number;
  readonly provisional: boolean;
  readonly waitingOn: WaitingOn;
  readonly stakeFen?: number;
  readonly refillNo?: number;
  /** How many refills the rules allow, where they say. */
  readonly refillMax?: number;
  readonly blockerCount?: number;
};

const clockKinds = {
  authorisation: 'clock_authorisation',
  payment: 'clock_payment',
  pre_review: 'clock_pre_review',
  confirmation: 'clock_confirmation',
  review: 'clock_review',
  refill: 'clock_refill',
} as const satisfies Record<ClockId, string>;

/** The one term of an application: collecting, or its running clock. None once it is closed or without a pack. */
export function applicationTerm(
  application: ApplicationFacts,
  account: AccountFacts,
  packs: readonly RulePack[],
  calendar: WorkingCalendar,
): ApplicationTerm | undefined {
  const { progress } = application;
  if (isClosed(progress.stage)) return undefined;
  const pack = packOf(application, account, packs);
  if (progress.stage === 'collecting') return collectingTerm(application, account, pack, calendar);
  if (!pack) return undefined;
  const clock = runningClock(clocksOf(progress, pack, calendar, progress.stageSinceAtMs));
  return clock ? clockTerm(clock, application, pack, calendar) : openTerm(application, pack);
}

function packOf(
  { rulePack, progress }: ApplicationFacts,
  account: AccountFacts,
  packs: readonly RulePack[],
): RulePack | undefined {
  const own = packs.find(({ id, version }) => id === rulePack?.id && version === rulePack.version);
  return own ?? packFor(packs, account, progress.kind);
}

/** An annual review carries the dates of its window; anything else is collected without a deadline. */
function collectingTerm(
  application: ApplicationFacts,
  account: AccountFacts,
  pack: RulePack | undefined,
  calendar: WorkingCalendar,
): ApplicationTerm {
  const { progress, askedAtMs, missingRequiredCount, blockerCount } = application;
  const base = {
    kind: 'collecting',
    startsOn: dateOfInstant(askedAtMs ?? progress.stageSinceAtMs),
    unit: 'calendar_day',
    provisional: false,
    waitingOn: missingRequiredCount > 0 ? 'client' : 'us',
    ...optionalField('blockerCount', blockerCount),
  } as const;
  if (progress.kind !== 'annual_review' || account.certifiedUntil === undefined || !pack?.validity)
    return base;
  return { ...base, ...reviewWindowOf(account.certifiedUntil, pack.validity, calendar) };
}

function clockTerm(
  clock: Clock,
  application: ApplicationFacts,
  pack: RulePack,
  calendar: WorkingCalendar,
): ApplicationTerm {
  const { progress, askedAtMs } = application;
  const isReturned = progress.stage === 'returned';
  const sinceAtMs = isReturned ? (askedAtMs ?? progress.stageSinceAtMs) : clock.startedAtMs;
  return {
    // An order that its missed calls have ended is looked up, also where it was sent back.
    kind: isReturned && application.areCallsSpent === true ? 'clock_review' : clockKinds[clock.id],
    ...endsOf(clock, calendar),
    startsOn: dateOfInstant(sinceAtMs),
    startsAtMs: clock.startedAtMs,
    unit: clock.unit,
    total: publishedEndOf(clock) === undefined ? clock.total : clock.firm?.packTotal,
    provisional: clock.provisional,
    waitingOn: waitingOnIn(application, pack),
    ...refillFacts(application, pack),
  };
}

/** Where the firm has made a clock longer, the platform’s own end is the one to be met all the same. */
function endsOf(clock: Clock, calendar: WorkingCalendar) {
  if (clock.unit === 'hour') return { legalAtMs: clock.legalAtMs, legalOn: dateOfInstant(clock.legalAtMs) };
  const published = publishedEndOf(clock);
  if (published !== undefined) return termEnding(published, calendar);
  return { legalOn: clock.legalOn, internalOn: clock.internalOn };
}

/**
 * A returned application is ours once nothing is missing, and one whose calls were missed too often is ours to look up;
 * otherwise the stage says whose turn it is.
 */
function waitingOnIn(application: ApplicationFacts, pack: RulePack): WaitingOn {
  const { progress, missingRequiredCount, areCallsSpent = false } = application;
  const isReturned = progress.stage === 'returned';
  if (areCallsSpent && (isReturned || isUnderReview(progress.stage))) return 'us';
  if (isReturned) return missingRequiredCount > 0 ? 'client' : 'us';
  return pack.stages.find((rule) => rule.stage === progress.stage)?.waitingOn ?? 'us';
}

const isUnderReview = (stage: Stage): boolean => stage === 'in_review' || stage === 'pre_review';

/** A stage whose time nobody has published: it is waited for without an end. */
function openTerm(application: ApplicationFacts, pack: RulePack): ApplicationTerm | undefined {
  const { stage, stageSinceAtMs } = application.progress;
  const id = clockOfStage(stage);
  if (id === undefined) return undefined;
  return {
    kind: clockKinds[id],
    startsOn: dateOfInstant(application.askedAtMs ?? stageSinceAtMs),
    unit: 'calendar_day',
    provisional: false,
    waitingOn: waitingOnIn(application, pack),
    ...refillFacts(application, pack),
  };
}

function refillFacts({ progress, blockerCount }: ApplicationFacts, pack: RulePack) {
  const isReturned = progress.stage === 'returned';
  const refill = isReturned ? refillNo(progress) : progress.attempts.length - 1;
  return {
    ...optionalField('stakeFen', isReturned ? feesCharged(progress.attempts).knownFen : undefined),
    ...optionalField('refillNo', refill > 0 ? refill : undefined),
    ...optionalField('refillMax', pack.refills?.max),
    ...optionalField('blockerCount', isReturned ? blockerCount : undefined),
  };
}
