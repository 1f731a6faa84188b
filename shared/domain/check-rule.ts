import type { Provenance, RuleText } from './rule-pack.ts';

/** The questions that the pre-check knows how to ask; a pack says which of them its platform asks, and how strictly. */
export const checkIds = [
  'subject_name_differs',
  'subject_name_spelling',
  'special_account',
  'account_not_basic',
  'personal_card',
  'bank_account_number_wrong',
  'bank_account_number_doubtful',
  'bank_account_number_differs',
  'bank_account_missing',
  'bank_name_differs',
  'credit_code_missing',
  'credit_code_wrong',
  'credit_code_noted',
  'credit_code_doubtful',
  'credit_code_differs',
  'entity_type_differs',
  'entity_type_doubtful',
  'subject_closed',
  'subject_abnormal',
  'standing_unchecked',
  'legal_representative_differs',
  'person_name_differs',
  'administrator_differs',
  'filing_contact_differs',
  'account_name_length',
  'account_name_short',
  'account_name_word',
  'account_name_differs',
  'original_id_differs',
  'app_id_differs',
  'platform_id_wrong',
  'platform_id_doubtful',
  'trademark_owner_differs',
  'administrator_missing',
  'administrator_id_wrong',
  'person_id_wrong',
  'person_id_doubtful',
  'id_number_differs',
  'call_contact_missing',
  'call_hours_missing',
  'phone_shared',
  'paper_missing',
  'paper_expired',
  'paper_rejected',
  'paper_expiring',
  'paper_unconfirmed',
  'invoice_undecided',
  'licence_term_differs',
  'address_differs',
  'file_format',
  'file_size',
  'file_resolution',
  'file_unmeasured',
  'file_grey',
  'file_count',
  'picture_blurred',
  'picture_grainy',
  'picture_glare',
  'picture_dark',
  'picture_pale',
  'picture_cut',
  'picture_skewed',
  'picture_small',
  'seal_missing',
  'permit_missing',
  'permit_expired',
  'scope_missing',
  'category_not_for_individuals',
  'permit_question',
  'category_missing_returned',
  'category_missing',
  'category_unknown',
  'review_not_open',
  'never_certified',
  'certified_twice',
  'remedy_unchanged',
  'remedy_missing',
  'last_refill',
  'refill_window_over',
  'calls_missed',
] as const;
export type CheckId = (typeof checkIds)[number];

/** How much a finding weighs: it holds the submission back, is worth mending, or is what the reviewer may ask about. */
export const findingLevels = ['blocker', 'warning', 'may_ask'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** One question of the pre-check as a platform's pack asks it. */
export type CheckRule = Provenance & {
  readonly id: CheckId;
  readonly level: FindingLevel;
  /** What is wrong when the answer is no. */
  readonly text: RuleText;
  /** How to mend it. */
  readonly remedy: RuleText;
  /** The return reason that it forecasts, whose remedy papers help. */
  readonly reasonCode?: string;
};
