import { checkCreditCode } from './credit-code.ts';

/** A code as a client has it, and why it is used although its check character does not fit. */
export type NotedCode = { readonly creditCode: string | null; readonly creditCodeNote: string | null };

/**
 * The check character that a credit code should end in when that is all that is wrong with it; undefined for any other
 * code. Such codes are in circulation, so that one may be stored with a note saying why.
 */
export function expectedCheckCharacter(creditCode: string | null): string | undefined {
  const [flaw] = checkCreditCode(creditCode ?? '').flaws;
  return flaw?.code === 'checksum' ? flaw.expected : undefined;
}

/**
 * The note that goes with a code once both are saved. A note belongs to the code it was written for: another code, and
 * one that passes its check, begin without.
 */
export function noteAfter(before: NotedCode, after: Partial<NotedCode>): string | null {
  const creditCode = after.creditCode === undefined ? before.creditCode : after.creditCode;
  if (expectedCheckCharacter(creditCode) === undefined) return null;
  if (after.creditCodeNote !== undefined) return after.creditCodeNote === '' ? null : after.creditCodeNote;
  return creditCode === before.creditCode ? before.creditCodeNote : null;
}
