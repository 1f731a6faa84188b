import type { CheckId } from './check-rule.ts';
import type { Platform } from './platform.ts';

/** What the questions of the pre-check are about; the letter that their codes begin with. */
export const checkTopics = {
  consistency: 'C',
  account: 'B',
  name: 'N',
  people: 'P',
  paper: 'D',
  upload: 'U',
  category: 'K',
  order: 'R',
} as const;
export type CheckTopic = keyof typeof checkTopics;

/** Topic and number of each question. A number is never given twice, nor to another question later. */
const places = {
  subject_name_differs: ['consistency', 1],
  subject_name_spelling: ['consistency', 2],
  credit_code_missing: ['consistency', 3],
  credit_code_wrong: ['consistency', 4],
  credit_code_noted: ['consistency', 5],
  credit_code_doubtful: ['consistency', 6],
  credit_code_differs: ['consistency', 7],
  entity_type_differs: ['consistency', 8],
  legal_representative_differs: ['consistency', 9],
  person_name_differs: ['consistency', 10],
  administrator_differs: ['consistency', 11],
  filing_contact_differs: ['consistency', 12],
  id_number_differs: ['consistency', 13],
  original_id_differs: ['consistency', 14],
  trademark_owner_differs: ['consistency', 15],
  licence_term_differs: ['consistency', 16],
  address_differs: ['consistency', 17],
  app_id_differs: ['consistency', 18],
  subject_closed: ['consistency', 19],
  subject_abnormal: ['consistency', 20],
  standing_unchecked: ['consistency', 21],
  entity_type_doubtful: ['consistency', 22],
  special_account: ['account', 1],
  personal_card: ['account', 2],
  bank_account_number_wrong: ['account', 3],
  bank_account_number_differs: ['account', 4],
  bank_account_missing: ['account', 5],
  bank_name_differs: ['account', 6],
  account_not_basic: ['account', 7],
  bank_account_number_doubtful: ['account', 8],
  platform_id_wrong: ['account', 9],
  platform_id_doubtful: ['account', 10],
  account_name_length: ['name', 1],
  account_name_short: ['name', 2],
  account_name_word: ['name', 3],
  account_name_differs: ['name', 4],
  administrator_missing: ['people', 1],
  administrator_id_wrong: ['people', 2],
  call_contact_missing: ['people', 3],
  call_hours_missing: ['people', 4],
  person_id_wrong: ['people', 5],
  person_id_doubtful: ['people', 6],
  phone_shared: ['people', 7],
  paper_missing: ['paper', 1],
  paper_expired: ['paper', 2],
  paper_rejected: ['paper', 3],
  paper_expiring: ['paper', 4],
  paper_unconfirmed: ['paper', 5],
  invoice_undecided: ['paper', 6],
  file_format: ['upload', 1],
  file_size: ['upload', 2],
  file_resolution: ['upload', 3],
  file_unmeasured: ['upload', 4],
  file_grey: ['upload', 5],
  file_count: ['upload', 6],
  picture_blurred: ['upload', 7],
  picture_grainy: ['upload', 8],
  picture_glare: ['upload', 9],
  picture_dark: ['upload', 10],
  picture_pale: ['upload', 11],
  picture_cut: ['upload', 12],
  picture_skewed: ['upload', 13],
  picture_small: ['upload', 14],
  seal_missing: ['upload', 15],
  permit_missing: ['category', 1],
  permit_expired: ['category', 2],
  scope_missing: ['category', 3],
  category_not_for_individuals: ['category', 4],
  permit_question: ['category', 5],
  category_unknown: ['category', 6],
  category_missing: ['category', 7],
  category_missing_returned: ['category', 8],
  remedy_missing: ['order', 1],
  last_refill: ['order', 2],
  calls_missed: ['order', 3],
  remedy_unchanged: ['order', 4],
  review_not_open: ['order', 5],
  never_certified: ['order', 6],
  refill_window_over: ['order', 7],
  certified_twice: ['order', 8],
} as const satisfies Readonly<Record<CheckId, readonly [CheckTopic, number]>>;

const platformLetters = {
  wechat: 'WX',
  alipay: 'AL',
  baidu: 'BD',
  douyin: 'DY',
} as const satisfies Readonly<Record<Platform, string>>;

/** By which a question of a platform is named in writing, e.g. WX-C07. */
export function checkCode(platform: Platform, id: CheckId): string {
  const [topic, number] = places[id];
  return `${platformLetters[platform]}-${checkTopics[topic]}${String(number).padStart(2, '0')}`;
}

export const checkTopic = (id: CheckId): CheckTopic => places[id][0];
