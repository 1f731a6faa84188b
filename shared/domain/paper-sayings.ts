import type { DocumentKind } from './document-kind.ts';
import { highConfidence } from './read-field.ts';
import type { ReadDoubt, ReadField } from './read-field.ts';
import { isStatedField } from './stated-value.ts';
import type { StatedField, StatedValues } from './stated-value.ts';

/** One thing that a paper says of who it belongs to. */
export type PaperSaying = {
  readonly field: StatedField;
  readonly value: string;
  /**
   * `certain`: somebody has noted it, or it was read well. `unclear`: single characters may be other than they were read.
   * `loose`: it may be something else altogether, or not all of it.
   */
  readonly reading: 'certain' | 'unclear' | 'loose';
};

/** Doubts about single characters; all others are about what it is that was read. */
const ofCharacters: ReadonlySet<ReadDoubt> = new Set([
  'check_failed',
  'corrected',
  'guessed',
  'organisation_code',
  'faint',
]);

/** The address of an ID card is its holder's, not the client's. */
const isOfClient = (field: StatedField, kind: DocumentKind): boolean =>
  kind !== 'id_card' || field !== 'address';

/** What a paper says: as somebody has noted it, else as it was read; of what stands on several pages the first. */
export function sayingsOf(
  { kind, stated }: { readonly kind: DocumentKind; readonly stated: StatedValues },
  read: readonly ReadField[],
): PaperSaying[] {
  const sayings = new Map<StatedField, PaperSaying>();
  for (const field of Object.keys(stated).filter(isStatedField)) {
    const value = stated[field];
    if (value !== undefined && value !== '') sayings.set(field, { field, value, reading: 'certain' });
  }
  for (const one of read) {
    const { field, value } = one;
    if (!isStatedField(field) || sayings.has(field)) continue;
    sayings.set(field, { field, value, reading: howWell(one) });
  }
  return [...sayings.values()].filter(({ field }) => isOfClient(field, kind));
}

function howWell({ confidence, doubts }: ReadField): PaperSaying['reading'] {
  if (confidence >= highConfidence) return 'certain';
  return doubts.every((doubt) => ofCharacters.has(doubt)) ? 'unclear' : 'loose';
}
