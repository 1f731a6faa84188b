import type { CalendarDate } from './calendar-date.ts';
import { addDays } from './calendar-date.ts';
import type { ClientFacts, DocumentFacts } from './client-facts.ts';
import type { CompanyUpkeep } from './company-upkeep.ts';
import type { DocumentKind } from './document-kind.ts';
import { subjectDocumentKinds } from './document-kind.ts';
import type { DayTerm } from './day-term.ts';
import { termEnding } from './day-term.ts';
import type { EntityType } from './entity-type.ts';
import { optionalField } from './optional-field.ts';
import { renewalOf } from './paper-term.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** By when the renewed licence of a client must be there, and the papers on file that end with it. */
export type LicenceTerm = {
  readonly kind: DocumentKind;
  /** The papers of the same end: this duty stands for theirs too, for it comes earlier and says more. */
  readonly documentIds: readonly string[];
  readonly term: DayTerm & {
    readonly startsOn: CalendarDate;
    /** The first of those papers. */
    readonly documentId?: string;
  };
};

/**
 * The end of a client's licence where an account of it needs a filing, which refuses a licence that is about to end.
 * The legal end is the licence's own; the internal date keeps the margin that the filing asks for.
 */
export function licenceTerm(
  { client, accounts, documents }: ClientFacts,
  { licenceTerm: rule, papers }: CompanyUpkeep,
  calendar: WorkingCalendar,
): LicenceTerm | undefined {
  const { licenceUntil, entityType } = client;
  const { platforms, accountKinds } = rule.refusal;
  const isFiled = accounts.some(
    ({ platform, accountKind }) => platforms.includes(platform) && accountKinds.includes(accountKind),
  );
  if (licenceUntil === undefined || licenceUntil === 'forever' || !isFiled) return undefined;
  const onFile = documents.filter((paper) => isLicence(paper, licenceUntil)).sort(byId);
  const kind = onFile[0]?.kind ?? licenceOf(entityType);
  return {
    kind,
    documentIds: onFile.map(({ documentId }) => documentId),
    term: {
      ...termEnding(addDays(licenceUntil, -rule.margin.days), calendar),
      legalOn: licenceUntil,
      startsOn: addDays(licenceUntil, -renewalOf(kind, papers).beginDaysBefore),
      ...optionalField('documentId', onFile[0]?.documentId),
    },
  };
}

const isLicence = ({ kind, validUntil }: DocumentFacts, licenceUntil: CalendarDate): boolean =>
  validUntil === licenceUntil && subjectDocumentKinds.some((subject) => subject === kind);

const byId = (a: DocumentFacts, b: DocumentFacts): number => (a.documentId < b.documentId ? -1 : 1);

/** The paper that an entity of this type is registered by. */
function licenceOf(entityType: EntityType): DocumentKind {
  switch (entityType) {
    case 'public_institution':
      return 'public_institution_certificate';
    case 'government':
    case 'committee':
      return 'credit_code_certificate';
    case 'social_group':
      return 'social_group_certificate';
    case 'private_non_enterprise':
      return 'private_non_enterprise_certificate';
    case 'foundation':
      return 'foundation_certificate';
    case 'representative_office':
      return 'representative_office_certificate';
    case 'law_firm':
      return 'law_firm_licence';
    case 'overseas':
      return 'overseas_registration';
    case 'company':
    case 'branch':
    case 'sole_trader':
    case 'media':
    case 'cooperative':
    case 'other_organisation':
    case 'individual':
      return 'business_licence';
  }
}
