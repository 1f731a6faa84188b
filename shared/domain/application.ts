/** What a certification order is for. */
export const applicationKinds = [
  'first_certification',
  'annual_review',
  'filing',
  'merchant_onboarding',
  'category_permit',
] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

/** Where a certification order stands; the last three are final. */
export const stages = [
  'collecting',
  'awaiting_authorisation',
  'awaiting_payment',
  'in_review',
  'returned',
  'passed',
  'failed',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];

/** True when nothing can happen to the order any more. */
export const isClosed = (stage: Stage): boolean =>
  stage === 'passed' || stage === 'failed' || stage === 'withdrawn';
