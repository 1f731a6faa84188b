import { checkAccountName } from './bank-account.ts';
import type { DocumentKind } from './document-kind.ts';
import { subjectDocumentKinds } from './document-kind.ts';
import { normaliseCode } from './identifier-check.ts';
import { compareNames } from './name-key.ts';
import type { NameComparison } from './name-key.ts';
import type { PaperFacts, PreCheckFacts } from './pre-check-facts.ts';

/** The facts that several sources state and that a reviewer compares. */
export const matrixFacts = [
  'subject_name',
  'credit_code',
  'licence_term',
  'legal_representative',
  'id_number',
  'bank_account_number',
] as const;
export type MatrixFact = (typeof matrixFacts)[number];

/** Where a value stands. */
export const matrixSources = [
  'record',
  'subject_document',
  'bank',
  'account_proof',
  'contact',
  'id_card',
] as const;
export type MatrixSource = (typeof matrixSources)[number];

/** `at` is the index of the first character that differs; `of` the row's own record: paper, contact or bank account. */
export type MatrixCell = {
  readonly source: MatrixSource;
  readonly value: string;
  readonly of?: string;
  readonly verdict: 'reference' | NameComparison['level'];
  readonly at?: number;
};

/** One fact with every source that states it; the first cell is what the others are held against. */
export type MatrixRow = {
  readonly fact: MatrixFact;
  /** Whose it is, where a person or a bank account is meant. */
  readonly subject?: string;
  readonly cells: readonly MatrixCell[];
};

const subjectDocuments: ReadonlySet<DocumentKind> = new Set(subjectDocumentKinds);

/**
 * Sets the same fact from every source side by side. A row stands only where there is something to compare: at
 * least two sources state the fact. Names are held against each other in three levels, codes without their
 * spaces and case, dates exactly.
 */
export function consistencyMatrix(facts: PreCheckFacts): MatrixRow[] {
  return [
    subjectNameRow(facts),
    creditCodeRow(facts),
    licenceTermRow(facts),
    legalRepresentativeRow(facts),
    ...idNumberRows(facts),
    ...bankNumberRows(facts),
  ].filter(({ cells }) => cells.length > 1);
}

type Statement = { readonly source: MatrixSource; readonly value: string | undefined; readonly of?: string };
type Stated = Statement & { readonly value: string };
type Judge = (reference: string, value: string) => NameComparison;

function rowOf(
  fact: MatrixFact,
  statements: readonly Statement[],
  judge: Judge,
  subject?: string,
): MatrixRow {
  const stated = statements.filter((one): one is Stated => one.value !== undefined && one.value !== '');
  const reference = stated[0]?.value ?? '';
  const cells = stated.map((one, index): MatrixCell => {
    if (index === 0) return { ...one, verdict: 'reference' };
    const comparison = judge(reference, one.value);
    const at = comparison.level === 'different' ? { at: comparison.at } : {};
    return { ...one, verdict: comparison.level, ...at };
  });
  return { fact, ...(subject === undefined ? {} : { subject }), cells };
}

function subjectNameRow({ client, bankAccounts, contacts }: PreCheckFacts): MatrixRow {
  const operator =
    contacts.find((contact) => contact.isLegalRepresentative)?.name ?? client.legalRepresentative;
  const owner = {
    licenceName: client.name,
    entityType: client.entityType,
    ...(operator === undefined ? {} : { operatorName: operator }),
  };
  return rowOf(
    'subject_name',
    [
      { source: 'record', value: client.name },
      ...bankAccounts.map(({ bankAccountId, holderName }) => ({
        source: 'bank' as const,
        value: holderName,
        of: bankAccountId,
      })),
    ],
    (_, holderName) => checkAccountName(holderName, owner).comparison,
  );
}

function creditCodeRow({ client, papers }: PreCheckFacts): MatrixRow {
  return rowOf(
    'credit_code',
    [
      { source: 'record', value: client.creditCode },
      ...subjectPapers(papers).map(numberOf('subject_document')),
    ],
    compareCodes,
  );
}

function licenceTermRow({ client, papers }: PreCheckFacts): MatrixRow {
  const statements = subjectPapers(papers).map((paper) => ({
    source: 'subject_document' as const,
    value: paper.validUntil,
    of: paper.documentId,
  }));
  return rowOf(
    'licence_term',
    [{ source: 'record', value: client.licenceUntil }, ...statements],
    compareCodes,
  );
}

function legalRepresentativeRow({ client, contacts }: PreCheckFacts): MatrixRow {
  const persons = contacts.filter((contact) => contact.isLegalRepresentative);
  return rowOf(
    'legal_representative',
    [
      { source: 'record', value: client.legalRepresentative },
      ...persons.map(({ contactId, name }) => ({ source: 'contact' as const, value: name, of: contactId })),
    ],
    compareNames,
  );
}

function idNumberRows({ contacts, papers }: PreCheckFacts): MatrixRow[] {
  return contacts.map(({ contactId, name, idNumber }) => {
    const cards = papers.filter((paper) => paper.kind === 'id_card' && paper.contactId === contactId);
    const statements: Statement[] = [
      { source: 'contact', value: idNumber, of: contactId },
      ...cards.map(numberOf('id_card')),
    ];
    return rowOf('id_number', statements, compareCodes, name);
  });
}

/** A proof prints one account's number: it is held against the nearest account, and only then found to differ. */
function bankNumberRows({ bankAccounts, papers }: PreCheckFacts): MatrixRow[] {
  const proofs = papers.filter(({ kind, number }) => kind === 'account_proof' && number !== undefined);
  return bankAccounts.map((account) => {
    const own = proofs.filter(({ number }) => accountMeant(number ?? '', bankAccounts) === account);
    const statements: Statement[] = [
      { source: 'bank', value: account.accountNumber, of: account.bankAccountId },
      ...own.map(numberOf('account_proof')),
    ];
    return rowOf('bank_account_number', statements, compareCodes, account.holderName);
  });
}

type Account = PreCheckFacts['bankAccounts'][number];

function accountMeant(number: string, accounts: readonly Account[]): Account | undefined {
  const known = accounts.filter(({ accountNumber }) => accountNumber !== undefined);
  return known.toSorted((a, b) => agreement(b, number) - agreement(a, number)).at(0);
}

function agreement({ accountNumber }: Account, number: string): number {
  const own = normaliseCode(accountNumber ?? '');
  return [...normaliseCode(number)].filter((digit, index) => own.charAt(index) === digit).length;
}

const subjectPapers = (papers: readonly PaperFacts[]): PaperFacts[] =>
  papers.filter(({ kind }) => subjectDocuments.has(kind));

const numberOf =
  (source: MatrixSource) =>
  ({ documentId, number }: PaperFacts): Statement => ({ source, value: number, of: documentId });

function compareCodes(a: string, b: string): NameComparison {
  const left = normaliseCode(a);
  const right = normaliseCode(b);
  if (left === right) return { level: 'identical' };
  const at = [...left].findIndex((character, index) => right.charAt(index) !== character);
  return { level: 'different', at: at === -1 ? left.length : at };
}
