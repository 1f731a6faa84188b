import { accountProofFields } from './account-proof-fields.ts';
import { certificateFields } from './certificate-fields.ts';
import type { DocumentKind } from './document-kind.ts';
import { idCardFields } from './id-card-fields.ts';
import { licenceFields } from './licence-fields.ts';
import type { PageLine } from './page-line.ts';
import { foodPermitFields, telecomPermitFields } from './permit-fields.ts';
import type { ReadField } from './read-field.ts';

type Reader = (lines: readonly PageLine[]) => ReadField[];

const readers: Readonly<Partial<Record<DocumentKind, Reader>>> = {
  business_licence: licenceFields,
  public_institution_certificate: certificateFields,
  credit_code_certificate: certificateFields,
  social_group_certificate: certificateFields,
  private_non_enterprise_certificate: certificateFields,
  foundation_certificate: certificateFields,
  id_card: idCardFields,
  account_proof: accountProofFields,
  food_business_permit: foodPermitFields,
  telecom_permit: telecomPermitFields,
};

/** The kinds of paper of which it is known what they print and where. */
export const isReadableKind = (kind: DocumentKind): boolean => readers[kind] !== undefined;

/**
 * What a page of a paper says, by the lines recognised on it, in whatever order they come. Each field once; none for a
 * kind that nobody knows how to read, and for a page that says nothing.
 */
export const readFields = (kind: DocumentKind, lines: readonly PageLine[]): ReadField[] =>
  readers[kind]?.(lines) ?? [];
