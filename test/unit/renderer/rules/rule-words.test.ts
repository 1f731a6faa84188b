import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { packDifferences } from '#shared/domain/rule-pack-difference.ts';
import { differenceWords } from '#renderer/features/rules/rule-words.ts';
import { chinese, everyLanguage, isUnspoken } from '#test/unit/renderer/speech.ts';
import type { Speech } from '#test/unit/renderer/speech.ts';
import { certificationPack as shipped } from '#test/unit/rules/certification-pack.ts';
import { singleMutations } from '#test/unit/rules/pack-mutations.ts';
import type { Mutation } from '#test/unit/rules/pack-mutations.ts';
import { shippedPacks } from '#test/unit/rules/shipped-packs.ts';

const wordsOf = (before: RulePack, after: RulePack, { t, format, ruleText: say }: Speech) =>
  differenceWords(packDifferences(before, after), { t, format, say });

/** What is written as an address or a place of the pack is no sentence. */
const isCode = (title: string): boolean => /(网址|address|涉及的规则|rules it is about)/u.test(title);

/** A field whose change is not shown with what it was and is, or in words that nobody has. */
function silenceOf({ of, at, pack }: Field, speech: Speech): object[] {
  const words = wordsOf(of, pack, speech);
  const isShown = words.some(({ before, after }) => before !== after);
  const isSpoken = words.every(({ title, before, after }) =>
    [title, ...(isCode(title) ? [] : [before, after])].every((text) => text === '' || !isUnspoken(text)),
  );
  return isShown && isSpoken ? [] : [{ of: of.id, at: at.join('.'), words }];
}

interface Field extends Mutation {
  readonly of: RulePack;
}

const fields: readonly Field[] = shippedPacks.flatMap((of) =>
  singleMutations(of).map((mutation) => ({ of, ...mutation })),
);

/** One field of each sort, wherever it stands in its list. */
const sorts = new Map(
  fields.map((field) => [field.at.filter((key) => typeof key === 'string').join('.'), field]),
);

describe.each(everyLanguage)('in $language', (speech) => {
  it('every sort of field that differs is shown with what it was and is', () => {
    expect([...sorts.values()].flatMap((field) => silenceOf(field, speech))).toEqual([]);
  });

  it('so is any field of any pack', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), (field) => {
        expect(silenceOf(field, speech)).toEqual([]);
      }),
    );
  });
});

const clock = (changes: object): RulePack => ({
  ...shipped,
  clocks: shipped.clocks.map((rule) => (rule.id === 'refill' ? { ...rule, ...changes } : rule)),
});

describe('the words of a difference', () => {
  const lines = (after: RulePack) =>
    wordsOf(shipped, after, chinese).map(({ title, before, after: is }) => `${title}: ${before} → ${is}`);

  it('name the field, a line each', () => {
    expect(lines(clock({ onExpiry: 'none', startsAt: 'submitted', total: 20 }))).toEqual([
      '补交: 30 天 → 20 天',
      '补交 · 起算: 首次打回 → 提交',
      '补交 · 超时后果: 申请失败 → 无',
    ]);
  });

  it('tell the head of a pack', () => {
    const path = ['awaiting_payment', 'in_review'] as const;
    expect(lines({ ...shipped, path })).toEqual([
      '规则包 · 流程: 待管理员授权、待付款、审核中 → 待付款、审核中',
    ]);
    expect(lines({ ...shipped, accountKinds: ['merchant'] })).toEqual(['规则包 · 账号种类: 小程序 → 商户号']);
  });

  it('tell that papers came to be alternatives', () => {
    const requirements = shipped.requirements.map((set) => {
      const [group, ...others] = set.groups;
      if (set.entityType !== 'company' || group?.formula.op !== 'all_of') return set;
      const [first, second, ...rest] = group.formula.parts;
      if (first === undefined || second === undefined) return set;
      const title = { zh: '任一', en: 'Either' };
      const choice = { op: 'any_of', id: 'either', title, options: [first, second] } as const;
      return {
        ...set,
        groups: [{ ...group, formula: { op: 'all_of', parts: [choice, ...rest] } as const }, ...others],
      };
    });
    expect(lines({ ...shipped, requirements })).toEqual([
      '任一，企业:  → 任一',
      expect.stringContaining('（营业执照 或 管理员身份证，正反面）') as string,
    ]);
  });

  it('tell a word beside a change only where it is somebody else’s', () => {
    const newer = { asOf: '2020-01-01' as const };
    expect(lines(clock({ ...newer, total: 20 }))).toHaveLength(1);
    expect(lines(clock({ tag: 'P', total: 20 }))).toHaveLength(2);
    expect(lines(clock(newer))).toEqual(['补交: 官方 S1、S46 2018-11-15 → 官方 S1、S46 2020-01-01']);
  });
});
