import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { CheckId } from '#shared/domain/check-rule.ts';
import { checkIds } from '#shared/domain/check-rule.ts';
import { withOverrides } from '#shared/domain/rule-override.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { compareStated } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { caseSeed, cleanCase, creditCodeOf, returnedAtMs, sampleSeed } from './pre-check-cases.ts';
import { bad } from './pre-check-bad-cases.ts';
import { absent, bank, client, number, otherCode, returned, returnedLongAgo } from './pre-check-changes.ts';

type Change = (facts: PreCheckFacts) => PreCheckFacts;

/** What is asked of filings alone is no matter of certification; here it weighs as much as there. */
const ofFilings: readonly CheckId[] = ['filing_contact_differs', 'phone_shared'];
const pack: RulePack = {
  ...certificationPack,
  checks: certificationPack.checks.flatMap((rule) =>
    rule.id === 'administrator_differs' ? [rule, ...ofFilings.map((id) => ({ ...rule, id }))] : [rule],
  ),
};

const clean = cleanCase(sampleSeed);
const findingsOf = (facts: PreCheckFacts) => preCheck(facts, pack, categoryPack).findings;

describe('the pre-check', () => {
  it('is asked for by the pack in every part', () => {
    const asked = checkIds.filter((id) => !ofFilings.includes(id));
    expect(certificationPack.checks.map(({ id }) => id).sort()).toEqual(asked.sort());
  });

  it('finds nothing in a clean case', () => {
    expect(findingsOf(clean)).toEqual([]);
  });

  it.each(checkIds)('finds every seeded case of %s', (check) => {
    expect(bad[check].length).toBeGreaterThanOrEqual(3);
    for (const [index, change] of bad[check].entries()) {
      const found = findingsOf(change(clean)).map((finding) => finding.check);
      expect(found, `case ${index}`).toContain(check);
    }
  });

  it('raises at most two false alarms in a hundred clean cases', () => {
    const cases = fc.sample(caseSeed, { numRuns: 400, seed: 20_260_922 });
    const alarmed = cases.filter((seed) => findingsOf(cleanCase(seed)).length > 0);
    expect(alarmed.length / cases.length).toBeLessThanOrEqual(0.02);
  });

  it.each(['I', 'M'] as const)('never holds a submission back on a check tagged %s', (tag) => {
    const doubted = { ...pack, checks: pack.checks.map((rule) => ({ ...rule, tag })) };
    for (const change of Object.values(bad).flat()) {
      const { findings } = preCheck(change(clean), doubted, categoryPack);
      expect(findings.filter(({ level }) => level === 'blocker')).toEqual([]);
    }
  });

  it.each(['I', 'M'] as const)('never holds a submission back for a paper whose rule is tagged %s', (tag) => {
    const items = clean.items.map((item) => ({ ...item, tag, state: 'missing' as const }));
    const found = findingsOf({ ...clean, items }).filter(({ check }) => check === 'paper_missing');
    expect(found.length).toBeGreaterThan(1);
    for (const { level } of found) expect(level).toBe('warning');
  });

  it('gives every finding its words, source and date, and a key of its own', () => {
    for (const change of Object.values(bad).flat()) {
      const findings = findingsOf(change(clean));
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      for (const { text, remedy, source, asOf } of findings) {
        expect([text.zh, text.en, remedy.zh, remedy.en, asOf].every(Boolean)).toBe(true);
        for (const code of source) expect(pack.sources.some((one) => one.code === code)).toBe(true);
      }
    }
  });

  it('says the same again, byte for byte, whatever the order of the facts', () => {
    const facts = returned('name_mismatch')(client({ creditCode: otherCode })(clean));
    const shuffled = { ...facts, papers: facts.papers.toReversed(), items: facts.items.toReversed() };
    expect(JSON.stringify(findingsOf(shuffled))).toBe(JSON.stringify(findingsOf(facts)));
  });

  it('asks for a remedy until it is there or the firm has decided since to do without', () => {
    const sentBack = returned('name_refused')(clean);
    const name = (item: Partial<PreCheckFacts['items'][number]>) => ({
      ...sentBack,
      items: sentBack.items.map((one) =>
        one.requirementId === 'account.name_basis'
          ? { ...one, newestAtMs: returnedAtMs - 1, decidedAtMs: returnedAtMs - 1, ...item }
          : one,
      ),
    });
    const remedies = (item: Partial<PreCheckFacts['items'][number]>) =>
      findingsOf(name(item)).filter(({ check }) => check === 'remedy_missing');
    expect(remedies({ state: 'missing' })).toMatchObject([{ level: 'warning' }]);
    expect(remedies({ state: 'satisfied' })).toMatchObject([{ level: 'warning' }]);
    expect(remedies({ state: 'satisfied', newestAtMs: returnedAtMs + 1 })).toEqual([]);
    expect(remedies({ state: 'satisfied', decidedAtMs: returnedAtMs + 1 })).toEqual([]);
    expect(remedies({ state: 'not_needed' })).toMatchObject([{ level: 'warning' }]);
    expect(remedies({ state: 'not_needed', decidedAtMs: returnedAtMs + 1 })).toEqual([]);
  });

  it('says that no refill is left where the order was sent back more often than these rules allow', () => {
    const last = (...codes: string[]) =>
      findingsOf(returned(...codes)(clean)).find(({ check }) => check === 'last_refill');
    expect(last('other', 'other', 'other')?.text.zh).toBe('最后一次补交机会');
    expect(last('other', 'other', 'other', 'other')).toMatchObject({
      text: { zh: '按这一版规则已没有补交机会' },
      level: 'warning',
    });
  });

  it('counts the time for refills from the first return to its last day', () => {
    const over = (day: string) =>
      findingsOf(returnedLongAgo(day)(clean)).filter(({ check }) => check === 'refill_window_over');
    expect(over('2026-08-23')).toEqual([]);
    expect(over('2026-08-22')).toMatchObject([{ level: 'warning', found: '2026-09-21', tag: 'V' }]);
    expect(findingsOf({ ...returnedLongAgo('2026-08-22')(clean), isReturned: false })).toEqual([]);
    // A shorter time of the firm's own is said to be the firm's.
    const change = { kind: 'clock', clockId: 'refill', total: 20 } as const;
    const own = withOverrides(pack, [{ change, reason: '留足时间', on: calendarDate('2026-09-01') }]);
    const { findings } = preCheck(returnedLongAgo('2026-08-23')(clean), own);
    const found = findings.find(({ check }) => check === 'refill_window_over');
    expect(found).toMatchObject({ found: '2026-09-12', tag: 'F', level: 'warning' });
  });

  it('names what one source alone states, and nothing that the rules do not compare', () => {
    const uncompared = (facts: PreCheckFacts) => preCheck(facts, pack).uncompared.map(({ fact }) => fact);
    expect(uncompared(clean)).toEqual([]);
    const unread = { ...clean, papers: clean.papers.map((paper) => ({ ...paper, stated: {} })) };
    expect(uncompared(unread)).toEqual(
      expect.arrayContaining([
        'credit_code',
        'id_number',
        'account_name',
        'original_id',
        'app_id',
        'bank_account_number',
      ]),
    );
    const lenient = { ...pack, checks: pack.checks.filter(({ id }) => id !== 'app_id_differs') };
    expect(preCheck(unread, lenient).uncompared.map(({ fact }) => fact)).not.toContain('app_id');
  });

  it('says at which character a code differs', () => {
    const [finding] = findingsOf(number('id_card', `${sampleSeed.idNumber.slice(0, 17)}0`)(clean));
    expect(finding).toMatchObject({ check: 'id_number_differs', at: 17 });
  });

  it('puts what holds the submission back first', () => {
    const facts = absent('contacts', 'availableHours')(client({ creditCode: otherCode })(clean));
    const levels = findingsOf(facts).map(({ level }) => level);
    expect(levels[0]).toBe('blocker');
    expect(levels.at(-1)).toBe('may_ask');
  });

  it('accepts the operator’s own account of a sole trader', () => {
    const trader = cleanCase({
      ...sampleSeed,
      entityType: 'sole_trader',
      creditCode: creditCodeOf('sole_trader', 5),
    });
    expect(findingsOf(bank({ holderName: sampleSeed.person })(trader))).toEqual([]);
    expect(findingsOf(bank({ holderName: sampleSeed.person })(clean)).map(({ check }) => check)).toContain(
      'subject_name_differs',
    );
  });

  /** Changes one person: the legal representative is the first, the administrator the last. */
  const person =
    (at: 0 | -1, part: Partial<PreCheckFacts['contacts'][number]>): Change =>
    (facts) => ({
      ...facts,
      contacts: facts.contacts.map((one) => (one === facts.contacts.at(at) ? { ...one, ...part } : one)),
    });

  it('sees any one changed character of a name or an identifier', () => {
    const places: readonly [string, (facts: PreCheckFacts) => string, (value: string) => Change][] = [
      ['name', ({ client: { name } }) => name, (name) => client({ name })],
      [
        'holder',
        ({ bankAccounts }) => bankAccounts[0]?.holderName ?? '',
        (holderName) => bank({ holderName }),
      ],
      ['code', ({ client: { creditCode = '' } }) => creditCode, (creditCode) => client({ creditCode })],
      ['person', ({ contacts }) => contacts[0]?.name ?? '', (name) => person(0, { name })],
      ['administrator', ({ contacts }) => contacts.at(-1)?.name ?? '', (name) => person(-1, { name })],
      [
        'representative',
        ({ contacts }) => contacts[0]?.name ?? '',
        (name) => client({ legalRepresentative: name }),
      ],
      ['id', ({ contacts }) => contacts[0]?.idNumber ?? '', (idNumber) => person(0, { idNumber })],
      [
        'administrator’s id',
        ({ contacts }) => contacts.at(-1)?.idNumber ?? '',
        (idNumber) => person(-1, { idNumber }),
      ],
      ['app id', ({ appId = '' }) => appId, (appId) => (facts) => ({ ...facts, appId })],
      [
        'original id',
        ({ originalId = '' }) => originalId,
        (originalId) => (facts) => ({ ...facts, originalId }),
      ],
      ['program', ({ accountName }) => accountName, (accountName) => (facts) => ({ ...facts, accountName })],
      ['card', ({ contacts }) => contacts[0]?.idNumber ?? '', (value) => number('id_card', value)],
      [
        'account',
        ({ bankAccounts }) => bankAccounts[0]?.accountNumber ?? '',
        (value) => bank({ accountNumber: value }),
      ],
      ['bank', ({ bankAccounts }) => bankAccounts[0]?.bankName ?? '', (bankName) => bank({ bankName })],
    ];
    fc.assert(
      fc.property(
        caseSeed.filter(({ entityType }) => entityType === 'company'),
        fc.constantFrom(...places),
        fc.nat(),
        fc.constantFrom(...'0123456789甲乙样（）A'),
        (seed, [, read, write], at, character) => {
          const facts = cleanCase(seed);
          const letters = [...read(facts)];
          const index = at % letters.length;
          fc.pre(letters[index]?.toLowerCase() !== character.toLowerCase());
          letters[index] = character;
          expect(findingsOf(write(letters.join(''))(facts))).not.toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('sees any one changed character of what a paper says', () => {
    const company = caseSeed.filter(({ entityType }) => entityType === 'company');
    const stated = clean.papers.flatMap(({ documentId, stated: values }) =>
      Object.keys(values).map((field) => [documentId, field as StatedField] as const),
    );
    expect(stated.length).toBeGreaterThan(25);
    fc.assert(
      fc.property(
        company,
        fc.constantFrom(...stated),
        fc.nat(),
        fc.constantFrom(...'0123456789甲乙样（）A'),
        (seed, [documentId, field], at, character) => {
          const facts = cleanCase(seed);
          const value = facts.papers.find((paper) => paper.documentId === documentId)?.stated[field] ?? '';
          const letters = [...value];
          letters[at % letters.length] = character;
          fc.pre(compareStated(field, value, letters.join('')).level === 'different');
          const changed = facts.papers.map((paper) =>
            paper.documentId === documentId
              ? { ...paper, stated: { ...paper.stated, [field]: letters.join('') } }
              : paper,
          );
          const found = findingsOf({ ...facts, papers: changed });
          // A paper that decides is what the others are held against.
          const isSeen = found.some(
            ({ place, expected }) =>
              JSON.stringify(place).includes(documentId) || expected === letters.join(''),
          );
          expect(isSeen, found.map(({ key }) => key).join()).toBe(true);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('leaves out what a pack does not ask', () => {
    const lenient = { ...pack, checks: [] };
    expect(preCheck(client({ creditCode: otherCode })(clean), lenient).findings).toEqual([]);
  });
});
