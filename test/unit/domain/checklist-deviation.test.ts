import { describe, expect, it } from 'vitest';
import { withDeviation } from '#shared/domain/checklist-deviation.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { certificationPack } from '../rules/certification-pack.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';
import { client, says } from './pre-check-changes.ts';

const clean = cleanCase(sampleSeed);
const deviating = (facts: typeof clean) => {
  const { findings } = preCheck(facts, certificationPack);
  return facts.items
    .map((item) => withDeviation(item, findings))
    .filter(({ reason }) => reason?.code === 'deviates');
};
const otherName = says('authorisation_letter', { legal_representative: '样例丁' });

describe('a line whose paper says something else', () => {
  it('is the paper’s own, and none where only the record is wrong', () => {
    expect(deviating(clean)).toEqual([]);
    expect(deviating(otherName(clean))).toMatchObject([
      { accepts: ['authorisation_letter'], state: 'rejected' },
    ]);
    expect(deviating(client({ legalRepresentative: '样例丁' })(clean))).toEqual([]);
  });

  it('keeps the reason of a line that is open or not needed', () => {
    const { findings } = preCheck(otherName(clean), certificationPack);
    const letter = clean.items.find(({ accepts }) => accepts.includes('authorisation_letter'));
    if (letter === undefined) throw new Error('a certification asks for the letter');
    for (const state of ['missing', 'expired', 'rejected', 'not_needed'] as const) {
      const item = { ...letter, state };
      expect(withDeviation(item, findings)).toBe(item);
    }
  });
});
