import { describe, expect, it } from 'vitest';
import type { ChecklistFacts, RequirementItem } from '#shared/domain/checklist.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

function checklist(
  entityType: EntityType,
  facts: ChecklistFacts = {},
  from: RulePack = pack,
): readonly RequirementItem[] {
  const result = instantiateChecklist(from, { entityType, kind: 'first_certification', facts });
  if (!result.ok) throw new Error(result.code);
  return result.items;
}

const summary = (items: readonly RequirementItem[]): string[] =>
  items.map(({ requirementId, needed }) => (needed === 'required' ? requirementId : `(${requirementId})`));

const find = (items: readonly RequirementItem[], id: string): RequirementItem | undefined =>
  items.find(({ requirementId }) => requirementId === id);

describe('what is asked for', () => {
  it('of a company', () => {
    expect(summary(checklist('company'))).toEqual([
      'subject.business_licence',
      'subject.administrator_id_card',
      'subject.legal_representative_id_card',
      'account.corporate_account',
      '(account.authorisation_letter)',
      '(account.name_basis)',
      '(account.invoice_information)',
    ]);
  });

  it('of a sole trader, whose corporate account nobody asks for', () => {
    expect(summary(checklist('sole_trader'))).toEqual([
      'subject.business_licence',
      'subject.administrator_id_card',
      'subject.operator_id_card',
      '(account.verification_account)',
      '(account.authorisation_letter)',
      '(account.name_basis)',
      '(account.invoice_information)',
    ]);
  });

  it('of a public institution, one of two certificates', () => {
    const items = checklist('public_institution');
    expect(summary(items)).toEqual([
      'subject.public_institution_certificate',
      'subject.credit_code_certificate',
      'subject.administrator_id_card',
      '(account.verification_account)',
      '(account.authorisation_letter)',
      '(account.name_basis)',
      '(account.invoice_information)',
    ]);
    expect(
      items.map(({ choices }) => choices.map(({ choiceId, option }) => `${choiceId} ${option}`)),
    ).toEqual([['subject.certificate 0'], ['subject.certificate 1'], ...Array.from({ length: 5 }, () => [])]);
  });

  it('is the same at the annual review', () => {
    for (const entityType of pack.coveredEntityTypes) {
      const result = instantiateChecklist(pack, { entityType, kind: 'annual_review', facts: {} });
      expect(result).toEqual({ ok: true, items: checklist(entityType) });
    }
  });

  it('is not known for a type or kind that the pack does not cover', () => {
    const narrow = { ...pack, coveredEntityTypes: ['company' as const] };
    const covered = entityTypes.filter(
      (entityType) => instantiateChecklist(narrow, { entityType, kind: 'first_certification', facts: {} }).ok,
    );
    expect(covered).toEqual(['company']);
    const filing = instantiateChecklist(pack, { entityType: 'company', kind: 'filing', facts: {} });
    expect(filing).toEqual({ ok: false, code: 'not_covered' });
  });

  it('numbers the items and says where each comes from', () => {
    for (const entityType of pack.coveredEntityTypes) {
      const items = checklist(entityType);
      expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index));
      for (const item of items) expect(item.source.length, item.requirementId).toBeGreaterThan(0);
    }
  });

  it('never lets an inferred or remembered rule hold a submission back', () => {
    for (const tag of ['V', 'P', 'S', 'I', 'M'] as const) {
      const requirements = pack.requirements.map((set) => ({
        ...set,
        groups: set.groups.map((group) => ({
          ...group,
          formula:
            group.formula.op === 'all_of'
              ? { ...group.formula, parts: group.formula.parts.map((part) => ({ ...part, tag })) }
              : group.formula,
        })),
      }));
      const [licence] = checklist('company', {}, { ...pack, requirements });
      expect(licence?.blocks, tag).toBe(tag !== 'I' && tag !== 'M');
    }
  });
});

describe('what the case decides', () => {
  it('one ID card does for both when the administrator is the legal representative', () => {
    const ids = summary(checklist('company', { administrator_is_legal_representative: true }));
    expect(ids).not.toContain('subject.legal_representative_id_card');
    expect(ids.join()).not.toContain('authorisation_letter');
    const other = summary(checklist('company', { administrator_is_legal_representative: false }));
    expect(other).toContain('subject.legal_representative_id_card');
    expect(other).toContain('account.authorisation_letter');
  });

  it.each([
    ['name_has_protected_word', 'account.name_basis'],
    ['subject_renamed', 'subject.registry_change_record'],
    ['uses_parent_name', 'account.shareholding_proof'],
    ['wants_invoice', 'account.invoice_information'],
    ['reviewer_asked_for_letter', 'account.application_letter'],
  ] as const)('%s decides on %s', (fact, id) => {
    expect(summary(checklist('company', { [fact]: true }))).toContain(id);
    expect(summary(checklist('company', { [fact]: false })).join()).not.toContain(id);
  });

  it('takes a trade mark certificate or an authorisation as one item', () => {
    const item = find(checklist('company', { name_has_protected_word: true }), 'account.name_basis');
    expect(item?.accepts).toEqual(['trademark_certificate', 'trademark_authorisation']);
  });
});

describe('the remedy for a return', () => {
  it('adds the papers of the reason once, after the rest', () => {
    const items = checklist('company', {
      returnReasonCodes: ['parent_name', 'name_mismatch', 'parent_name'],
    });
    expect(summary(items).slice(7)).toEqual(['(remedy.registry_change_record)', 'remedy.shareholding_proof']);
    expect(items.slice(7).map(({ groupId }) => groupId)).toEqual(['remedy', 'remedy']);
  });

  it('makes a paper required that was only a possibility', () => {
    const items = checklist('company', { returnReasonCodes: ['operator_not_authorised'] });
    expect(items).toHaveLength(7);
    expect(find(items, 'account.authorisation_letter')?.needed).toBe('required');
  });

  it('keeps the ID cards of different people apart', () => {
    const items = checklist('company', { returnReasonCodes: ['operator_id_wrong'] });
    expect(summary(items)).toEqual(summary(checklist('company')));
    const returnReasons = pack.returnReasons.map((reason) => ({
      ...reason,
      remedyDocuments: reason.remedyDocuments.map((rule) => ({ ...rule, holder: 'operator' as const })),
    }));
    const facts = { returnReasonCodes: ['operator_id_wrong'] };
    const others = checklist('company', facts, { ...pack, returnReasons });
    expect(others.at(-1)).toMatchObject({
      requirementId: 'remedy.administrator_id_card',
      holder: 'operator',
    });
  });

  it('has papers for every reason that a pack names, and none for an unknown one', () => {
    for (const { code, remedyDocuments } of pack.returnReasons) {
      const items = checklist('sole_trader', { returnReasonCodes: [code] });
      for (const rule of remedyDocuments) {
        expect(items.some(({ accepts }) => accepts.some((kind) => rule.accepts.includes(kind)))).toBe(true);
      }
    }
    expect(checklist('company', { returnReasonCodes: ['gone'] })).toEqual(checklist('company'));
  });
});
