import { describe, expect, it } from 'vitest';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { rulesOfSet } from '#shared/domain/rule-pack-leaves.ts';
import { shippedPack } from './shipped-packs.ts';

/** The rules of the trade, line by line: what a source says has its place in a pack, with that source's trust. */
const pack = shippedPack('wechat.mp.certification');

describe('the review criteria', () => {
  it('are the five of the trade, and what is decisive beside them', () => {
    expect(pack.reviewCriteria.map(({ id, tag }) => [id, tag])).toEqual([
      ['R1', 'S'],
      ['R2', 'S'],
      ['R3', 'I'],
      ['R4', 'I'],
      ['R5', 'I'],
      ['operator', 'V'],
      ['call', 'V'],
    ]);
  });
});

describe('the reasons of a return', () => {
  it.each([
    ['name_mismatch', [['registry_change_record']], /变更证明/u],
    [
      'parent_name',
      [['shareholding_proof'], ['trademark_authorisation', 'trademark_certificate']],
      /持股证明/u,
    ],
    ['transfer_not_received', [['account_proof']], /含括号.*基本户.*扫脸.*电子营业执照/u],
    ['subject_not_registered', [], /登记状态/u],
    ['operator_not_authorised', [['authorisation_letter']], /授权书/u],
    ['operator_id_wrong', [['id_card']], /身份证/u],
    ['call_missed', [], /来电号码/u],
    ['document_unclear', [], /重新扫描/u],
    ['document_expired', [], /换领/u],
    ['name_refused', [['trademark_certificate', 'trademark_authorisation']], /改名/u],
    ['permit_missing', [], /行业资质/u],
    ['other', [], /原文/u],
  ])('%s has its papers and its remedy', (code, papers, remedy) => {
    const reason = pack.returnReasons.find((one) => one.code === code);
    expect(reason?.remedyDocuments.map(({ accepts }) => accepts)).toEqual(papers);
    expect(reason?.remedy.zh).toMatch(remedy);
  });

  it('are no others', () => {
    expect(pack.returnReasons).toHaveLength(12);
  });
});

describe('the lines from which reviewers call', () => {
  it('are those of the two lists, each with the trust of its list', () => {
    const official = ['021-33977660', '028-85182726', '0731-88845400', '020-62334422'];
    const reported = ['0411-84947888', '028-67686807', '0851-88678888', '0755-26224288', '0755-36615555'];
    expect(pack.reviewLines.filter(({ tag }) => tag === 'V').map(({ number }) => number)).toEqual(official);
    expect(pack.reviewLines.filter(({ tag }) => tag === 'P').map(({ number }) => number)).toEqual(reported);
    expect(pack.reviewLines).toHaveLength(official.length + reported.length);
  });

  it('count: an unanswered call fails, and the third ends the order', () => {
    expect(pack.reviewerCall).toMatchObject({ missedCallsToFail: 3, reasonCode: 'call_missed', tag: 'P' });
  });
});

describe('the clocks of a certification', () => {
  it.each([
    ['authorisation', 24, 'hour', 'submitted', /任务失效/u, 'V'],
    ['payment', 24, 'hour', 'authorised', /任务失效/u, 'V'],
    ['review', 15, 'working_day', 'review_started', /15 个工作日/u, 'V'],
    ['refill', 30, 'calendar_day', 'first_returned', /认证失败.*不退/u, 'V'],
  ] as const)('%s: %i %ss from %s', (id, total, unit, startsAt, consequence, tag) => {
    const clock = pack.clocks.find((one) => one.id === id);
    expect(clock).toMatchObject({ total, unit, startsAt, tag });
    expect(clock?.consequence.zh).toMatch(consequence);
  });

  it.each([
    ['ordinary_invoice', 'calendar_day', 45, 'V'],
    ['special_invoice', 'calendar_day', 80, 'V'],
    ['special_invoice_result', 'working_day', 7, 'V'],
    ['transfer_refund', 'working_day', 10, 'P'],
  ])('after the pass, %s: %s %i', (id, unit, total, tag) => {
    const rule = pack.aftercare.find((one) => one.id === id);
    expect(rule).toMatchObject({ within: { unit, total }, tag });
  });
});

describe('the invoice of a certification', () => {
  it('is chosen with the submission and can’t be made good: the pre-check asks before it, and holds nothing back', () => {
    const rule = pack.checks.find(({ id }) => id === 'invoice_undecided');
    expect(rule).toMatchObject({ level: 'warning', tag: 'V', source: ['S1'] });
    expect(rule?.remedy.zh).toMatch(/提交前.*不能补开/u);
  });

  it.each(['ordinary_invoice', 'special_invoice', 'special_invoice_result'])(
    '%s is the platform’s to send, not ours to apply for',
    (id) => {
      const rule = pack.aftercare.find((one) => one.id === id);
      expect(rule?.duty?.waitingOn).toBe('platform');
      expect([rule?.text.zh, rule?.duty?.title.zh].join()).not.toContain('申请普通');
    },
  );
});

describe('the certificate that proves each kind of body', () => {
  const own: Readonly<Record<EntityType, readonly string[]>> = {
    company: ['business_licence'],
    branch: ['business_licence'],
    sole_trader: ['business_licence'],
    representative_office: ['representative_office_certificate'],
    media: ['public_institution_certificate', 'business_licence', 'media_permit'],
    government: ['credit_code_certificate', 'other'],
    public_institution: ['public_institution_certificate', 'credit_code_certificate', 'other'],
    foundation: ['foundation_certificate', 'other'],
    social_group: ['social_group_certificate', 'approval_document', 'other'],
    private_non_enterprise: [
      'private_non_enterprise_certificate',
      'education_permit',
      'medical_permit',
      'other',
    ],
    cooperative: ['business_licence'],
    committee: ['credit_code_certificate', 'approval_document'],
    law_firm: ['law_firm_licence'],
    other_organisation: ['credit_code_certificate', 'approval_document'],
    overseas: ['overseas_registration'],
    individual: ['other'],
  };

  it.each(entityTypes)('%s', (entityType) => {
    const set = pack.requirements.find((one) => one.entityType === entityType);
    const rules = set === undefined ? [] : rulesOfSet(set);
    const subject = rules.filter(
      ({ id, accepts }) => id.startsWith('subject.') && accepts.join() !== 'id_card',
    );
    const kinds = subject.flatMap(({ accepts }) => accepts);
    expect(kinds.filter((kind) => kind !== 'registry_change_record')).toEqual(own[entityType]);
  });

  it('comes with the ID card of the administrator, and a corporate account of companies alone', () => {
    for (const set of pack.requirements) {
      const rules = rulesOfSet(set);
      expect(
        rules.some(({ holder, needed }) => holder === 'administrator' && needed === 'required'),
        set.entityType,
      ).toBe(true);
      const always = rules.some(
        ({ accepts, condition }) => accepts.includes('account_proof') && condition === undefined,
      );
      expect(always, set.entityType).toBe(set.entityType === 'company');
    }
  });

  it('never comes with an application letter unless the reviewer asks for it', () => {
    for (const set of pack.requirements)
      for (const { accepts, condition } of rulesOfSet(set))
        if (accepts.includes('application_letter'))
          expect(condition).toMatchObject({ fact: 'reviewer_asked_for_letter', is: true });
  });
});

describe('what else a source says', () => {
  it.each([
    ['wechat.mp.certification', 'no_edit', /下次年审前不能修改/u, 'V'],
    ['wechat.mp.certification', 'subject_fixed', /不能更换主体/u, 'V'],
    ['wechat.mp.certification', 'uncertified', /须认证后才能发布/u, 'V'],
    ['wechat.mp.certification', 'account_limit', /5 个.*50 个/u, 'V'],
    ['wechat.mp.certification', 'two_results', /先出资质结果/u, 'V'],
    ['wechat.mp.certification', 'no_reuse', /2023 年 9 月 25 日/u, 'P'],
    ['wechat.mp.certification', 'quick_registration_free', /2023 年 12 月 25 日/u, 'V'],
    ['wechat.mp.certification', 'name_correction', /3 至 7 个工作日/u, 'V'],
    ['wechat.mp.certification', 'transfer_timeout', /客服重置/u, 'S'],
    ['wechat.mp.certification', 'reviewer_transfer_2018', /上传回单/u, 'V'],
    ['wechat.mp.certification', 'image_count', /恰好 1 张.*10 张/u, 'V'],
    ['wechat.mp.certification', 'platform_reminders', /3 个月、2 个月、1 个月和 7 天/u, 'P'],
    ['wechat.mp.certification', 'yearly_same', /相同/u, 'V'],
    ['wechat.mp.certification', 'name_unique', /不能与其他主体/u, 'P'],
    ['wechat.mp.certification', 'short_name', /4 至 10 个字符/u, 'P'],
    ['wechat.mp.certification', 'name_changes', /每个自然年可改名 2 次/u, 'V'],
    ['wechat.mp.certification', 'name_proof', /至多 5 份/u, 'V'],
    ['wechat.mp.certification', 'introduction', /4 至 120 个字符/u, 'P'],
    ['wechat.mp.certification', 'code_review_expedite', /3 次.*1 次.*2 小时/u, 'P'],
    ['wechat.mp.certification', 'electronic_invoice', /3 天/u, 'P'],
    ['wechat.mp.certification', 'affiliate_papers', /基本存款账户开户许可证/u, 'V'],
    ['wechat.mp.registration', 'sole_trader_trap', /92/u, 'P'],
    ['wechat.mp.registration', 'enterprise_scope', /代表处/u, 'V'],
    ['wechat.mp.filing', 'validity', /注销为止/u, 'P'],
    ['wechat.mp.filing', 'combined_flow', /先认证/u, 'V'],
    ['wechat.mp.filing', 'same_province', /同一省份/u, 'V'],
    ['wechat.mp.filing', 'phones', /一个号码/u, 'P'],
    ['wechat.mp.filing', 'cancel_types', /三种/u, 'V'],
    ['wechat.pay.merchant', 'no_individuals', /个人/u, 'V'],
    ['wechat.pay.merchant', 'certificate_codes', /2388.*2400/u, 'P'],
    ['wechat.pay.merchant', 'no_unbinding', /不支持解绑/u, 'V'],
    ['wechat.mp.subject_change', 'not_overseas', /境外/u, 'P'],
    ['wechat.mp.subject_change', 'no_bindings', /第三方主体的商户号/u, 'P'],
    ['wechat.mp.subject_change', 'no_micro_drama', /微短剧/u, 'P'],
    ['wechat.mp.subject_change', 'confirmation', /15 天/u, 'P'],
    ['baidu.smart_program', 'not_for_individual', /个人/u, 'P'],
    ['baidu.smart_program', 'filing', /西藏/u, 'P'],
    ['douyin.mini_program', 'subject_types', /1 企业.*100 其他/u, 'V'],
    ['douyin.mini_program', 'closed_categories', /K12/u, 'V'],
    ['alipay.mini_program', 'name_fixed', /不能改/u, 'P'],
  ])('%s %s', (id, statement, words, tag) => {
    const rule = shippedPack(id).statements.find((one) => one.id === statement);
    expect(rule?.text.zh).toMatch(words);
    expect(rule?.tag).toBe(tag);
  });
});

describe('the words that a name may not hold', () => {
  it.each(['腾讯', '微信', 'WeChat', 'QQ', '小程序', '国家级', '最高级', '电话', '邮件', '日历', '斗地主'])(
    '%s',
    (word) => {
      expect(pack.nameRules?.words.some(({ words }) => words.includes(word))).toBe(true);
    },
  );
});
