import { describe, expect, it } from 'vitest';
import { refusalReasons } from '#shared/contract/refusal.ts';
import { inWords } from '../../../electron/cli/spoken-failure.ts';

const refusal = (reason: string) => ({
  code: 'ACTION_NOT_ALLOWED',
  data: { action: 'step', stage: 'collecting', reason },
  message: '',
});

describe('a refusal in words', () => {
  it('tells what to do about each reason, in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const told = refusalReasons.map((reason) => inWords(refusal(reason), language).message);
      expect(new Set(told).size).toBe(refusalReasons.length);
      for (const [index, message] of told.entries()) expect(message).not.toContain(refusalReasons[index]);
    }
    expect(inWords(refusal('in_future'), 'zh-CN').message).toContain('还没到');
  });

  it('names every one of a list', () => {
    const failure = { code: 'FIELD_UNKNOWN', data: { field: 'x', known: ['name', 'code'] }, message: '' };
    expect(inWords(failure, 'zh-CN').message).toContain('name、code');
    expect(inWords(failure, 'en').message).toContain('name, code');
  });
});
