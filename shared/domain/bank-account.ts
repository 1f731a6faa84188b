import type { EntityType } from './entity-type.ts';
import type { IdentifierCheck, IdentifierFlaw } from './identifier-check.ts';
import { identifierCheck, normaliseCode } from './identifier-check.ts';
import type { NameComparison } from './name-key.ts';
import { compareNames } from './name-key.ts';

/** What an account is to its holder: a verification transfer takes the basic one (基本存款账户). */
export const bankAccountKinds = ['basic', 'general', 'settlement', 'personal'] as const;
export type BankAccountKind = (typeof bankAccountKinds)[number];

/** Whom an account belongs to, which decides what its number looks like. */
export type BankHolder = 'corporate' | 'personal';

export type BankCodeFlaw = 'empty' | 'shape';
export type BankAccountFlaw = 'empty' | 'alphabet' | 'length' | 'unusual_length' | 'personal_card';

/** What an account name was found to equal, and how closely. `special` names kinds of account platforms refuse. */
export type AccountNameCheck = {
  readonly comparison: NameComparison;
  readonly equals: 'licence' | 'operator' | 'none';
  readonly special?: 'virtual' | 'escrow' | 'sub_account';
};

const SPECIAL_ACCOUNTS: readonly (readonly [RegExp, NonNullable<AccountNameCheck['special']>])[] = [
  [/虚拟/, 'virtual'],
  [/托管|监管|备付金/, 'escrow'],
  [/子账[户号]|子帐[户号]/, 'sub_account'],
];

/**
 * Checks an account number. The rules are habits, not a standard: only characters other than digits and lengths
 * outside 6 to 32 are errors. Corporate accounts carry no check digit, so the Luhn check only serves to notice a
 * personal card (16 to 19 digits from 62…) entered as a corporate account.
 */
export function checkBankAccount(
  text: string,
  holder: BankHolder = 'corporate',
): IdentifierCheck<BankAccountFlaw> {
  const value = normaliseCode(text);
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  const at = [...value].findIndex((character) => !/^\d$/.test(character));
  if (at !== -1) return identifierCheck(value, [{ level: 'error', code: 'alphabet', at }], {});
  if (value.length < 6 || value.length > 32) {
    return identifierCheck(value, [{ level: 'error', code: 'length' }], {});
  }
  return identifierCheck(value, holder === 'corporate' ? corporateFlaws(value) : [], {});
}

/** Why the text can't be an account's number; undefined for one that may be right, if doubtful, and for none at all. */
export function bankAccountFault(text: string): Exclude<BankAccountFlaw, 'empty'> | undefined {
  const flaw = checkBankAccount(text, 'personal').flaws.find(({ level }) => level === 'error');
  return flaw === undefined || flaw.code === 'empty' ? undefined : flaw.code;
}

/**
 * Compares an account name with the name on the licence, bracketed parts included; a sole trader's account may
 * also carry the operator's name. Flags names of virtual, escrow and sub-accounts.
 */
export function checkAccountName(
  accountName: string,
  owner: { readonly licenceName: string; readonly entityType: EntityType; readonly operatorName?: string },
): AccountNameCheck {
  const special = SPECIAL_ACCOUNTS.find(
    ([pattern]) => pattern.test(accountName) && !pattern.test(owner.licenceName),
  )?.[1];
  const found = special === undefined ? {} : { special };
  const comparison = compareNames(accountName, owner.licenceName);
  if (comparison.level !== 'different') return { comparison, equals: 'licence', ...found };
  if (owner.entityType === 'sole_trader' && owner.operatorName !== undefined) {
    const operator = compareNames(accountName, owner.operatorName);
    if (operator.level !== 'different') return { comparison: operator, equals: 'operator', ...found };
  }
  return { comparison, equals: 'none', ...found };
}

/** Checks the number of a basic account's opening permit or record (基本存款账户): J and 13 digits. A breach is a warning. */
export const checkBasicAccountPermit = (text: string): IdentifierCheck<BankCodeFlaw> =>
  checkShape(text, /^J\d{13}$/);

/** Checks the bank's clearing code (联行号, CNAPS): 12 digits. A breach is a warning. */
export const checkClearingCode = (text: string): IdentifierCheck<BankCodeFlaw> =>
  checkShape(text, /^\d{12}$/);

/** Whether a number passes the Luhn check (ISO/IEC 7812-1) of payment cards. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function corporateFlaws(value: string): IdentifierFlaw<BankAccountFlaw>[] {
  if (/^62\d{14,17}$/.test(value) && passesLuhn(value)) return [{ level: 'warning', code: 'personal_card' }];
  return value.length < 12 || value.length > 21 ? [{ level: 'warning', code: 'unusual_length' }] : [];
}

function checkShape(text: string, pattern: RegExp): IdentifierCheck<BankCodeFlaw> {
  const value = normaliseCode(text);
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  return identifierCheck(value, pattern.test(value) ? [] : [{ level: 'warning', code: 'shape' }], {});
}
