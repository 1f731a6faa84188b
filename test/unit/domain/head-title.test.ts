import { describe, expect, it } from 'vitest';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { headTitleOf, headTitles } from '#shared/domain/head-title.ts';

describe('who acts for a body', () => {
  it.each([
    ['company', 'legal_representative'],
    ['public_institution', 'legal_representative'],
    ['foundation', 'legal_representative'],
    ['sole_trader', 'operator'],
    ['branch', 'person_in_charge'],
    ['government', 'person_in_charge'],
    ['representative_office', 'chief_representative'],
    ['individual', 'self'],
  ] as const)('is called in a %s: %s', (entityType, title) => {
    expect(headTitleOf(entityType)).toBe(title);
  });

  it('has no title that no body uses', () => {
    expect(new Set(entityTypes.map(headTitleOf))).toEqual(new Set(headTitles));
  });
});
