import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckId } from '#shared/domain/check-rule.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { codeContradicts, mayCarryCodeOf } from '#shared/domain/entity-type.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { mayBlock } from '#shared/domain/rule-pack.ts';
import { categoryPack } from '#test/unit/categories/category-pack.ts';
import { shippedPacks } from '#test/unit/rules/shipped-packs.ts';
import { bad } from './pre-check-bad-cases.ts';
import { client, withoutWord } from './pre-check-changes.ts';
import {
  caseSeed,
  cleanCase,
  codedTypes,
  creditCodeOf,
  receivedAtMs,
  sampleSeed,
} from './pre-check-cases.ts';
import type { CaseOf } from './pre-check-cases.ts';

/** Every pack with every kind of application that it is for. */
const orders = shippedPacks.flatMap((pack) =>
  pack.applicationKinds.map((kind) => [`${pack.id} ${kind}`, { pack, kind }] as const),
);

/** What is asked of companies only, or whose bad cases are told of one. */
const ofCompanies: ReadonlySet<CheckId> = new Set<CheckId>([
  'bank_account_missing',
  'permit_missing',
  'permit_expired',
  'scope_missing',
  'category_not_for_individuals',
  'permit_question',
  'category_unknown',
]);

/** Of no other type a refusal for its code is on record. */
const ofCommerce: ReadonlySet<EntityType> = new Set<EntityType>([
  'company',
  'branch',
  'representative_office',
  'sole_trader',
]);

/** Persons stand in no register and have no account to verify by. */
const ofBodies =
  /^(credit_code_|subject_closed|subject_abnormal|standing_|account_not_basic|address_|licence_term_)/;
/** Bodies abroad have no code of ours, and their papers no margin. */
const ofResidents = /^(credit_code_|paper_expiring|category_missing)/;

function isAsked(check: CheckId, entityType: EntityType): boolean {
  if (ofCompanies.has(check)) return entityType === 'company';
  if (check === 'entity_type_differs') return ofCommerce.has(entityType);
  if (entityType === 'overseas') return !ofResidents.test(check);
  return entityType !== 'individual' || !ofBodies.test(check);
}

const seedOf = (entityType: EntityType) => ({
  ...sampleSeed,
  entityType,
  creditCode: creditCodeOf(entityType, 14),
});

const found = (facts: PreCheckFacts, pack: RulePack) => preCheck(facts, pack, categoryPack).findings;

/** Cases of a check that change anything in a case of that order, and whether each was found. */
function seeded(check: CheckId, of: CaseOf, entityType: EntityType) {
  const clean = cleanCase(seedOf(entityType), of);
  return bad[check]
    .map((change) => change(clean))
    .filter((facts) => JSON.stringify(facts) !== JSON.stringify(clean))
    .map((facts) => found(facts, of.pack).some((finding) => finding.check === check));
}

/** A company, where the check can arise in its case, else the first kind of body in whose case it can. */
const arisingIn = (check: CheckId, of: CaseOf): EntityType =>
  (['company', ...of.pack.coveredEntityTypes] as const).find(
    (entityType) => seeded(check, of, entityType).length > 0,
  ) ?? 'company';

describe.each(orders)('the pre-check of %s', (_, of) => {
  const { pack } = of;

  it('finds at least three seeded cases of every check that it asks', () => {
    const few = pack.checks.flatMap(({ id }) => {
      const cases = seeded(id, of, arisingIn(id, of));
      const isEnough = cases.length >= 3 && cases.every(Boolean);
      return isEnough ? [] : [[id, cases.filter(Boolean).length, cases.length]];
    });
    expect(few).toEqual([]);
  });

  it.each(pack.coveredEntityTypes)('finds every seeded case of a %s', (entityType) => {
    const missed = pack.checks
      .filter(({ id }) => isAsked(id, entityType))
      .flatMap(({ id }) => {
        const cases = seeded(id, of, entityType);
        const missing = cases.filter((isFound) => !isFound).length;
        return missing === 0 ? [] : [[id, missing, cases.length]];
      });
    expect(missed).toEqual([]);
  });

  it('holds nothing back for a type that the code only suggests', () => {
    for (const entityType of pack.coveredEntityTypes) {
      for (const suggested of codedTypes) {
        const code = creditCodeOf(suggested, 14);
        const facts = client({ creditCode: code })(cleanCase(seedOf(entityType), of));
        const levels = found(facts, pack)
          .filter(({ place }) => place.at === 'client' && place.field === 'entityType')
          .map(({ check, level }) => [check, level]);
        if (mayCarryCodeOf(suggested, entityType)) expect(levels).toEqual([]);
        else if (!codeContradicts(suggested, entityType))
          expect(levels, `${entityType} ${suggested}`).toEqual([['entity_type_doubtful', 'warning']]);
        else expect(levels[0]?.[0]).toBe('entity_type_differs');
      }
    }
  });

  const isQuiet = ({ code }: { readonly code: string }): boolean => code !== pack.reviewerCall?.reasonCode;
  const reasons = [undefined, ...pack.returnReasons.filter(isQuiet).map(({ code }) => code)];

  it('raises at most two false alarms in a hundred clean cases, after a return too', () => {
    const runs = Math.ceil(240 / pack.coveredEntityTypes.length);
    const cases = pack.coveredEntityTypes.flatMap((entityType) =>
      fc.sample(caseSeed, { numRuns: runs, seed: 20_260_922 }).map((seed, at) => {
        const own = entityType === 'individual' ? sampleSeed : seed;
        const returnedFor = reasons[at % reasons.length];
        const creditCode = creditCodeOf(entityType, at + 1);
        return cleanCase(
          { ...own, entityType, creditCode },
          { ...of, ...(returnedFor !== undefined && { returnedFor }) },
        );
      }),
    );
    expect(cases.length).toBeGreaterThanOrEqual(200);
    const alarmed = cases.flatMap((facts) => {
      const checks = found(facts, pack).map(({ check }) => check);
      return checks.length === 0
        ? []
        : [`${facts.client.entityType} ${facts.returns[0]?.reasonCode ?? ''} ${checks.join()}`];
    });
    expect(alarmed.length / cases.length, [...new Set(alarmed)].join('\n')).toBeLessThanOrEqual(0.02);
  });

  const answerable = pack.returnReasons.filter(
    ({ rejects, remedyDocuments }) =>
      rejects !== undefined || remedyDocuments.some(({ needed }) => needed === 'required'),
  );

  it.each(answerable.map((reason) => [reason.code, reason] as const))(
    'takes no paper from before the return for an answer to %s',
    (code, reason) => {
      const answered = cleanCase(seedOf('company'), { ...of, returnedFor: code });
      expect(found(answered, pack)).toEqual([]);
      const [last] = answered.returns;
      const sameFiles = {
        ...answered,
        papers: answered.papers.map((paper) => ({ ...paper, receivedAtMs })),
        items: answered.items.map((item) => ({
          ...withoutWord(item),
          newestAtMs: receivedAtMs,
          ...(isMeant(item, reason) && { state: 'rejected' as const, reason: { code: 'rejected' as const } }),
        })),
      };
      expect(last?.atMs).toBeGreaterThan(receivedAtMs);
      const rule = pack.checks.find(({ id }) => id === 'remedy_unchanged');
      const mayHold = rule?.level === 'blocker' && mayBlock(rule.tag) && mayBlock(reason.tag);
      expect(found(sameFiles, pack).filter(({ check }) => check === 'remedy_unchanged')).toMatchObject([
        { level: mayHold ? 'blocker' : 'warning', source: reason.source },
      ]);
      if (reason.tag !== 'I') expect(mayHold).toBe(true);
    },
  );
});

const isMeant = (
  item: PreCheckFacts['items'][number],
  { remedyDocuments }: RulePack['returnReasons'][number],
): boolean =>
  remedyDocuments.some(
    (rule) =>
      rule.needed === 'required' &&
      rule.holder === item.holder &&
      rule.accepts.some((kind) => item.accepts.includes(kind)),
  );
