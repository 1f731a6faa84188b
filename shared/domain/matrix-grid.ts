import { comparedPapers } from './compared-papers.ts';
import { matrixRows } from './consistency-matrix.ts';
import type { DocumentKind } from './document-kind.ts';
import { accountMeant } from './matrix-account-rows.ts';
import { administratorMeant, administratorsOf } from './matrix-person-rows.ts';
import { paperSourceOf, paperSources } from './matrix-row.ts';
import type { MatrixFact, MatrixRow, PaperSource } from './matrix-row.ts';
import type { ContactFacts, PaperFacts, PreCheckFacts } from './pre-check-facts.ts';
import { statedFieldsOf } from './stated-value.ts';
import type { StatedField } from './stated-value.ts';

/**
 * Why a source says nothing of a fact: papers of its kind don't print it, no such paper is here, or nobody has typed off
 * yet what the paper says. The end of a licence is the paper's own date and has no field.
 */
export type GridGap =
  | { readonly state: 'not_printed' }
  | { readonly state: 'no_paper' }
  | { readonly state: 'not_typed'; readonly documentId: string; readonly field: StatedField | null };

/** A fact with what each source says, and for every standing column that says nothing, why. */
export type GridRow = MatrixRow & {
  readonly gaps: readonly (GridGap & { readonly source: PaperSource })[];
};

/** The comparison as a grid: a column for every kind of paper that the order asks for or that is there. */
export type MatrixGrid = {
  readonly columns: readonly PaperSource[];
  readonly rows: readonly GridRow[];
};

/** The grid of an application; a fact stands in it when at least two sources state it, or one more could. */
export function matrixGrid(facts: PreCheckFacts): MatrixGrid {
  const papers = comparedPapers(facts);
  const columns = standingColumns(facts, papers);
  const rows = matrixRows(facts)
    .filter(({ cells }) => cells.length > 0)
    .map((row): GridRow => ({ ...row, gaps: gapsOf(row, columns, facts, papers) }))
    .filter(({ cells, gaps }) => cells.length > 1 || gaps.some(({ state }) => state !== 'not_printed'));
  return { columns, rows };
}

function standingColumns({ items }: PreCheckFacts, papers: readonly PaperFacts[]): PaperSource[] {
  const kinds: DocumentKind[] = [
    ...items.filter(({ state }) => state !== 'not_needed').flatMap(({ accepts }) => accepts),
    ...papers.map(({ kind }) => kind),
  ];
  const asked = new Set(kinds.map(paperSourceOf));
  return paperSources.filter((source) => asked.has(source));
}

function gapsOf(
  row: MatrixRow,
  columns: readonly PaperSource[],
  facts: PreCheckFacts,
  papers: readonly PaperFacts[],
): GridRow['gaps'] {
  return columns
    .filter((column) => !row.cells.some(({ source }) => source === column))
    .map((source) => ({ source, ...gapOf(row, source, facts, papers) }));
}

function gapOf(
  row: MatrixRow,
  source: PaperSource,
  facts: PreCheckFacts,
  papers: readonly PaperFacts[],
): GridGap {
  const contact = facts.contacts.find(({ contactId }) => contactId === recordOf(row, 'contact'));
  const field = printedField(row.fact, source, contact);
  if (field === undefined) return { state: 'not_printed' };
  const ofKind = papers.filter(({ kind }) => paperSourceOf(kind) === source);
  const own = ofKind.filter((paper) => speaksOf(paper, row, contact, facts));
  const [paper] = own;
  if (paper !== undefined) {
    return {
      state: 'not_typed',
      documentId: paper.documentId,
      field: field === 'valid_until' ? null : field,
    };
  }
  return { state: ofKind.length > 0 && source !== 'id_card' ? 'not_printed' : 'no_paper' };
}

const fields: Readonly<Record<MatrixFact, StatedField | 'valid_until'>> = {
  subject_name: 'subject_name',
  credit_code: 'credit_code',
  legal_representative: 'legal_representative',
  person_name: 'person_name',
  administrator_name: 'administrator_name',
  id_number: 'id_number',
  account_name: 'account_name',
  original_id: 'original_id',
  app_id: 'app_id',
  bank_account_number: 'bank_account_number',
  bank_name: 'bank_name',
  address: 'address',
  licence_term: 'valid_until',
  trademark_owner: 'owner_name',
};

/** Letters and forms print the number of the administrator alone. */
function printedField(
  fact: MatrixFact,
  source: PaperSource,
  contact: ContactFacts | undefined,
): StatedField | 'valid_until' | undefined {
  const field = fields[fact];
  if (field === 'valid_until') return source === 'subject_document' ? field : undefined;
  const printed = statedFieldsOf(source === 'subject_document' ? 'business_licence' : source);
  if (fact === 'id_number' && source !== 'id_card')
    return contact?.isAdministrator === true && printed.includes('administrator_id_number')
      ? 'administrator_id_number'
      : undefined;
  return printed.includes(field) ? field : undefined;
}

const ofPersons: readonly MatrixFact[] = ['person_name', 'administrator_name', 'id_number'];

/** The person or the bank account on file that a row is about. */
const recordOf = (
  { fact, cells }: Pick<MatrixRow, 'fact' | 'cells'>,
  source: 'contact' | 'bank',
): string | undefined =>
  source === 'contact' && !ofPersons.includes(fact)
    ? undefined
    : cells.find((cell) => cell.source === source)?.of;

/** Whether a paper is of the person or the account that the row is about. */
function speaksOf(
  paper: PaperFacts,
  { fact, cells }: MatrixRow,
  contact: ContactFacts | undefined,
  { contacts, bankAccounts }: PreCheckFacts,
): boolean {
  if (paper.kind === 'id_card') return contact !== undefined && paper.contactId === contact.contactId;
  if (contact !== undefined && (fact === 'administrator_name' || fact === 'id_number'))
    return administratorMeant(paper, administratorsOf(contacts)) === contact;
  if (fact !== 'bank_account_number' && fact !== 'bank_name') return true;
  const number = paper.stated.bank_account_number;
  return (
    number === undefined ||
    accountMeant(number, bankAccounts)?.bankAccountId === recordOf({ fact, cells }, 'bank')
  );
}
