import { describe, expect, it } from 'vitest';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import type { ChecklistFacts } from '#shared/domain/checklist.ts';
import { rulePackFaults } from '#shared/domain/rule-pack-faults.ts';
import { leavesOf } from '#shared/domain/rule-pack-leaves.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { checklistFactKeys } from '#shared/domain/rule-pack.ts';
import { packNames, rawPack, shippedPacks } from './shipped-packs.ts';

type Text = { readonly at: string; readonly zh: unknown; readonly en: unknown };

function textsIn(value: unknown, at = ''): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => textsIn(part, `${at}/${key}`));
  return 'zh' in value || 'en' in value
    ? [{ at, zh: Reflect.get(value, 'zh'), en: Reflect.get(value, 'en') }]
    : inner;
}

const cases = shippedPacks.map((pack) => [pack.id, pack] as const);

describe('the shipped packs', () => {
  it.each(packNames)('%s fits the schema', (name) => {
    const result = rulePackSchema.safeParse(rawPack(name));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  it.each(cases)('%s holds together', (_, pack) => {
    expect(rulePackFaults(pack)).toEqual([]);
    expect([pack.version, pack.asOf]).toEqual(['2026.11', '2026-11-22']);
  });

  it('have ids of their own', () => {
    expect(shippedPacks.map(({ id }) => id).sort()).toEqual([
      'alipay.mini_program',
      'baidu.smart_program',
      'douyin.mini_program',
      'wechat.mp.category_permit',
      'wechat.mp.certification',
      'wechat.mp.filing',
      'wechat.mp.registration',
      'wechat.mp.subject_change',
      'wechat.pay.merchant',
    ]);
  });

  it.each(packNames)('%s says everything in both languages', (name) => {
    const texts = textsIn(rawPack(name));
    expect(texts.length).toBeGreaterThan(80);
    for (const { at, zh, en } of texts) {
      expect(zh, at).toMatch(/\p{Script=Han}/u);
      expect(en, at).toMatch(/^[^\p{Script=Han}，。：；（）「」]+$/u);
      expect(`${String(zh)}${String(en)}`, at).not.toMatch(/[!！]|请注意/u);
    }
  });

  it.each(cases)('%s holds nothing back on an inferred or remembered rule', (_, pack) => {
    const blocking = pack.checks.filter(({ level }) => level === 'blocker').map(({ tag }) => tag);
    expect(blocking.filter((tag) => tag === 'I' || tag === 'M')).toEqual([]);
  });

  it.each(cases)('%s cites no page that is younger than what it says', (_, pack) => {
    const dateOf = new Map(pack.sources.map(({ code, date }) => [code, date]));
    const early = leavesOf(pack).filter(([, leaf]) =>
      leaf.source.every((code) => (dateOf.get(code) ?? leaf.asOf) > leaf.asOf),
    );
    expect(early.map(([at]) => at)).toEqual([]);
  });
});

describe('every procedure has a pack', () => {
  it.each([
    ['wechat', 'registration', 'wechat.mp.registration'],
    ['wechat', 'first_certification', 'wechat.mp.certification'],
    ['wechat', 'annual_review', 'wechat.mp.certification'],
    ['wechat', 'filing', 'wechat.mp.filing'],
    ['wechat', 'category_permit', 'wechat.mp.category_permit'],
    ['wechat', 'merchant_onboarding', 'wechat.pay.merchant'],
    ['wechat', 'subject_change', 'wechat.mp.subject_change'],
    ['alipay', 'first_certification', 'alipay.mini_program'],
    ['baidu', 'first_certification', 'baidu.smart_program'],
    ['douyin', 'first_certification', 'douyin.mini_program'],
  ] as const)('%s %s: %s', (platform, kind, id) => {
    expect(packFor(shippedPacks, { platform }, kind)?.id).toBe(id);
  });

  it('and no two packs share one', () => {
    const pairs = shippedPacks.flatMap(({ platform, applicationKinds }) =>
      applicationKinds.map((kind) => `${platform} ${kind}`),
    );
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});

describe('a checklist for every covered case', () => {
  const everything = Object.fromEntries(checklistFactKeys.map((key) => [key, true])) as ChecklistFacts;
  const nothing = Object.fromEntries(checklistFactKeys.map((key) => [key, false])) as ChecklistFacts;

  it.each(cases)('%s', (_, pack) => {
    for (const entityType of pack.coveredEntityTypes) {
      for (const kind of pack.applicationKinds) {
        for (const facts of [{}, everything, nothing]) {
          expectChecklist(pack, { entityType, kind, facts });
        }
      }
    }
  });

  it.each(cases)('%s adds the papers that answer a return', (_, pack) => {
    const [entityType = 'company'] = pack.coveredEntityTypes;
    const [kind = 'filing'] = pack.applicationKinds;
    for (const { code } of pack.returnReasons) {
      expectChecklist(pack, { entityType, kind, facts: { returnReasonCodes: [code] } });
    }
  });

  function expectChecklist(pack: RulePack, request: Parameters<typeof instantiateChecklist>[1]): void {
    const result = instantiateChecklist(pack, request);
    const at = `${request.entityType} ${request.kind}`;
    if (!result.ok) throw new Error(`${at} is not covered`);
    const ids = result.items.map(({ requirementId }) => requirementId);
    expect(ids.length, at).toBeGreaterThan(0);
    expect(new Set(ids).size, at).toBe(ids.length);
    expect(
      result.items.some(({ needed }) => needed === 'required'),
      at,
    ).toBe(true);
  }
});

describe('what no pack may do', () => {
  it.each(cases)('%s charges nothing without a stage to pay in', (_, pack) => {
    const on = calendarDate('2026-11-22');
    const due = pack.fees.filter(
      ({ from, to, amountFen }) =>
        amountFen > 0 && (from === null || from <= on) && (to === null || to >= on),
    );
    expect(due.length > 0).toBe(pack.path.includes('awaiting_payment'));
  });
});
