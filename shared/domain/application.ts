import type { CalendarDate } from './calendar-date.ts';

/** What an order with a platform is for. */
export const applicationKinds = [
  'registration',
  'first_certification',
  'annual_review',
  'filing',
  'category_permit',
  'merchant_onboarding',
  'subject_change',
] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

/** Whether an order of that kind is about one category of the platform's list. */
export const isAboutCategory = (kind: ApplicationKind): boolean => kind === 'category_permit';

/** Whether an order of that kind certifies an account. */
export const isCertifying = (kind: ApplicationKind): boolean =>
  kind === 'annual_review' || kind === 'first_certification';

/** The certification that an account asks for: the review once it was certified. */
export const certificationAfter = (certifiedUntilOn: CalendarDate | null): ApplicationKind =>
  certifiedUntilOn === null ? 'first_certification' : 'annual_review';

/** What an account that its certification can't be begun for is likeliest to need, of what can be begun. */
export const insteadOfCertification = (offered: readonly ApplicationKind[]): ApplicationKind | undefined =>
  offered.find((each) => each !== 'registration' && !isCertifying(each)) ?? offered[0];

/**
 * The stages between handing in and the result, through which a pack's path leads: the client authorises or pays, a
 * first look precedes the review, the client confirms (a text message, a transfer, a scan), the platform reviews.
 */
export const pathStages = [
  'awaiting_authorisation',
  'awaiting_payment',
  'pre_review',
  'awaiting_confirmation',
  'in_review',
] as const;
export type PathStage = (typeof pathStages)[number];

/** Where an order stands; the last three are final. */
export const stages = ['collecting', ...pathStages, 'returned', 'passed', 'failed', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];

/** Whether its papers are being put together: before the first submission, or before the answer to a return. */
export const isInPreparation = (stage: Stage): boolean => stage === 'collecting' || stage === 'returned';

/** True when nothing can happen to the order any more. */
export const isClosed = (stage: Stage): boolean =>
  stage === 'passed' || stage === 'failed' || stage === 'withdrawn';
