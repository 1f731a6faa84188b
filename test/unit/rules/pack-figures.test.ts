import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { documentRules } from '#shared/domain/rule-pack-leaves.ts';
import { platformFee } from '#shared/domain/rule-pack-lookup.ts';
import { shippedPack } from './shipped-packs.ts';

const registration = 'wechat.mp.registration';
const filing = 'wechat.mp.filing';
const merchant = 'wechat.pay.merchant';
const change = 'wechat.mp.subject_change';
const category = 'wechat.mp.category_permit';
const alipay = 'alipay.mini_program';
const baidu = 'baidu.smart_program';
const douyin = 'douyin.mini_program';

describe('the way of an order', () => {
  it.each([
    [registration, ['awaiting_confirmation']],
    [filing, ['pre_review', 'awaiting_confirmation', 'in_review']],
    [merchant, ['in_review', 'awaiting_confirmation']],
    [change, ['awaiting_payment', 'in_review', 'awaiting_confirmation']],
    [category, ['in_review']],
    [alipay, ['in_review']],
    [baidu, ['in_review']],
    [douyin, ['in_review', 'awaiting_confirmation']],
  ])('%s: %s', (id, path) => {
    expect(shippedPack(id).path).toEqual(path);
  });

  it.each([
    [registration, 'awaiting_confirmation', '打款验证'],
    [filing, 'pre_review', '平台初审'],
    [filing, 'awaiting_confirmation', '短信核验'],
    [filing, 'in_review', '管局审核'],
    [category, 'in_review', '类目审核'],
    [merchant, 'awaiting_confirmation', '账户验证'],
    [change, 'awaiting_confirmation', '管理员确认'],
    [douyin, 'awaiting_confirmation', '企业认证'],
  ])('%s calls %s %s', (id, stage, zh) => {
    expect(shippedPack(id).stages.find((rule) => rule.stage === stage)?.title?.zh).toBe(zh);
  });
});

describe('clocks', () => {
  it.each([
    [registration, [['confirmation', 10, 'calendar_day', 'submitted', 'failed', 'V']]],
    [
      filing,
      [
        ['pre_review', 2, 'working_day', 'handed_in', 'none', 'P'],
        ['confirmation', 24, 'hour', 'pre_reviewed', 'returned', 'P'],
        ['review', 20, 'working_day', 'confirmed', 'none', 'P'],
      ],
    ],
    [
      merchant,
      [
        ['review', 3, 'working_day', 'handed_in', 'none', 'V'],
        ['confirmation', 10, 'calendar_day', 'reviewed', 'failed', 'V'],
      ],
    ],
    [
      change,
      [
        ['review', 3, 'working_day', 'review_started', 'none', 'P'],
        ['confirmation', 15, 'calendar_day', 'reviewed', 'failed', 'P'],
      ],
    ],
    [alipay, []],
    [baidu, []],
    [douyin, [['review', 10, 'working_day', 'handed_in', 'none', 'V']]],
  ])('of %s', (id, clocks) => {
    const table = shippedPack(id).clocks.map(({ id: clock, total, unit, startsAt, onExpiry, tag }) => [
      clock,
      total,
      unit,
      startsAt,
      onExpiry,
      tag,
    ]);
    expect(table).toEqual(clocks);
  });
});

describe('fees', () => {
  const on = calendarDate('2026-11-22');

  it('a change of subject costs 300 yuan whoever it is, by the word of third parties', () => {
    for (const entityType of shippedPack(change).coveredEntityTypes) {
      const fee = platformFee(shippedPack(change), entityType, on);
      expect([fee?.amountFen, fee?.tag], entityType).toEqual([30_000, 'P']);
    }
  });

  it.each([registration, filing, merchant, alipay, baidu, douyin])('%s knows none and says so', (id) => {
    expect(shippedPack(id).fees).toEqual([]);
    expect(shippedPack(id).unknowns.map((unknown) => unknown.id)).toContain('fee');
  });
});

describe('what is not known', () => {
  const review = ['refills', 'withdrawal', 'clock.refill', 'validity'];
  it.each([
    [registration, ['fee', 'validity']],
    [filing, ['fee', 'refills', 'clock.refill']],
    [merchant, ['fee', ...review]],
    [change, ['clock.payment', ...review]],
    [alipay, ['fee', 'clock.review', ...review]],
    [baidu, ['fee', 'clock.review', ...review]],
    [douyin, ['fee', 'clock.confirmation', ...review]],
  ])('%s says %s', (id, ids) => {
    expect(shippedPack(id).unknowns.map((unknown) => unknown.id)).toEqual(expect.arrayContaining(ids));
  });

  it('a filing under review can be withdrawn and does not run out', () => {
    const { withdrawal, validity, statements } = shippedPack(filing);
    expect(withdrawal).toMatchObject({ inReview: true, tag: 'V' });
    expect(validity).toBeNull();
    expect(statements.map(({ id }) => id)).toContain('validity');
  });
});

describe('covered entity types', () => {
  const without = (...types: EntityType[]) => entityTypes.filter((type) => !types.includes(type));
  it.each([
    [registration, [...entityTypes]],
    [filing, without('overseas')],
    [merchant, without('individual', 'overseas', 'representative_office')],
    [change, without('overseas')],
    [alipay, ['company', 'sole_trader', 'individual']],
    [
      baidu,
      [
        ...(['company', 'media', 'government', 'public_institution'] as const),
        ...(['foundation', 'social_group', 'private_non_enterprise', 'other_organisation'] as const),
      ],
    ],
    [
      douyin,
      [
        ...(['company', 'sole_trader', 'government', 'public_institution', 'foundation'] as const),
        ...(['social_group', 'private_non_enterprise', 'other_organisation', 'overseas'] as const),
      ],
    ],
  ])('of %s', (id, types) => {
    expect([...shippedPack(id).coveredEntityTypes].sort()).toEqual([...types].sort());
  });
});

describe('names and uploads', () => {
  it.each([
    [registration, [4, 30, 8]],
    [douyin, [4, 20, 4]],
  ])('%s: %s units', (id, [min, max, advised]) => {
    expect(shippedPack(id).nameRules).toMatchObject({
      length: { minUnits: min, maxUnits: max },
      advised: { minUnits: advised },
    });
  });

  it('a merchant name has 2 to 110 characters; of sole traders and government it does not end with 公司', () => {
    expect(shippedPack(merchant).nameRules).toMatchObject({
      length: { minUnits: 2, maxUnits: 110, unit: 'character', tag: 'V' },
      words: [{ match: 'ends', words: ['公司'], entityTypes: ['sole_trader', 'government'], tag: 'V' }],
    });
  });

  it.each([filing, change, alipay, baidu])('%s judges no name', (id) => {
    expect(shippedPack(id).nameRules).toBeNull();
  });

  it('filing takes JPG and PNG up to 2 MB, at least 720 × 1280, on the official word', () => {
    const limits = shippedPack(filing).uploadProfiles.flatMap((profile) => profile.limits);
    expect(limits).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'format', formats: ['jpg', 'jpeg', 'png'], tag: 'V' }),
        expect.objectContaining({ id: 'size', maxBytes: 2_097_152, tag: 'V' }),
        expect.objectContaining({ id: 'resolution', shortSidePx: 720, longSidePx: 1280, tag: 'V' }),
      ]),
    );
  });

  it('douyin takes images up to 2 MB, shop permits and PDF contracts up to 4 MB', () => {
    const sizes = shippedPack(douyin).uploadProfiles.map(({ id, limits }) => [
      id,
      limits.flatMap((limit) => (limit.id === 'size' ? limit.maxBytes : [])),
    ]);
    expect(sizes).toEqual([
      ['douyin_image', [2_097_152]],
      ['douyin_permit', [4_194_304]],
      ['douyin_contract', [4_194_304]],
    ]);
  });

  it('filing wants more than a month of an ID card and warns of a licence 30 days before its end', () => {
    const rules = documentRules(shippedPack(filing)).map(([, rule]) => rule);
    const margins = (kind: string) =>
      new Set(rules.filter(({ accepts }) => accepts.join() === kind).map(({ marginDays }) => marginDays));
    expect([...margins('id_card')]).toEqual([31]);
    expect([...margins('business_licence')]).toEqual([30]);
  });
});

describe('after the pass', () => {
  it('an AppID binding is confirmed within 7 days', () => {
    const { aftercare } = shippedPack(merchant);
    const confirmed = aftercare.find(({ id }) => id === 'confirm_binding');
    expect(confirmed).toMatchObject({
      within: { unit: 'calendar_day', total: 7 },
      duty: { after: 'bind_appid', waitingOn: 'client' },
      tag: 'V',
    });
    expect(aftercare.find(({ id }) => id === 'bind_appid')?.within).toBeUndefined();
  });

  it.each([
    ['wechat.mp.certification', 'ordinary_invoice', 'calendar_day', 45],
    ['wechat.mp.certification', 'special_invoice', 'calendar_day', 80],
    ['wechat.mp.certification', 'special_invoice_result', 'working_day', 7],
    ['wechat.mp.certification', 'transfer_refund', 'working_day', 10],
  ])('%s: %s within %s %s, a duty only where it is asked for', (id, ruleId, unit, total) => {
    const rule = shippedPack(id).aftercare.find((each) => each.id === ruleId);
    expect(rule?.within).toEqual({ unit, total });
    expect(rule?.duty?.condition ?? rule?.duty?.after).toBeDefined();
  });

  it.each([
    [registration, ['app_id', 'original_id']],
    [filing, ['filing_number']],
    [merchant, ['merchant_number']],
    [change, undefined],
    ['wechat.mp.certification', undefined],
  ])('%s yields %j', (id, numbers) => {
    expect(shippedPack(id).yields).toEqual(numbers);
  });

  it.each([
    [merchant, 'statements', 'appid_limit', /50 个 AppID/u],
    [merchant, 'statements', 'merchant_name_length', /2 至 110 个字符/u],
    [merchant, 'aftercare', 'api_certificate', /5 年/u],
    [merchant, 'aftercare', 'platform_certificate', /5 年/u],
    [registration, 'statements', 'account_limit', /至多 5 个.*至多 50 个/u],
    [filing, 'statements', 'duty', /2023 年 9 月 1 日.*2024 年 3 月 31 日/u],
    [alipay, 'statements', 'account_limit', /10 个/u],
    [alipay, 'statements', 'category_changes', /5 次/u],
    [douyin, 'statements', 'fee_2020', /企业认证 300 元，个人 0 元/u],
    [douyin, 'statements', 'licence_end', /填 0/u],
  ] as const)('%s %s %s', (id, part, rule, words) => {
    expect(shippedPack(id)[part].find((one) => one.id === rule)?.text.zh).toMatch(words);
  });
});
