import { describe, expect, it } from 'vitest';
import { preCheck } from '#shared/domain/pre-check.ts';
import { deviationOf } from '#renderer/features/application/deviation.ts';
import { cleanCase, sampleSeed } from '#test/unit/domain/pre-check-cases.ts';
import { client, says } from '#test/unit/domain/pre-check-changes.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';

const clean = cleanCase(sampleSeed);
const marked = (facts: typeof clean) => {
  const { findings } = preCheck(facts, certificationPack);
  return facts.items
    .filter((requirement) => deviationOf({ requirement }, findings) !== undefined)
    .map(({ accepts }) => accepts[0]);
};

describe('a line whose paper says something else', () => {
  it('is the paper’s own, and none where only the record is wrong', () => {
    expect(marked(clean)).toEqual([]);
    expect(marked(says('authorisation_letter', { legal_representative: '样例丁' })(clean))).toEqual([
      'authorisation_letter',
    ]);
    expect(marked(client({ legalRepresentative: '样例丁' })(clean))).toEqual([]);
  });
});
