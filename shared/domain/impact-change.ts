import type { PathStage, Stage } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { CheckId, FindingLevel } from './check-rule.ts';
import type { ItemState } from './checklist-state.ts';
import type { ObligationKind } from './obligations.ts';
import type {
  AftercareTime,
  ClockEnd,
  ClockId,
  ClockStart,
  ClockUnit,
  RuleText,
  WaitingOn,
} from './rule-pack.ts';

export const impactDates = ['starts', 'opens', 'internal', 'legal'] as const;
/** A day of a duty: from when it is waited for, from when it can be done, the firm's own end, and the legal one. */
export type ImpactDate = (typeof impactDates)[number];

export type ClockLength = { readonly total: number; readonly unit: ClockUnit };

/** What was so and what is so; null where there was or is none. */
type Both<Value> = { readonly before: Value | null; readonly after: Value | null };

/** One thing that becomes otherwise for an open application when its rules do. */
export type ImpactChange =
  /** A version that does not cover the case, or does not lead through its stage: it can't be moved. */
  | { readonly kind: 'not_covered' | 'stage_gone' }
  | {
      readonly kind: 'paper_added' | 'paper_dropped' | 'paper_changed' | 'paper_reworded';
      readonly id: string;
      readonly title: RuleText;
    }
  /** Asked for as before, but what is on file no longer stands as it did. */
  | ({ readonly kind: 'paper_state'; readonly id: string; readonly title: RuleText } & Both<ItemState>)
  | { readonly kind: 'paper_order' }
  | ({ readonly kind: 'path' } & Both<readonly PathStage[]>)
  | ({ readonly kind: 'stage_title' | 'stage_note'; readonly stage: Stage } & Both<RuleText>)
  /** Who is waited on in a stage, and at present. */
  | ({ readonly kind: 'stage_turn'; readonly stage: Stage } & Both<WaitingOn>)
  | ({ readonly kind: 'turn'; readonly duty: ObligationKind } & Both<WaitingOn>)
  | ({ readonly kind: 'clock'; readonly clockId: ClockId } & Both<ClockLength>)
  | ({ readonly kind: 'clock_start'; readonly clockId: ClockId } & Both<ClockStart>)
  | ({ readonly kind: 'clock_end'; readonly clockId: ClockId } & Both<ClockEnd>)
  | ({ readonly kind: 'clock_consequence'; readonly clockId: ClockId } & Both<RuleText>)
  | ({ readonly kind: 'date'; readonly duty: ObligationKind; readonly date: ImpactDate } & Both<CalendarDate>)
  /** The legal end of a clock of hours, in milliseconds. */
  | ({ readonly kind: 'moment'; readonly duty: ObligationKind } & Both<number>)
  /** The latest day on which the result can be foreseen. */
  | ({ readonly kind: 'result_date' } & Both<CalendarDate>)
  | { readonly kind: 'fee'; readonly beforeFen: number | null; readonly afterFen: number | null }
  /** What may be charged instead in a circumstance of its own, in fen. */
  | ({ readonly kind: 'fee_variant'; readonly id: string; readonly title: RuleText } & Both<number>)
  | ({ readonly kind: 'refills' } & Both<number>)
  | ({ readonly kind: 'calls' } & Both<number>)
  | ({ readonly kind: 'withdrawal' } & Both<boolean>)
  /** For how many years a pass holds. */
  | ({ readonly kind: 'validity' } & Both<number>)
  | { readonly kind: 'loss_added' | 'loss_gone'; readonly afterDays: number; readonly text: RuleText }
  /** What is lost, after so many days since the end. */
  | ({ readonly kind: 'loss_moved'; readonly text: RuleText } & Both<number>)
  | {
      readonly kind: 'aftercare_added' | 'aftercare_gone' | 'aftercare_changed';
      readonly id: string;
      readonly title: RuleText;
    }
  | ({ readonly kind: 'aftercare_time'; readonly id: string; readonly title: RuleText } & Both<AftercareTime>)
  /** What the cheapest way to a category of the account lacks: a paper, or words of the licence's scope. */
  | {
      readonly kind: 'need_added' | 'need_gone';
      readonly category: RuleText;
      readonly title: RuleText;
    }
  /** `finding_changed`: found as before, but with another remedy, limit or wording. */
  | {
      readonly kind: 'finding_added' | 'finding_gone' | 'finding_changed';
      readonly check: CheckId;
      readonly level: FindingLevel;
      readonly text: RuleText;
    };
