import type { DocumentKind } from './document-kind.ts';
import { subjectDocumentKinds } from './document-kind.ts';
import type { NameComparison } from './name-key.ts';
import type { PaperFacts } from './pre-check-facts.ts';
import type { StatedField } from './stated-value.ts';

/** The facts that several sources state and that a reviewer compares. */
export const matrixFacts = [
  'subject_name',
  'credit_code',
  'legal_representative',
  'person_name',
  'administrator_name',
  'id_number',
  'account_name',
  'original_id',
  'app_id',
  'bank_account_number',
  'bank_name',
  'address',
  'licence_term',
  'trademark_owner',
] as const;
export type MatrixFact = (typeof matrixFacts)[number];

/** The kinds of paper that are compared, all certificates of a subject as one. */
export const paperSources = [
  'subject_document',
  'id_card',
  'authorisation_letter',
  'application_letter',
  'account_proof',
  'trademark_certificate',
  'platform_form',
] as const;
export type PaperSource = (typeof paperSources)[number];

/** Where a value stands: in what the firm has on file, or on a paper. */
export const matrixSources = ['record', 'account', 'contact', 'bank', ...paperSources] as const;
export type MatrixSource = (typeof matrixSources)[number];

/** `at` is the index of the first character that differs; `of` the row's own record: paper, contact or bank account. */
export type MatrixCell = {
  readonly source: MatrixSource;
  readonly value: string;
  readonly of?: string;
  readonly verdict: 'reference' | NameComparison['level'];
  readonly at?: number;
  /** A term that is over today; left out of every other cell. */
  readonly isOver?: true;
  /** It was read off the paper, and nobody has confirmed it; left out of every other cell. */
  readonly isUnconfirmed?: true;
};

/** One fact with every source that states it; the first cell is what the others are held against. */
export type MatrixRow = {
  readonly fact: MatrixFact;
  /** Whose it is, where a person or a bank account is meant. */
  readonly subject?: string;
  readonly cells: readonly MatrixCell[];
};

export type Judge = (reference: string, value: string) => NameComparison;

/** What one source says of a fact, if anything; `judge` where it is held to more or less than the row's others. */
export type Statement = {
  readonly source: MatrixSource;
  readonly value: string | undefined;
  readonly of?: string;
  readonly judge?: Judge;
  readonly isUnconfirmed?: true;
};
type Stated = Statement & { readonly value: string };

/** The first that says anything is the reference, the others are held against it. */
export function rowOf(
  fact: MatrixFact,
  statements: readonly Statement[],
  judge: Judge,
  subject?: string,
): MatrixRow {
  const stated = statements.filter((one): one is Stated => one.value !== undefined && one.value !== '');
  const reference = stated[0]?.value ?? '';
  const cells = stated.map(({ judge: own = judge, ...one }, index): MatrixCell => {
    if (index === 0) return { ...one, verdict: 'reference' };
    const comparison = own(reference, one.value);
    const at = comparison.level === 'different' ? { at: comparison.at } : {};
    return { ...one, verdict: comparison.level, ...at };
  });
  return { fact, ...(subject === undefined ? {} : { subject }), cells };
}

/** What each of the papers says in a field; papers of kinds that the matrix does not compare say nothing. */
export function statementsOf(papers: readonly PaperFacts[], field: StatedField): Statement[] {
  return papers.flatMap(({ kind, documentId, stated, read }): Statement[] => {
    const source = paperSourceOf(kind);
    if (source === undefined) return [];
    const isUnconfirmed = stated[field] === undefined && read?.[field] !== undefined;
    if (!isUnconfirmed) return [{ source, value: stated[field], of: documentId }];
    return [{ source, value: read[field], of: documentId, isUnconfirmed }];
  });
}

const subjectDocuments: ReadonlySet<DocumentKind> = new Set(subjectDocumentKinds);

export const isSubjectDocument = ({ kind }: PaperFacts): boolean => subjectDocuments.has(kind);

/** The column of a kind of paper; undefined for kinds that are not compared. */
export function paperSourceOf(kind: DocumentKind): PaperSource | undefined {
  if (subjectDocuments.has(kind)) return 'subject_document';
  return paperSources.find((source) => source === kind);
}
