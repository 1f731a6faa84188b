import { describe, expect, it } from 'vitest';
import { checkCode, checkTopic, checkTopics } from '#shared/domain/check-code.ts';
import { checkIds } from '#shared/domain/check-rule.ts';

describe('the code of a question of the pre-check', () => {
  it('is its platform, its topic and its number', () => {
    expect(checkCode('wechat', 'credit_code_differs')).toBe('WX-C07');
    expect(checkCode('alipay', 'calls_missed')).toBe('AL-R03');
    expect(checkTopic('file_size')).toBe('upload');
  });

  it('is another one for each question', () => {
    const codes = checkIds.map((id) => checkCode('wechat', id));
    expect(new Set(codes).size).toBe(checkIds.length);
    expect(new Set(Object.values(checkTopics)).size).toBe(Object.keys(checkTopics).length);
  });
});
