import { checkAccountName } from './bank-account.ts';
import { compareDates, isCalendarDate } from './calendar-date.ts';
import { comparedPapers } from './compared-papers.ts';
import { compareCodes } from './identifier-check.ts';
import { accountRows } from './matrix-account-rows.ts';
import { personRows } from './matrix-person-rows.ts';
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
function subjectNameRow(
  { client, bankAccounts, contacts }: PreCheckFacts,
  papers: readonly PaperFacts[],
): MatrixRow {
  const operator =
    contacts.find((contact) => contact.isLegalRepresentative)?.name ?? client.legalRepresentative;
  const owner = {
    licenceName: client.name,
    entityType: client.entityType,
    ...(operator === undefined ? {} : { operatorName: operator }),
  };
  const asHolder: Judge = (_, holderName) => checkAccountName(holderName, owner).comparison;
  const printed = statementsOf(papers, 'subject_name');
  return rowOf(
    'subject_name',
    [
      { source: 'record', value: client.name },
      ...bankAccounts.map(({ bankAccountId, holderName }): Statement => ({
        source: 'bank',
        value: holderName,
        of: bankAccountId,
        judge: asHolder,
      })),
      ...printed.map((one) => (one.source === 'account_proof' ? { ...one, judge: asHolder } : one)),
    ],
    compareNames,
  );
}

const creditCodeRow = ({ client }: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow =>
  rowOf(
    'credit_code',
    [{ source: 'record', value: client.creditCode }, ...statementsOf(papers, 'credit_code')],
    compareCodes,
  );

const addressRow = ({ client }: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow =>
  rowOf(
    'address',
    [{ source: 'record', value: client.address }, ...statementsOf(papers, 'address')],
    compareNames,
  );

function licenceTermRow({ client, today }: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow {
  const statements = papers.filter(isSubjectDocument).map((paper): Statement => ({
    source: 'subject_document',
    value: paper.validUntil,
    of: paper.documentId,
  }));
  const row = rowOf(
    'licence_term',
    [{ source: 'record', value: client.licenceUntil }, ...statements],
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
