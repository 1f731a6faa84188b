import type { EntityType } from './entity-type.ts';

/** What the person who acts for a body is called, as its certificate prints it. */
export const headTitles = [
  'legal_representative',
  'operator',
  'person_in_charge',
  'chief_representative',
  'self',
] as const;
export type HeadTitle = (typeof headTitles)[number];

/**
 * The title that goes with an entity type. Only legal persons have a legal representative: a sole trader has an operator,
 * a branch, an organ or a firm of lawyers somebody in charge, a foreign company's office a chief representative; an
 * individual acts in person.
 */
export function headTitleOf(entityType: EntityType): HeadTitle {
  switch (entityType) {
    case 'company':
    case 'media':
    case 'public_institution':
    case 'foundation':
    case 'social_group':
    case 'private_non_enterprise':
    case 'cooperative':
      return 'legal_representative';
    case 'sole_trader':
      return 'operator';
    case 'branch':
    case 'government':
    case 'committee':
    case 'law_firm':
    case 'other_organisation':
    case 'overseas':
      return 'person_in_charge';
    case 'representative_office':
      return 'chief_representative';
    case 'individual':
      return 'self';
  }
}
