import { checkAccountName, checkBankAccount } from './bank-account.ts';
import { comparedPapers } from './compared-papers.ts';
import { compareCodes } from './identifier-check.ts';
import type { BankFacts, PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';

/** What is wrong with the client's accounts at the banks, each looked at by itself. */
export const bankObservations = (facts: PreCheckFacts): Observation[] => [
  ...facts.bankAccounts.flatMap((account) => ownObservations(account, facts)),
  ...notBasic(facts),
  ...missing(facts),
];

function ownObservations(account: BankFacts, { client }: PreCheckFacts): Observation[] {
  const place = placeOf(account);
  const owner = { licenceName: client.name, entityType: client.entityType };
  const { special } = checkAccountName(account.holderName, owner);
  const observations: Observation[] = [];
  if (special !== undefined)
    observations.push({ check: 'special_account', place, found: account.holderName });
  if (account.accountNumber !== undefined) {
    const [flaw] = checkBankAccount(account.accountNumber, account.holder).flaws;
    if (flaw !== undefined) observations.push({ check: checkOf(flaw), place, found: account.accountNumber });
  }
  return observations;
}

type Flaw = ReturnType<typeof checkBankAccount>['flaws'][number];

function checkOf({ code, level }: Flaw): Observation['check'] {
  if (code === 'personal_card') return 'personal_card';
  return level === 'error' ? 'bank_account_number_wrong' : 'bank_account_number_doubtful';
}

/**
 * A verification transfer takes the basic account. Asked where the order wants the proof of an account: of the account
 * that the proof is of, else of any. The operator's own account of a sole trader is another matter.
 */
function notBasic(facts: PreCheckFacts): Observation[] {
  const { bankAccounts, client } = facts;
  if (!asksForProof(facts)) return [];
  const proven = bankAccounts.filter((account) => isProven(account, facts));
  const meant = proven.length > 0 ? proven : bankAccounts;
  const isAccepted = ({ kind }: BankFacts): boolean =>
    kind === 'basic' || (kind === 'personal' && client.entityType === 'sole_trader');
  const [first] = meant;
  if (first === undefined || meant.some(isAccepted)) return [];
  return [{ check: 'account_not_basic', place: placeOf(first), found: first.holderName }];
}

const asksForProof = ({ items }: PreCheckFacts): boolean =>
  items.some(({ accepts, state }) => accepts.includes('account_proof') && state !== 'not_needed');

const isProven = ({ accountNumber }: BankFacts, facts: PreCheckFacts): boolean =>
  accountNumber !== undefined &&
  comparedPapers(facts).some(
    ({ kind, stated: { bank_account_number: number } }) =>
      kind === 'account_proof' &&
      number !== undefined &&
      compareCodes(number, accountNumber).level === 'identical',
  );

/** Asked of companies only; the other kinds may verify without an account of their own. */
const missing = ({ client, bankAccounts }: PreCheckFacts): Observation[] =>
  client.entityType === 'company' && bankAccounts.length === 0
    ? [{ check: 'bank_account_missing', place: { at: 'bank_accounts' } }]
    : [];

const placeOf = ({ bankAccountId }: BankFacts) => ({ at: 'bank_account', id: bankAccountId }) as const;
