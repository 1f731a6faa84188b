import type { DocumentKind } from './document-kind.ts';
import { subjectDocumentKinds } from './document-kind.ts';
import { compareCodes, normaliseCode } from './identifier-check.ts';
import type { NameComparison } from './name-key.ts';
import { compareNames } from './name-key.ts';
import { compactText, withoutInvisible } from './plain-text.ts';

/** What a paper can say that another source says as well. */
export const statedFields = [
  'subject_name',
  'credit_code',
  'legal_representative',
  'address',
  'person_name',
  'id_number',
  'administrator_name',
  'administrator_id_number',
  'account_name',
  'original_id',
  'app_id',
  'bank_account_number',
  'bank_name',
  'owner_name',
] as const;
export type StatedField = (typeof statedFields)[number];

/** What one paper says, as it prints it; a field it says nothing of, or that nobody has read yet, is left out. */
export type StatedValues = Readonly<Partial<Record<StatedField, string>>>;

/** What a field is made of, which decides how it is stored, checked and compared. */
export type StatedNature = 'name' | 'credit_code' | 'resident_id' | 'bank_account' | 'platform_id' | 'app_id';

const natures: Readonly<Record<StatedField, StatedNature>> = {
  subject_name: 'name',
  credit_code: 'credit_code',
  legal_representative: 'name',
  address: 'name',
  person_name: 'name',
  id_number: 'resident_id',
  administrator_name: 'name',
  administrator_id_number: 'resident_id',
  account_name: 'name',
  original_id: 'platform_id',
  app_id: 'app_id',
  bank_account_number: 'bank_account',
  bank_name: 'name',
  owner_name: 'name',
};

export const natureOf = (field: StatedField): StatedNature => natures[field];

export const isStatedField = (text: string): text is StatedField => Object.hasOwn(natures, text);

const ofSubjectDocument = ['subject_name', 'credit_code', 'legal_representative', 'address'] as const;
const ofLetter = [
  'subject_name',
  'credit_code',
  'legal_representative',
  'administrator_name',
  'administrator_id_number',
  'account_name',
] as const;

const fieldsByKind: Readonly<Partial<Record<DocumentKind, readonly StatedField[]>>> = {
  ...Object.fromEntries(subjectDocumentKinds.map((kind) => [kind, ofSubjectDocument])),
  id_card: ['person_name', 'id_number'],
  account_proof: ['subject_name', 'bank_account_number', 'bank_name'],
  authorisation_letter: ofLetter,
  application_letter: ofLetter,
  trademark_certificate: ['owner_name'],
  platform_form: [...ofLetter, 'original_id', 'app_id'],
};

/**
 * The fields that papers of a kind print, in the order in which they are read off; none for most kinds. The end of a
 * paper is its own date and not among them.
 */
export const statedFieldsOf = (kind: DocumentKind): readonly StatedField[] => fieldsByKind[kind] ?? [];

const subjectDocuments: ReadonlySet<DocumentKind> = new Set(subjectDocumentKinds);

/** The field that is the paper's own number, as the registry, the police or the bank gave it; undefined for other kinds. */
export function numberFieldOf(kind: DocumentKind): StatedField | undefined {
  if (subjectDocuments.has(kind)) return 'credit_code';
  if (kind === 'id_card') return 'id_number';
  return kind === 'account_proof' ? 'bank_account_number' : undefined;
}

/** All that a paper says: the stated values that its kind can have, and its own number in the field it stands for. */
export function statedValuesOf(
  kind: DocumentKind,
  number: string | null,
  stated: ReadonlyMap<string, string>,
): StatedValues {
  const numberField = numberFieldOf(kind);
  const values = statedFieldsOf(kind).flatMap((field): [StatedField, string][] => {
    const value = field === numberField ? number : stated.get(field);
    return value === undefined || value === null || value === '' ? [] : [[field, value]];
  });
  return Object.fromEntries(values);
}

/**
 * The form in which a value is stored: a code without its spaces and in its own case, any other text as the paper
 * prints it. Empty when nothing is stated. What a paper says may be wrong, so nothing is refused.
 */
export function storedForm(field: StatedField, text: string): string {
  switch (natureOf(field)) {
    case 'credit_code':
    case 'resident_id':
    case 'bank_account':
      return normaliseCode(text);
    case 'platform_id':
    case 'app_id':
      return compactText(text).toLowerCase();
    case 'name':
      return withoutInvisible(text).trim();
  }
}

/** Whether two sources say the same: names in three levels, codes exactly. */
export const compareStated = (field: StatedField, a: string, b: string): NameComparison =>
  natureOf(field) === 'name' ? compareNames(a, b) : compareCodes(a, b);
