import { describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { leastMissing } from '#shared/domain/checklist-completion.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import { checklistCounts, evaluateChecklist } from '#shared/domain/checklist-state.ts';
import type { EvaluatedItem, ItemInput } from '#shared/domain/checklist-state.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

const today = calendarDate('2026-09-22');

function evaluated(entityType: EntityType, given: readonly string[]): EvaluatedItem[] {
  const result = instantiateChecklist(pack, { entityType, kind: 'first_certification', facts: {} });
  if (!result.ok) throw new Error(entityType);
  const inputs = new Map(
    result.items.map(({ requirementId, accepts }): [string, ItemInput] => [
      requirementId,
      {
        documents: given.includes(requirementId)
          ? [{ kind: accepts[0] ?? 'other', parts: ['front', 'back', 'whole'], validUntil: 'forever' }]
          : [],
      },
    ]),
  );
  return evaluateChecklist(result.items, inputs, today);
}

describe('what would complete a checklist', () => {
  it('is one option of each choice and every single paper', () => {
    expect(leastMissing(evaluated('public_institution', []))).toEqual([
      'subject.credit_code_certificate',
      'subject.administrator_id_card',
    ]);
    expect(leastMissing(evaluated('public_institution', ['subject.public_institution_certificate']))).toEqual(
      ['subject.administrator_id_card'],
    );
  });

  it('is as many as the checklist counts as open, for every covered type', () => {
    for (const entityType of pack.coveredEntityTypes) {
      const items = evaluated(entityType, []);
      expect(leastMissing(items).length, entityType).toBe(checklistCounts(items).open);
      const all = evaluated(entityType, leastMissing(items));
      expect(leastMissing(all), entityType).toEqual([]);
    }
  });
});
