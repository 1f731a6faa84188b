import type { RefusalReason } from '#shared/contract/refusal.ts';

/** What to do about a refusal, by its reason. */
export const refusals = {
  action_not_allowed: 'This stage has no such step; see where the application stands.',
  already_open: 'The account has such an application under way; finish or withdraw that one first.',
  call_before_submission:
    'Reviewers call after the submission: check the time of the call and of the submission.',
  certified_until_missing: 'Give the end of the certification.',
  certified_until_not_after_pass: 'The end has to lie after the day of the pass.',
  closed: 'The application is over; its rules no longer change.',
  day_to_come: 'That day is still to come; give the day on which it happened.',
  faulty: 'The file has faults; mend them first.',
  fee_negative: 'A fee can’t be negative.',
  in_future: 'That time is still to come; give the time at which it happened.',
  in_trash: 'One of the two is in the trash; restore it first.',
  kind_not_accepted: 'This item takes no paper of that kind; choose another item or kind.',
  known: 'This version is there already, with the same content.',
  no_place: 'The rule pack has no such place; choose another.',
  not_a_duty: 'The rule pack has no such step after the pass; check its id.',
  not_covered: 'The rule pack knows no fee for this entity type.',
  not_handed_out: 'This copy was never handed out; there is nothing to say of it.',
  number_malformed: 'The number is not of its form; copy it as the platform shows it.',
  number_not_yielded: 'A pass of this application brings no such number.',
  other_list: 'The category list is not for the platform of this account.',
  other_pack: 'The application goes by another rule pack.',
  reason_missing: 'Give the platform’s reason.',
  reason_unknown:
    'The rule pack has no such return reason; check its code, or give the platform’s words alone.',
  refills_spent: 'No resubmission is left.',
  rejects_unasked: 'The checklist asks for no such paper; check its id.',
  same_client: 'Both are the same client; choose another.',
  same_version: 'There is other content under this version; give it another version.',
  shipped: 'A version that came with the program can’t be removed.',
  stage_gone: 'The new version has no such stage; wait until the application is past it.',
  time_before_stage: 'That lies before this stage began; give a later time.',
} as const satisfies Readonly<Record<RefusalReason, string>>;
