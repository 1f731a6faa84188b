import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { CheckId } from '#shared/domain/check-rule.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import type { QualityKind } from '#shared/domain/quality-finding.ts';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';
import { badPermits, inCategory } from './pre-check-permit-cases.ts';
import {
  client,
  contact,
  bank,
  papers,
  says,
  number,
  filing,
  review,
  inTurn,
  file,
  until,
  unmeasured,
  state,
  returned,
  sentBackFor,
  withoutRemedies,
  withRemedies,
  unless,
  isOfSoleTrader,
  isFiling,
  hasNoLetter,
  hasNoInvoice,
  unsaid,
  without,
  absent,
  named,
  otherCode,
  otherId,
  secondAdministrator,
  boss,
  accountIds,
  original,
  withBasicBeside,
  withProofAsked,
  again,
  luhn,
  doubtful,
  contradictingCode,
  onFile,
  openInvoice,
  namedByWord,
  sharedPhone,
  returnedLongAgo,
  unusualCode,
} from './pre-check-changes.ts';
import type { Change } from './pre-check-changes.ts';

/** Something is wrong with the picture of the subject's paper, on its second page, or of a side of a person's card. */
const faulty = (kind: QualityKind): readonly Change[] => [
  file({ pictureFaults: [{ kind, pageNo: 1 }] }),
  file({
    pictureFaults: [
      { kind, pageNo: 2 },
      { kind, pageNo: 3 },
    ],
  }),
  file({ pictureFaults: [{ kind, pageNo: 7 }] }),
  file({ pictureFaults: [{ kind, pageNo: 1 }] }, 'id_card'),
];

/** At least three bad cases for every check. */
export const bad: Readonly<Record<CheckId, readonly Change[]>> = {
  ...badPermits,
  subject_name_differs: [
    bank({ holderName: '示例归樾（深圳）家居用品有限责任公司' }),
    bank({ holderName: '示例归樾家居用品有限公司' }),
    client({ name: '示例归越（深圳）家居用品有限公司' }),
    says('business_licence', { subject_name: '示例归樾（广州）家居用品有限公司' }),
    says('authorisation_letter', { subject_name: '示例归樾家居用品有限公司' }),
    unless(isOfSoleTrader, says('account_proof', { subject_name: sampleSeed.person })),
    says('platform_form', { subject_name: '示例归樾（深圳）家居有限公司' }),
  ],
  subject_name_spelling: [
    bank({ holderName: '示例归樾(深圳)家居用品有限公司' }),
    bank({ holderName: '示例归樾（深圳） 家居用品有限公司' }),
    bank({ holderName: '示例归樾〔深圳〕家居用品有限公司' }),
    says('platform_form', { subject_name: '示例归樾(深圳)家居用品有限公司' }),
  ],
  special_account: ['（虚拟户）', '监管账户', '子账户'].map((word) =>
    bank({ holderName: `${sampleSeed.name}${word}` }),
  ),
  personal_card: ['6222020000000000', '6217000000000000', '6228480000000000'].map((start) =>
    bank({ accountNumber: luhn(start.slice(0, 15)) }),
  ),
  bank_account_number_wrong: [
    bank({ accountNumber: '12345' }),
    bank({ accountNumber: '4000O00001234' }),
    bank({ accountNumber: '4'.repeat(33) }),
  ],
  bank_account_number_doubtful: ['4000000', '40000000000', '4'.repeat(25)].map((accountNumber) =>
    bank({ accountNumber }),
  ),
  account_not_basic: [
    inTurn(bank({ kind: 'general' }), withProofAsked),
    inTurn(bank({ kind: 'settlement' }), withProofAsked),
    // The basic account is there, but the proof is of another.
    inTurn(bank({ kind: 'general' }), withBasicBeside, withProofAsked),
  ],
  bank_account_number_differs: ['400000000012354', '400000000012346', '40000000001234'].map((value) =>
    number('account_proof', value),
  ),
  bank_account_missing: [
    without('bankAccounts'),
    (facts) => without('bankAccounts')(contact({ phone: '13900000000' })(facts)),
    (facts) => without('bankAccounts')(client({ name: '示例青岚有限公司' })(facts)),
  ],
  bank_name_differs: ['示例银行', '示例银行归越支行', '另一银行归樾支行'].map((value) =>
    says('account_proof', { bank_name: value }),
  ),
  credit_code_missing: [
    absent('client', 'creditCode'),
    client({ creditCode: '' }),
    () => absent('client', 'creditCode')(cleanCase({ ...sampleSeed, entityType: 'sole_trader' })),
  ],
  credit_code_wrong: ['91440399MAXA00015R', '91440399MAXAOO014R', '91440399MAXA0001'].map((creditCode) =>
    client({ creditCode }),
  ),
  credit_code_noted: ['91440399MAXA00015R', '92330199MAXB000223', '91440399MAXA00014T'].map((creditCode) =>
    client({ creditCode, creditCodeNote: '执照如此' }),
  ),
  credit_code_doubtful: ['91440399MAXA00024P', '91440399MAXA0003', '91440399MAXB0003'].map((value) =>
    client({ creditCode: doubtful(value) }),
  ),
  credit_code_differs: [
    number('business_licence', otherCode),
    client({ creditCode: otherCode }),
    number('business_licence', sampleSeed.creditCode.slice(0, 17)),
    says('authorisation_letter', { credit_code: otherCode }),
    says('platform_form', { credit_code: otherCode }),
  ],
  entity_type_differs: [3, 4, 5].map(contradictingCode),
  entity_type_doubtful: [0, 1, 2].map(unusualCode),
  subject_closed: [
    client({ standing: 'closed' }),
    client({ standing: 'closed', standingCheckedOn: calendarDate('2025-01-01') }),
    inTurn(absent('client', 'standingCheckedOn'), client({ standing: 'closed' })),
  ],
  subject_abnormal: [
    client({ standing: 'abnormal' }),
    client({ standing: 'abnormal', standingCheckedOn: calendarDate('2025-01-01') }),
    inTurn(absent('client', 'standingCheckedOn'), client({ standing: 'abnormal' })),
  ],
  standing_unchecked: [
    absent('client', 'standing'),
    absent('client', 'standingCheckedOn'),
    client({ standingCheckedOn: calendarDate('2026-06-23') }),
  ],
  legal_representative_differs: [
    ...['样例乙', '样例申', '样例'].map((name) => contact({ name })),
    ...(['business_licence', 'authorisation_letter', 'platform_form'] as const).map((kind) =>
      says(kind, { legal_representative: '样例乙' }),
    ),
  ],
  person_name_differs: ['样例乙', '样列甲', '样例'].map((name) => says('id_card', { person_name: name })),
  administrator_differs: [
    says('authorisation_letter', { administrator_name: '样例乙' }),
    says('authorisation_letter', { administrator_name: '样例乙', administrator_id_number: otherId }),
    unless(isFiling, says('platform_form', { administrator_name: '样例丙' })),
    unless(isFiling, says('platform_form', { administrator_name: '样例丁' })),
    unless(isFiling, says('platform_form', { administrator_name: '样列甲' })),
    // Of two administrators the letter names neither.
    unless(
      hasNoLetter,
      inTurn(secondAdministrator, says('authorisation_letter', { administrator_name: '样例丁' })),
    ),
    // None is on file, and the two papers disagree.
    unless(
      hasNoLetter,
      inTurn(
        contact({ isAdministrator: false }),
        says('authorisation_letter', { administrator_name: '样例乙' }),
      ),
    ),
  ],
  filing_contact_differs: [
    says('platform_form', { administrator_name: '样例乙' }),
    says('platform_form', { administrator_name: '样例乙', administrator_id_number: otherId }),
    inTurn(secondAdministrator, says('platform_form', { administrator_name: '样例' })),
  ].map(filing),
  account_name_length: ['', '归', '示例归樾家居用品商城旗舰店官方服务中心'.repeat(6)].map(named),
  account_name_short: ['归樾', '归樾a', '归樾馆'].map(named),
  account_name_word: Array.from({ length: 11 }, (_, no) => namedByWord(no)),
  account_name_differs: [
    says('authorisation_letter', { account_name: '示例归樾会员' }),
    says('platform_form', { account_name: '示例归樾商店' }),
    says('platform_form', { account_name: '归樾商城' }),
    named('示例归樾商场'),
  ],
  platform_id_wrong: [
    accountIds({
      wechat: 'wx3f2f93161fc25aZ0',
      alipay: 'tt3f2f93161fc25a00',
      baidu: 'wx3f2f93161fc25a00',
      douyin: 'wx3f2f93161fc25a00',
    }),
    accountIds({
      wechat: 'tt3f2f93161fc25a00',
      alipay: 'wx3f2f93161fc25a00',
      baidu: 'tt3f2f93161fc25a00',
      douyin: 'gh_0123456789ab',
    }),
    accountIds({
      wechat: 'gh_0123456789ab',
      alipay: 'gh_0123456789ab',
      baidu: 'gh_0123456789ab',
      douyin: 'gh_ffffffffffff',
    }),
  ],
  platform_id_doubtful: [
    ['gh_0123456789a', '2021', 'smart1', 'tt3f2f'],
    ['gh_0123456789aZ', '20210000000000001', '1000000x', 'tt3f2f93161fc25a0Z'],
    ['0123456789ab', 'app', 'x', '3f2f93161fc25a00'],
  ].map(
    ([id = '', alipay = '', baidu = '', douyin = '']): Change =>
      (facts) =>
        facts.accountOn.platform === 'wechat'
          ? original(id)(facts)
          : accountIds({ wechat: '', alipay, baidu, douyin })(facts),
  ),
  app_id_differs: ['wx0000000000000000', 'wx3f2f93161fc25a01', '10000002'].map((value) =>
    says('platform_form', { app_id: value }),
  ),
  original_id_differs: ['gh_0123456789ac', 'gh_0123456789a', 'gh_1123456789ab'].map((value) =>
    says('platform_form', { original_id: value }),
  ),
  trademark_owner_differs: [
    '示例集团有限公司',
    '示例归樾（深圳）家居用品有限责任公司',
    sampleSeed.person,
  ].map((owner) => says('trademark_certificate', { owner_name: owner })),
  administrator_missing: [
    contact({ isAdministrator: false }),
    without('contacts'),
    (facts) => contact({ isAdministrator: false })(client({ name: '示例青岚有限公司' })(facts)),
  ],
  administrator_id_wrong: ['330199190003151329', '440399190002290022', '44039920200612123'].map((idNumber) =>
    contact({ idNumber }),
  ),
  person_id_wrong: ['330199190003151329', '440399190002290022', '44039920200612123'].map(boss),
  person_id_doubtful: ['99', '00', '20'].map((region) =>
    contact({ idNumber: makeResidentId(`${region}039919850612123`) }),
  ),
  id_number_differs: [
    number('id_card', '330199190003151239'),
    number('id_card', '33019919040229001'),
    contact({ idNumber: '11019919000101001X' }),
    says('authorisation_letter', { administrator_id_number: otherId }),
    says('platform_form', { administrator_id_number: otherId }),
  ],
  call_contact_missing: [
    contact({ answersCalls: false, isAdministrator: false }),
    absent('contacts', 'phone'),
    without('contacts'),
  ],
  call_hours_missing: [
    absent('contacts', 'availableHours'),
    (facts) => absent('contacts', 'availableHours')(contact({ phone: '13900000000' })(facts)),
    (facts) => absent('contacts', 'availableHours')(client({ name: '示例青岚有限公司' })(facts)),
  ],
  phone_shared: ['13800000000', '138 0000 0000', '+86 138-0000-0000'].map(sharedPhone),
  paper_missing: [
    papers('business_licence', () => 'gone'),
    inTurn(
      papers('business_licence', () => 'gone'),
      papers('id_card', () => 'gone'),
    ),
    inTurn(
      until('business_licence', '2026-10-05'),
      papers('business_licence', () => 'gone'),
    ),
    papers('id_card', () => 'gone'),
    papers('id_card', (paper) => ({ files: paper.files.slice(0, 1) })),
  ],
  paper_expired: [
    until('business_licence', '2026-09-21'),
    until('business_licence', '2020-01-01'),
    until('business_licence', '2026-03-31'),
    ...['2026-09-21', '2026-03-31', '2020-01-01'].map(onFile),
    until('id_card', '2026-08-31'),
  ],
  paper_rejected: [
    state('business_licence', 'rejected'),
    inTurn(until('business_licence', '2026-10-05'), state('subject.', 'rejected')),
    state('id_card', 'rejected'),
    (facts) => state('subject.', 'rejected')(facts),
  ],
  paper_expiring: [
    until('business_licence', '2026-09-30'),
    ...['2026-09-22', '2026-10-22', '2026-10-05'].map(onFile),
    until('business_licence', '2026-10-10'),
    until('business_licence', '2026-10-05'),
    until('id_card', '2026-10-01'),
  ],
  paper_unconfirmed: [
    state('business_licence', 'to_confirm'),
    inTurn(until('business_licence', '2026-10-05'), state('subject.', 'to_confirm')),
    state('id_card', 'to_confirm'),
    (facts) => state('subject.', 'to_confirm')(facts),
  ],
  invoice_undecided: [
    openInvoice,
    unless(hasNoInvoice, inTurn(openInvoice, contact({ phone: '13900000000' }))),
    unless(hasNoInvoice, inTurn(openInvoice, named('示例归樾会员馆'))),
  ],
  category_missing_returned: ['', '  ', '\n'].map((category) =>
    inTurn(
      sentBackFor(({ rejects }) => rejects === 'permit', 0),
      inCategory(category),
    ),
  ),
  licence_term_differs: [
    client({ licenceUntil: 'forever' }),
    client({ licenceUntil: calendarDate('2031-05-21') }),
    client({ licenceUntil: calendarDate('2030-05-20') }),
  ],
  address_differs: [
    says('business_licence', { address: '示例市归樾路9号' }),
    says('business_licence', { address: '示例市归越路8号' }),
    client({ address: '另一市归樾路8号' }),
  ],
  file_format: ['application/pdf', 'image/heic', 'image/tiff'].map((mediaType) => file({ mediaType })),
  file_size: [
    file({ sizeBytes: 2_097_153 }),
    file({ sizeBytes: 9_000_000 }),
    file({ sizeBytes: 2_500_000 }),
    file({ sizeBytes: 3_000_000 }, 'id_card'),
  ],
  file_resolution: [
    file({ widthPx: 640, heightPx: 1280 }),
    file({ widthPx: 1279, heightPx: 720 }),
    file({ widthPx: 300, heightPx: 200 }, 'id_card'),
  ],
  file_unmeasured: [
    papers('business_licence', (paper) => ({ files: paper.files.map(unmeasured) })),
    papers('id_card', (paper) => ({ files: paper.files.map(unmeasured) })),
    papers('id_card', (paper) => ({
      files: paper.files.map((one, at) => (at === 1 ? unmeasured(one) : one)),
    })),
  ],
  file_grey: [
    file({ isGrey: true }),
    file({ isGrey: true }, 'id_card'),
    papers('id_card', (paper) => ({
      files: paper.files.map((one, at) => (at === 1 ? { ...one, isGrey: true } : one)),
    })),
  ],
  file_count: [
    papers('business_licence', (paper) => again(paper, 2)),
    papers('business_licence', (paper) => again(paper, 3)),
    papers('id_card', (paper) => again(paper, 6)),
  ],
  picture_blurred: faulty('blurred'),
  picture_grainy: faulty('grainy'),
  picture_glare: faulty('glare'),
  picture_dark: faulty('dark'),
  picture_pale: faulty('pale'),
  picture_cut: faulty('cut'),
  picture_skewed: faulty('skewed'),
  picture_small: faulty('small'),
  seal_missing: faulty('no_seal'),
  review_not_open: ['2026-12-22', '2027-01-15', '2027-09-21'].map((until) =>
    review({ until: calendarDate(until) }),
  ),
  never_certified: ['示例归樾商城', '示例归樾会员馆', '归樾家居商城'].map((name) =>
    inTurn(named(name), review({})),
  ),
  certified_twice: ['A-12', 'A-13', 'B-1'].map((otherCertification) => (facts: PreCheckFacts) => ({
    ...facts,
    otherCertification,
  })),
  remedy_missing: [0, 1, 2].map((no) =>
    inTurn(
      sentBackFor(({ remedyDocuments }) => remedyDocuments.length > 0, no, withoutRemedies),
      unsaid,
    ),
  ),
  remedy_unchanged: [0, 1, 2, 3, 4].map((no) =>
    inTurn(
      sentBackFor(
        ({ rejects, remedyDocuments }) =>
          rejects !== undefined || remedyDocuments.some(({ needed }) => needed === 'required'),
        no,
        withRemedies,
      ),
      unsaid,
    ),
  ),
  last_refill: [
    returned('call_missed', 'call_missed', 'call_missed'),
    returned('other', 'other', 'name_refused'),
    returned('other', 'call_missed', 'document_unclear', 'other'),
  ],
  refill_window_over: ['2026-08-22', '2026-08-01', '2026-05-01'].map(returnedLongAgo),
  calls_missed: [
    returned('call_missed'),
    returned('call_missed', 'other'),
    returned('call_missed', 'document_unclear', 'call_missed'),
  ],
};
