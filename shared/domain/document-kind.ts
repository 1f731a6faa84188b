/** The papers that say who the client is; each prints its name, and its code or number. */
export const subjectDocumentKinds = [
  'business_licence',
  'public_institution_certificate',
  'credit_code_certificate',
  'social_group_certificate',
  'private_non_enterprise_certificate',
  'foundation_certificate',
  'representative_office_certificate',
  'law_firm_licence',
  'overseas_registration',
] as const;

/** The papers a client can hand in, by what they are, whatever they are used for. */
export const documentKinds = [
  ...subjectDocumentKinds,
  'approval_document',
  'id_card',
  'account_proof',
  'authorisation_letter',
  'application_letter',
  'platform_form',
  'trademark_certificate',
  'trademark_authorisation',
  'food_business_permit',
  'telecom_permit',
  'education_permit',
  'medical_permit',
  'media_permit',
  'industry_permit',
  'filing_certificate',
  'cooperation_agreement',
  'statement',
  'filing_pledge',
  'registry_change_record',
  'shareholding_proof',
  'invoice_information',
  'lease',
  'face_photo',
  'residence_permit',
  'filing_form',
  'notarial_deed',
  'other_party_certificate',
  'merchant_api_certificate',
  'pay_platform_certificate',
  'partner_agreement',
  'technology_use_proof',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The sides a paper is photographed from. */
export type DocumentPart = 'front' | 'back' | 'whole';

const bothSides = ['front', 'back'] as const;
const oneSide = ['whole'] as const;

/** The parts without which a paper of this kind is incomplete. */
export const documentParts = (kind: DocumentKind): readonly DocumentPart[] =>
  kind === 'id_card' ? bothSides : oneSide;

const undated: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'account_proof',
  'application_letter',
  'platform_form',
  'filing_pledge',
  'registry_change_record',
  'shareholding_proof',
  'invoice_information',
  'authorisation_letter',
  'approval_document',
  'overseas_registration',
  'face_photo',
  'filing_form',
  'notarial_deed',
  'other_party_certificate',
  'filing_certificate',
  'statement',
  'other',
]);

/** Papers that say of what they are for no more than their title does. */
const general: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'approval_document',
  'industry_permit',
  'media_permit',
  'filing_certificate',
  'cooperation_agreement',
  'partner_agreement',
  'statement',
  'technology_use_proof',
  'other_party_certificate',
  'other',
]);

/** True where two papers of the kind may be different things: only a title tells them apart. */
export const isGeneralKind = (kind: DocumentKind): boolean => general.has(kind);

/** Papers that name the account or the order they were made for. */
const ofOneOrder: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'authorisation_letter',
  'application_letter',
  'platform_form',
  'filing_form',
]);

/** True when a paper of the kind is of no use to another order. */
export const isOfOneOrder = (kind: DocumentKind): boolean => ofOneOrder.has(kind);

/** True when the paper prints an end date (or 长期), so that an empty date still has to be entered. */
export const carriesValidity = (kind: DocumentKind): boolean => !undated.has(kind);
