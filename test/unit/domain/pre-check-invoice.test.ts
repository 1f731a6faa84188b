import { describe, expect, it } from 'vitest';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { cleanCase, sampleSeed } from './pre-check-cases.ts';
import { openInvoice } from './pre-check-changes.ts';

const found = (facts: PreCheckFacts, pack = certificationPack) =>
  preCheck(facts, pack).findings.map(({ check, level }) => [check, level]);
const open = openInvoice(cleanCase(sampleSeed));

describe('an invoice that nobody has decided on', () => {
  it('warns before the submission and holds nothing back: to have none is a choice too', () => {
    expect(found(open)).toEqual([['invoice_undecided', 'warning']]);
  });

  it('is only to be confirmed once the order was handed in: nothing can be changed then', () => {
    const handedIn = { ...open };
    Reflect.deleteProperty(handedIn, 'certification');
    expect(found(handedIn)).toEqual([['paper_unconfirmed', 'may_ask']]);
  });

  it('is told as before by an older pack, which does not ask', () => {
    const checks = certificationPack.checks.filter(({ id }) => id !== 'invoice_undecided');
    expect(found(open, { ...certificationPack, checks })).toEqual([['paper_unconfirmed', 'may_ask']]);
  });
});
