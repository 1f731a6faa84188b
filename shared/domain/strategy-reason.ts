import type { ApplicationKind, Stage } from './application.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Platform } from './platform.ts';
import type { BasedText, RuleBasis } from './rule-basis.ts';
import type { ClockUnit, Provenance, RuleText } from './rule-pack.ts';
import { mayBlock } from './rule-pack.ts';

/**
 * What a reason rests on: the firm's own records, a leaf of a rule pack, or a source outside the packs. The latter two
 * say how far they may be trusted.
 */
export type ReasonBasis =
  | { readonly from: 'record' }
  | ({ readonly from: 'rule' } & RuleBasis)
  | ({ readonly from: 'source' } & Provenance);

export const adviceIds = [
  'core_first',
  'cheap_exposure',
  'users_functions_cost',
  'permits_with_planning',
  'review_keeps_compliant',
] as const;
/** The advice of a trade article on several platforms: a view, not a rule of any platform. */
export type AdviceId = (typeof adviceIds)[number];

const article = { tag: 'S', source: ['S0'], asOf: '2025-05-02' as CalendarDate } as const;

/** What is told, with its values; days are whole calendar days, money is fen. */
export type ReasonMatter =
  /** No certification is on record. */
  | { readonly code: 'uncertified' }
  | { readonly code: 'others_certified'; readonly platforms: readonly Platform[] }
  | { readonly code: 'certification_ended'; readonly on: CalendarDate; readonly days: number }
  | { readonly code: 'certification_ends'; readonly on: CalendarDate; readonly days: number }
  /** The annual review is open since `opensOn`; `days` are left to its end. */
  | {
      readonly code: 'window_open';
      readonly opensOn: CalendarDate;
      readonly until: CalendarDate;
      readonly days: number;
    }
  /** What stops working on a day; `days` until it, 0 or less when it has stopped. */
  | { readonly code: 'loss'; readonly on: CalendarDate; readonly days: number; readonly text: RuleText }
  /** What the pack says, in its own words. */
  | { readonly code: 'says'; readonly text: RuleText }
  | { readonly code: 'fee'; readonly amountFen: number }
  | { readonly code: 'fee_unknown'; readonly text: RuleText | null }
  | { readonly code: 'review_time'; readonly unit: ClockUnit; readonly total: number }
  | { readonly code: 'review_time_unknown'; readonly text: RuleText | null }
  /** A category asks for papers, and none that is valid is on file. */
  | { readonly code: 'permit_missing'; readonly category: RuleText; readonly needed: RuleText }
  /** A category is not for this kind of body. */
  | { readonly code: 'category_closed'; readonly category: RuleText }
  | {
      readonly code: 'paper_ended' | 'paper_ends';
      readonly kind: DocumentKind;
      readonly on: CalendarDate;
      readonly days: number;
    }
  /** The rules of an order ask for the paper. */
  | { readonly code: 'asked_for'; readonly pack: RuleText; readonly paper: RuleText }
  /** A merchant account whose AppID cannot be bound before. */
  | { readonly code: 'merchant_waits'; readonly name: string }
  | { readonly code: 'not_recorded'; readonly what: 'filing' | 'merchant_number' | 'mini_program' }
  | { readonly code: 'under_way'; readonly kind: ApplicationKind; readonly stage: Stage }
  | { readonly code: 'not_covered'; readonly text: RuleText | null }
  | { readonly code: 'advice'; readonly advice: AdviceId };

export type Reason = ReasonMatter & { readonly basis: ReasonBasis };

/** A reason from the firm's own records. */
export const recorded = (matter: ReasonMatter): Reason => ({ ...matter, basis: { from: 'record' } });

/** A reason from a leaf of a pack. */
export const ruled = (matter: ReasonMatter, basis: RuleBasis): Reason => ({
  ...matter,
  basis: { from: 'rule', ...basis },
});

/** A reason from a source outside the packs. */
export const sourced = (matter: ReasonMatter, { tag, source, asOf }: Provenance): Reason => ({
  ...matter,
  basis: { from: 'source', tag, source, asOf },
});

export const advised = (advice: AdviceId): Reason => sourced({ code: 'advice', advice }, article);

/** The text of a pack as a reason; none where the pack does not have it. */
export const says = (found: BasedText | undefined): Reason[] =>
  found === undefined ? [] : [ruled({ code: 'says', text: found.text }, found.basis)];

/** Whether a reason is a platform's rule on firm ground; advice, inference and memory are not. */
export const isFirm = ({ basis }: Reason): boolean =>
  basis.from === 'rule' && basis.tag !== 'S' && mayBlock(basis.tag);
