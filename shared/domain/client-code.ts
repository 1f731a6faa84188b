import { checkCreditCode } from './credit-code.ts';
import type { CreditCodeFacts, CreditCodeFlaw } from './credit-code.ts';
import type { EntityType } from './entity-type.ts';
import type { IdentifierCheck, IdentifierFlaw } from './identifier-check.ts';
import { identifierCheck, normaliseCode } from './identifier-check.ts';
import { checkOrganisationCode } from './organisation-code.ts';
import { checkRegistrationNumber } from './registration-number.ts';

/** `old_` marks what is wrong with a code of before 2015. */
export type ClientCodeFlaw = CreditCodeFlaw | 'old_alphabet' | 'old_checksum' | 'old_length';

/**
 * Checks the code by which a client is registered: the unified social credit code, and the two that came before it and
 * that platforms still take, the organisation code of 9 characters and the licence number of 15 (or 13) digits. The
 * length tells which is meant. Every caller gets the same levels: an error is stored only with a note that says why,
 * a warning is worth a second look.
 */
export function checkClientCode(text: string): IdentifierCheck<ClientCodeFlaw, CreditCodeFacts> {
  const value = normaliseCode(text);
  switch (value.length) {
    case 9:
      return asOld(value, checkOrganisationCode(value).flaws);
    case 13:
    case 15:
      return asOld(value, checkRegistrationNumber(value).flaws);
    default:
      return checkCreditCode(value);
  }
}

type OldFlaw = ReturnType<typeof checkOrganisationCode>['flaws'][number];

const asOld = (value: string, flaws: readonly OldFlaw[]) =>
  identifierCheck<ClientCodeFlaw, CreditCodeFacts>(
    value,
    flaws.map((flaw) => ({ ...flaw, code: flaw.code === 'empty' ? 'empty' : (`old_${flaw.code}` as const) })),
    {},
  );

/** Persons have no code of a register, and bodies abroad have one of their own, of which nothing is known. */
export const hasRegistryCode = (entityType: EntityType): boolean =>
  entityType !== 'individual' && entityType !== 'overseas';

/** What is certainly wrong with a client's code; undefined for none, for one that may stand, and where none is asked. */
export function clientCodeFault(
  code: string | null,
  entityType: EntityType,
): IdentifierFlaw<ClientCodeFlaw> | undefined {
  if (!hasRegistryCode(entityType)) return undefined;
  const [flaw] = checkClientCode(code ?? '').flaws;
  return flaw?.level === 'error' && flaw.code !== 'empty' ? flaw : undefined;
}

/** A code as a client has it, and why it is used although it can't be right. */
export type NotedCode = {
  readonly entityType: EntityType;
  readonly creditCode: string | null;
  readonly creditCodeNote: string | null;
};

/**
 * The note that goes with a code once both are saved. A note belongs to the code it was written for: another code, and
 * one with which nothing is wrong, begin without.
 */
export function noteAfter(before: NotedCode, after: Partial<NotedCode>): string | null {
  const creditCode = after.creditCode === undefined ? before.creditCode : after.creditCode;
  if (clientCodeFault(creditCode, after.entityType ?? before.entityType) === undefined) return null;
  if (after.creditCodeNote !== undefined) return after.creditCodeNote === '' ? null : after.creditCodeNote;
  return creditCode === before.creditCode ? before.creditCodeNote : null;
}
