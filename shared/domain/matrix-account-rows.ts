import { compareCodes, normaliseCode } from './identifier-check.ts';
import { decidedBy } from './matrix-reference.ts';
import { rowOf, statementsOf } from './matrix-row.ts';
import type { MatrixRow, Statement } from './matrix-row.ts';
import { compareNames } from './name-key.ts';
import type { BankFacts, PaperFacts, PreCheckFacts } from './pre-check-facts.ts';

/** What the account on the platform and the accounts at the banks are called and numbered, by every source. */
export function accountRows(facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow[] {
  const { accountName, originalId, appId } = facts;
  return [
    rowOf(
      'account_name',
      [{ source: 'account', value: accountName }, ...statementsOf(papers, 'account_name')],
      compareNames,
    ),
    rowOf(
      'original_id',
      [{ source: 'account', value: originalId }, ...statementsOf(papers, 'original_id')],
      compareCodes,
    ),
    rowOf('app_id', [{ source: 'account', value: appId }, ...statementsOf(papers, 'app_id')], compareCodes),
    ...bankRows(facts, papers),
  ];
}

/** A proof prints one account's number: it is held against the nearest account, and only then found to differ. */
function bankRows(facts: PreCheckFacts, papers: readonly PaperFacts[]): MatrixRow[] {
  const { bankAccounts } = facts;
  return bankAccounts.flatMap((account) => {
    const { bankAccountId: of, holderName } = account;
    const own = papers.filter(
      ({ stated }) => accountMeant(stated.bank_account_number, bankAccounts) === account,
    );
    const byProof = (statements: readonly Statement[]) => decidedBy('account_proof', statements, facts);
    const onFile = (value: string | undefined): Statement => ({ source: 'bank', value, of });
    return [
      rowOf(
        'bank_account_number',
        byProof([onFile(account.accountNumber), ...statementsOf(own, 'bank_account_number')]),
        compareCodes,
        holderName,
      ),
      rowOf(
        'bank_name',
        byProof([onFile(account.bankName), ...statementsOf(own, 'bank_name')]),
        compareNames,
        holderName,
      ),
    ];
  });
}

/** A proof whose number nobody has read yet can only be of the one account there is. */
export function accountMeant(
  number: string | undefined,
  accounts: readonly BankFacts[],
): BankFacts | undefined {
  if (number === undefined) return accounts.length === 1 ? accounts[0] : undefined;
  const known = accounts.filter(({ accountNumber }) => accountNumber !== undefined);
  return known.toSorted((a, b) => agreement(b, number) - agreement(a, number)).at(0);
}

function agreement({ accountNumber }: BankFacts, number: string): number {
  const own = normaliseCode(accountNumber ?? '');
  return [...normaliseCode(number)].filter((digit, index) => own.charAt(index) === digit).length;
}
