import { boardColumns, columnOf, stagesOf } from './board.ts';
import type { BoardColumn } from './board.ts';
import type { Stage } from './application.ts';
import { dateOfInstant } from './calendar-date.ts';
import type { Clock } from './clocks.ts';
import { clocksOf, runningClock } from './clocks.ts';
import { isLastStep, leadsThrough } from './order-path.ts';
import { feeVariants, platformFee, proposedCertificationEnd } from './rule-pack-lookup.ts';
import type { RulePack } from './rule-pack.ts';
import { allowedActions, applyAction } from './stages.ts';
import type {
  ActionErrorCode,
  ApplicationAction,
  ApplicationActionKind,
  ApplicationProgress,
} from './stages.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * Why no step leads into a column: the papers alone decide it (`by_papers`), the rules know no such stage
 * (`not_on_path`), the order is over (`closed`), another stage lies between (`no_step`), or the step is refused.
 */
export const closedColumnReasons = [
  'by_papers',
  'not_on_path',
  'closed',
  'no_step',
  'refills_spent',
] as const;
export type ClosedColumnReason = (typeof closedColumnReasons)[number] | ActionErrorCode;

/** What a card that is put into a column would record. */
export type OpenColumn = {
  readonly column: BoardColumn;
  readonly isOpen: true;
  readonly step: ApplicationActionKind;
  readonly stage: Stage;
  /** The clock that would run then; null where the stage has none. */
  readonly clock: Clock | null;
  /** More has to be told than that it happened now, e.g. a reason or until when a pass certifies. */
  readonly asks: boolean;
};

export type ClosedColumn = {
  readonly column: BoardColumn;
  readonly isOpen: false;
  readonly reason: ClosedColumnReason;
};

export type BoardMove = OpenColumn | ClosedColumn;

type Standing = {
  readonly progress: ApplicationProgress;
  /** Nothing is missing and the pre-check holds nothing back. */
  readonly isReady: boolean;
};

/**
 * For every other column of the board, what a step recorded now would do, or why none leads there. The steps are
 * taken on trial by the rules of the application themselves.
 */
export function boardMoves(
  standing: Standing,
  rules: RulePack,
  calendar: WorkingCalendar,
  nowMs: number,
): BoardMove[] {
  const { progress, isReady } = standing;
  const from = columnOf(progress.stage, isReady);
  const trials = allowedActions(progress, rules).map((kind) => tried(standing, kind, rules, nowMs));
  return boardColumns
    .filter((column) => column !== from)
    .map((column) => {
      const trial = trials.find((each) => each.column === column);
      if (trial?.reached === undefined) return closed(column, progress, rules, trials);
      const { step, reached } = trial;
      const clock = runningClock(clocksOf(reached, rules, calendar, nowMs)) ?? null;
      const asks = asksMore(step, progress, rules, nowMs);
      return { column, isOpen: true, step, stage: reached.stage, clock, asks };
    });
}

type Trial = {
  readonly step: ApplicationActionKind;
  /** Undefined where the rules refuse the step. */
  readonly reached: ApplicationProgress | undefined;
  readonly column: BoardColumn | undefined;
  readonly refusal?: ActionErrorCode;
};

function tried(
  { progress, isReady }: Standing,
  step: ApplicationActionKind,
  rules: RulePack,
  nowMs: number,
): Trial {
  const result = applyAction(progress, trialOf(step, rules, nowMs), rules);
  if (!result.ok) return { step, reached: undefined, column: undefined, refusal: result.code };
  return { step, reached: result.progress, column: columnOf(result.progress.stage, isReady) };
}

/** The step with whatever it asks for filled in, to see where it leads. */
function trialOf(kind: ApplicationActionKind, { validity }: RulePack, atMs: number): ApplicationAction {
  switch (kind) {
    case 'return':
    case 'fail':
      return { kind, atMs, reasonText: '-' };
    case 'pass':
      if (validity === null) return { kind, atMs };
      return { kind, atMs, certifiedUntil: proposedCertificationEnd(validity, dateOfInstant(atMs)) };
    case 'submit':
    case 'authorise':
    case 'authorisation_lapsed':
    case 'pay':
    case 'payment_lapsed':
    case 'pre_approve':
    case 'confirm':
    case 'confirmation_lapsed':
    case 'resubmit':
    case 'withdraw':
      return { kind, atMs };
  }
}

/** What ends or sends back an order is asked about; what only went on happened now. */
function asksMore(
  step: ApplicationActionKind,
  { entityType }: ApplicationProgress,
  rules: RulePack,
  nowMs: number,
): boolean {
  const today = dateOfInstant(nowMs);
  switch (step) {
    case 'submit':
    case 'authorise':
    case 'pre_approve':
    case 'resubmit':
      return false;
    case 'pay':
      return (
        platformFee(rules, entityType, today) === undefined ||
        feeVariants(rules, entityType, today).length > 0
      );
    case 'confirm':
      return isLastStep(rules, step);
    case 'authorisation_lapsed':
    case 'payment_lapsed':
    case 'confirmation_lapsed':
    case 'return':
    case 'pass':
    case 'fail':
    case 'withdraw':
      return true;
  }
}

function closed(
  column: BoardColumn,
  progress: ApplicationProgress,
  rules: RulePack,
  trials: readonly Trial[],
): ClosedColumn {
  return { column, isOpen: false, reason: reasonOf(column, progress, rules, trials) };
}

function reasonOf(
  column: BoardColumn,
  { stage }: ApplicationProgress,
  rules: RulePack,
  trials: readonly Trial[],
): ClosedColumnReason {
  if (trials.length === 0) return 'closed';
  const isOfPapers = column === 'collecting' || column === 'ready';
  if (isOfPapers && stage === 'collecting') return 'by_papers';
  if (column !== 'result' && !stagesOf(column).some((each) => leadsThrough(rules, each)))
    return 'not_on_path';
  if (column === 'returned' && trials.some(({ step }) => step === 'return')) return 'refills_spent';
  return trials.find(({ step }) => step === 'resubmit' && column === 'review')?.refusal ?? 'no_step';
}
