import { describe, expect, it } from 'vitest';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { headTitleOf, headTitles } from '#shared/domain/head-title.ts';
import { inTermsOf } from '#renderer/i18n/head-words.ts';
import { chinese, everyLanguage, isUnspoken, speechIn } from '../speech.ts';
import { shippedPacks as rulePacks } from '../../rules/shipped-packs.ts';

const english = speechIn('en');

describe('a rule in the terms of a body', () => {
  it('names the head as the body does', () => {
    const zh = (of: Parameters<typeof inTermsOf>[0]) => inTermsOf(of, '管理员不是法定代表人时', chinese.t);
    expect(zh('company')).toBe('管理员不是法定代表人时');
    expect(zh('sole_trader')).toBe('管理员不是经营者时');
    expect(zh('government')).toBe('管理员不是单位负责人时');
    expect(zh('representative_office')).toBe('管理员不是首席代表时');
  });

  it('keeps capitals and plurals', () => {
    const en = (of: Parameters<typeof inTermsOf>[0], text: string) => inTermsOf(of, text, english.t);
    expect(en('sole_trader', 'Legal representative’s ID card')).toBe('Operator’s ID card');
    expect(en('branch', 'a scan by the legal representatives')).toBe('a scan by the persons in charge');
    expect(en('sole_trader', 'the legal representative')).toBe('the operator');
  });

  it.each(everyLanguage)('has a word for each title in $language', ({ t }) => {
    const words = headTitles.map((title) => t(`vocabulary.headTitle.${title}`));
    expect(words.filter(isUnspoken)).toEqual([]);
    expect(new Set(words).size).toBe(headTitles.length);
  });

  it('leaves no legal representative to a body that has none, in any check of any pack', () => {
    const texts = rulePacks.flatMap(({ checks }) => checks.flatMap(({ text, remedy }) => [text, remedy]));
    expect(texts.some(({ zh }) => zh.includes('法定代表人'))).toBe(true);
    for (const entityType of entityTypes.filter((type) => headTitleOf(type) !== 'legal_representative')) {
      for (const { zh, en } of texts) {
        expect(inTermsOf(entityType, zh, chinese.t)).not.toContain('法定代表人');
        expect(inTermsOf(entityType, en, english.t)).not.toMatch(/legal representative/i);
      }
    }
  });
});
