import { checkAccountName } from './bank-account.ts';
import { compareDates, isCalendarDate } from './calendar-date.ts';
import { comparedPapers } from './compared-papers.ts';
import { compareCodes } from './identifier-check.ts';
import { accountRows } from './matrix-account-rows.ts';
import { personRows } from './matrix-person-rows.ts';
import { decidedBy } from './matrix-reference.ts';
import { isSubjectDocument, rowOf, statementsOf } from './matrix-row.ts';
import type { Judge, MatrixCell, MatrixRow, Statement } from './matrix-row.ts';
import { compareNames } from './name-key.ts';
import type { PaperFacts, PreCheckFacts } from './pre-check-facts.ts';

/** The facts that at least two sources state, so that there is something to compare. */
export const consistencyMatrix = (facts: PreCheckFacts): MatrixRow[] => factRows(facts).filter(isCompared);

export const isCompared = ({ cells }: MatrixRow): boolean => cells.length > 1;

/** The facts that some source states. */
export const factRows = (facts: PreCheckFacts): MatrixRow[] =>
  matrixRows(facts).filter(({ cells }) => cells.length > 0);

/**
 * Every fact, also those that one source states or none. Names are held against each other in three levels, codes
 * without their spaces and case, dates exactly.
 */
export function matrixRows(facts: PreCheckFacts): MatrixRow[] {
  const papers = comparedPapers(facts);
  return [
    subjectNameRow(facts, papers),
    creditCodeRow(facts, papers),
    ...personRows(facts, papers),
    ...accountRows(facts, papers),
    addressRow(facts, papers),
    licenceTermRow(facts, papers),
    trademarkOwnerRow(facts, papers),
  ];
}

/** A sole trader's bank account may carry the operator's name; every other source has the name of the licence. */
function subjectNameRow(facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow {
  const { client, bankAccounts, contacts } = facts;
  const printed = byLicence(statementsOf(papers, 'subject_name'), facts);
  const licence = printed.find(
    ({ source, value, isUnconfirmed }) =>
      source === 'subject_document' && value !== undefined && isUnconfirmed !== true,
  );
  const operator =
    contacts.find((contact) => contact.isLegalRepresentative)?.name ?? client.legalRepresentative;
  const owner = {
    licenceName: licence?.value ?? client.name,
    entityType: client.entityType,
    ...(operator === undefined ? {} : { operatorName: operator }),
  };
  const asHolder: Judge = (_, holderName) => checkAccountName(holderName, owner).comparison;
  const statements: Statement[] = [
    { source: 'record', value: client.name },
    ...bankAccounts.map(({ bankAccountId, holderName }): Statement => ({
      source: 'bank',
      value: holderName,
      of: bankAccountId,
      judge: asHolder,
    })),
    ...printed.map((one) => (one.source === 'account_proof' ? { ...one, judge: asHolder } : one)),
  ];
  return rowOf('subject_name', byLicence(statements, facts), compareNames);
}

const creditCodeRow = (facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow =>
  rowOf(
    'credit_code',
    byLicence(
      [{ source: 'record', value: facts.client.creditCode }, ...statementsOf(papers, 'credit_code')],
      facts,
    ),
    compareCodes,
  );

const addressRow = (facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow =>
  rowOf(
    'address',
    byLicence([{ source: 'record', value: facts.client.address }, ...statementsOf(papers, 'address')], facts),
    compareNames,
  );

const byLicence = (statements: readonly Statement[], facts: PreCheckFacts): Statement[] =>
  decidedBy('subject_document', statements, facts);

function licenceTermRow(facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow {
  const { client, today } = facts;
  const statements = papers.filter(isSubjectDocument).map((paper): Statement => ({
    source: 'subject_document',
    value: paper.validUntil,
    of: paper.documentId,
  }));
  const row = rowOf(
    'licence_term',
    byLicence([{ source: 'record', value: client.licenceUntil }, ...statements], facts),
    compareCodes,
  );
  const isOver = ({ value }: MatrixCell): boolean => isCalendarDate(value) && compareDates(value, today) < 0;
  return { ...row, cells: row.cells.map((cell) => (isOver(cell) ? { ...cell, isOver: true } : cell)) };
}

/** With the owner's authorisation among the papers of the order the two may differ, and there is nothing to compare. */
function trademarkOwnerRow(
  { client, papers, items }: PreCheckFacts,
  compared: readonly PaperFacts[],
): MatrixRow {
  const attached = new Set(items.flatMap(({ documentIds }) => documentIds));
  const isAuthorised = papers.some(
    ({ kind, documentId }) => kind === 'trademark_authorisation' && attached.has(documentId),
  );
  return rowOf(
    'trademark_owner',
    [{ source: 'record', value: client.name }, ...(isAuthorised ? [] : statementsOf(compared, 'owner_name'))],
    compareNames,
  );
}
