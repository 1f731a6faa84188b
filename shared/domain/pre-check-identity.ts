import { checkAccountName, checkBankAccount } from './bank-account.ts';
import type { CheckId } from './check-rule.ts';
import { checkCreditCode } from './credit-code.ts';
import { mayCarryCodeOf } from './entity-type.ts';
import type { EntityType } from './entity-type.ts';
import type { IdentifierFlaw } from './identifier-check.ts';
import type { BankFacts, PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import { checkResidentId } from './resident-id.ts';

/** What is wrong with the client's code, kind, accounts and persons, each looked at by itself. */
export function identityObservations(facts: PreCheckFacts): Observation[] {
  return [
    ...creditCodeObservations(facts),
    ...facts.bankAccounts.flatMap((account) => bankObservations(account, facts)),
    ...missingBank(facts),
    ...administratorObservations(facts),
    ...callObservations(facts),
  ];
}

function creditCodeObservations({ client }: PreCheckFacts): Observation[] {
  const { creditCode, entityType } = client;
  const place = { at: 'client', field: 'creditCode' } as const;
  if (creditCode === undefined || creditCode === '') {
    return carriesCreditCode(entityType) ? [{ check: 'credit_code_missing', place }] : [];
  }
  const checked = checkCreditCode(creditCode);
  const [flaw] = checked.flaws;
  const observations: Observation[] = [];
  if (flaw !== undefined) {
    const check = codeCheckOf(flaw, client.creditCodeNote !== undefined);
    const expected = flaw.suggestion === undefined ? {} : { expected: flaw.suggestion };
    observations.push({ check, place, found: creditCode, ...expected });
  }
  const suggested = checked.suggestedEntityType;
  if (suggested !== undefined && !mayCarryCodeOf(suggested, entityType)) {
    observations.push({
      check: 'entity_type_differs',
      place: { at: 'client', field: 'entityType' },
      expected: suggested,
      found: entityType,
    });
  }
  return observations;
}

/** A wrong check character that somebody has looked at and explained is no longer simply wrong. */
function codeCheckOf({ level, code }: IdentifierFlaw, isNoted: boolean): CheckId {
  if (level === 'warning') return 'credit_code_doubtful';
  return code === 'checksum' && isNoted ? 'credit_code_noted' : 'credit_code_wrong';
}

const carriesCreditCode = (entityType: EntityType): boolean =>
  entityType !== 'individual' && entityType !== 'overseas';

function bankObservations(account: BankFacts, { client }: PreCheckFacts): Observation[] {
  const place = { at: 'bank_account', id: account.bankAccountId } as const;
  const owner = { licenceName: client.name, entityType: client.entityType };
  const { special } = checkAccountName(account.holderName, owner);
  const observations: Observation[] = [];
  if (special !== undefined)
    observations.push({ check: 'special_account', place, found: account.holderName });
  if (account.accountNumber !== undefined) {
    const [flaw] = checkBankAccount(account.accountNumber, account.holder).flaws;
    const check = flaw?.code === 'personal_card' ? 'personal_card' : 'bank_account_number_wrong';
    if (flaw !== undefined) observations.push({ check, place, found: account.accountNumber });
  }
  return observations;
}

/** Asked of companies only; the other kinds may verify without an account of their own. */
const missingBank = ({ client, bankAccounts }: PreCheckFacts): Observation[] =>
  client.entityType === 'company' && bankAccounts.length === 0
    ? [{ check: 'bank_account_missing', place: { at: 'bank_accounts' } }]
    : [];

function administratorObservations({ contacts, today }: PreCheckFacts): Observation[] {
  const administrators = contacts.filter(({ isAdministrator }) => isAdministrator);
  if (administrators.length === 0) return [{ check: 'administrator_missing', place: { at: 'contacts' } }];
  return administrators.flatMap(({ contactId, idNumber }): Observation[] => {
    if (idNumber === undefined) return [];
    const isRight = checkResidentId(idNumber, today).level === 'ok';
    if (isRight) return [];
    return [{ check: 'administrator_id_wrong', place: { at: 'contact', id: contactId }, found: idNumber }];
  });
}

/** Whoever was named for the call, else the administrators; both need a phone. */
function callObservations({ contacts }: PreCheckFacts): Observation[] {
  const named = contacts.filter(({ answersCalls }) => answersCalls);
  const takers = named.length > 0 ? named : contacts.filter(({ isAdministrator }) => isAdministrator);
  const reachable = takers.filter(({ phone }) => phone !== undefined);
  const [first] = reachable;
  if (first === undefined) return [{ check: 'call_contact_missing', place: { at: 'contacts' } }];
  if (reachable.some(({ availableHours }) => availableHours !== undefined)) return [];
  return [{ check: 'call_hours_missing', place: { at: 'contact', id: first.contactId } }];
}
