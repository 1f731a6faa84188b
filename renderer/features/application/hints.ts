import type { ApplicationDetails } from '#shared/contract/applications.ts';
import { isInPreparation } from '#shared/domain/application.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { Clock } from '#shared/domain/clocks.ts';
import { isBeforePayment } from '#shared/domain/order-path.ts';
import { platformFee } from '#shared/domain/rule-pack-lookup.ts';
import type { FeeRule, ReturnReason, RulePack, StageRule } from '#shared/domain/rule-pack.ts';
import { stagedLoss } from '#shared/domain/staged-loss.ts';
import type { StagedLoss } from '#shared/domain/staged-loss.ts';
import { orderEndOf } from './order-end.ts';
import type { OrderEnd } from './order-end.ts';

type Attempt = ApplicationDetails['attempts'][number];

/** What the page can say about the next step from what is already known: the list, the clock and the rules. */
export type Hint =
  | { readonly kind: 'returned'; readonly attempt: Attempt; readonly reason?: ReturnReason }
  | { readonly kind: 'collect'; readonly rule: StageRule | undefined; readonly count: number }
  | { readonly kind: 'complete' }
  /** What is past the end of its clock is a matter of looking up, whatever the papers. */
  | { readonly kind: 'clock_over'; readonly clock: Clock }
  /** Over by the rules for another reason than its clock. */
  | { readonly kind: 'order_over'; readonly end: Exclude<OrderEnd, 'clock_over'> }
  | { readonly kind: 'stage'; readonly rule: StageRule }
  | { readonly kind: 'clock'; readonly clock: Clock }
  /** The fee still to be paid is the firm's own, whatever the rules say. */
  | { readonly kind: 'firm_fee'; readonly fee: FeeRule }
  | {
      readonly kind: 'certification';
      readonly until: CalendarDate;
      readonly isOver: boolean;
      readonly loss: StagedLoss;
    };

/** Hints in the order in which they matter; none for a closed application. */
export function hintsOf(
  details: ApplicationDetails,
  pack: RulePack | undefined,
  { today, nowMs }: { readonly today: CalendarDate; readonly nowMs: number },
  blockers: number,
): Hint[] {
  const { application, running } = details;
  if (application.closedAtMs !== null) return [];
  const stageRule = pack?.stages.find(({ stage }) => stage === application.stage);
  const { open } = details.counts;
  const over = overHints(details, orderEndOf(details, pack, nowMs));
  return [
    ...over,
    ...(application.stage === 'collecting' && open > 0
      ? [{ kind: 'collect', rule: stageRule, count: open } as const]
      : []),
    ...returnHints(details, pack),
    ...(over.length === 0 ? completeHint(details, blockers > 0) : []),
    ...certificationHints(details, pack, today),
    ...(stageRule && over.length === 0 && !isInPreparation(application.stage)
      ? [{ kind: 'stage', rule: stageRule } as const]
      : []),
    ...(running ? [{ kind: 'clock', clock: running.clock } as const] : []),
    ...feeHint(details, pack, today),
  ];
}

function overHints({ running }: ApplicationDetails, end: OrderEnd | null): Hint[] {
  if (end === null) return [];
  if (end !== 'clock_over') return [{ kind: 'order_over', end }];
  return running === null ? [] : [{ kind: 'clock_over', clock: running.clock }];
}

function feeHint(
  { application: { stage, entityType } }: ApplicationDetails,
  pack: RulePack | undefined,
  today: CalendarDate,
): Hint[] {
  if (pack === undefined || !isBeforePayment(pack, stage)) return [];
  const fee = platformFee(pack, entityType, today);
  return fee?.tag === 'F' ? [{ kind: 'firm_fee', fee }] : [];
}

function returnHints(details: ApplicationDetails, pack: RulePack | undefined): Hint[] {
  const attempt = details.attempts.findLast(({ outcome }) => outcome === 'returned');
  if (attempt === undefined || details.application.stage !== 'returned') return [];
  const reason = pack?.returnReasons.find(({ code }) => code === attempt.reasonCode);
  return [{ kind: 'returned', attempt, ...(reason && { reason }) }];
}

/** What is missing, refused or running out is the pre-check's; here only that nothing holds the submission back. */
function completeHint(details: ApplicationDetails, isHeldBack: boolean): Hint[] {
  return isInPreparation(details.application.stage) && details.counts.open === 0 && !isHeldBack
    ? [{ kind: 'complete' }]
    : [];
}

/** An annual review is about the certification that ends. */
function certificationHints(
  details: ApplicationDetails,
  pack: RulePack | undefined,
  today: CalendarDate,
): Hint[] {
  const until = details.account.certifiedUntilOn;
  if (until === null || details.application.kind !== 'annual_review') return [];
  const loss = stagedLoss(until, pack?.validity?.losses ?? [], today);
  return [{ kind: 'certification', until, isOver: until < today, loss }];
}

export const returnedOn = ({ returnedAtMs }: Attempt): CalendarDate | null =>
  returnedAtMs === null ? null : dateOfInstant(returnedAtMs);
