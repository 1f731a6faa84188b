/** What the checks of codes and numbers found, in words; for the line under a field and beside a fact. */
import type { ReactNode } from 'react';
import { checkFilingNumber, platformIdKindOf } from '#shared/domain/account-numbers.ts';
import { checkBankAccount, checkBasicAccountPermit, checkClearingCode } from '#shared/domain/bank-account.ts';
import { checkClientCode, hasRegistryCode } from '#shared/domain/client-code.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { mayCarryCodeOf } from '#shared/domain/entity-type.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { IdentifierCheck, IdentifierFlaw } from '#shared/domain/identifier-check.ts';
import { checkPhone } from '#shared/domain/phone-number.ts';
import { checkPlatformId } from '#shared/domain/platform-ids.ts';
import type { AccountKind, Platform } from '#shared/domain/platform.ts';
import { checkResidentId } from '#shared/domain/resident-id.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';
import type { Check } from './check-line.tsx';

/** A finding, with the whole code repaired when look-alike characters explain it. */
export type IdentifierFinding = Check & { readonly suggestion?: string };

/** Undefined when nothing was typed, and for a client that no register of ours knows. */
export function clientCodeFinding(
  text: string | null,
  t: TFunction,
  entityType: EntityType | null = null,
): IdentifierFinding | undefined {
  if (entityType !== null && !hasRegistryCode(entityType)) return undefined;
  const check = checkClientCode(text ?? '');
  return findingOf(check, (code, places) => t(`components.identifier.creditCode.${code}`, places));
}

/** `today` lets it notice a date of birth to come and a minor. */
export function residentIdFinding(
  text: string | null,
  today: CalendarDate,
  t: TFunction,
): IdentifierFinding | undefined {
  const check = checkResidentId(text ?? '', today);
  return findingOf(check, (code, places) => t(`components.identifier.residentId.${code}`, places));
}

export function bankAccountFinding(
  text: string | null,
  holder: 'corporate' | 'personal',
  t: TFunction,
): IdentifierFinding | undefined {
  const check = checkBankAccount(text ?? '', holder);
  return findingOf(check, (code, places) => t(`components.identifier.bankAccount.${code}`, places));
}

/** Only what is doubtful about it: a number that may be right is not praised. */
export function phoneFinding(text: string | null, t: TFunction): IdentifierFinding | undefined {
  const { value, flaws } = checkPhone(text ?? '');
  const [flaw] = flaws;
  return flaw && doubtOf(flaw, value, (code, places) => t(`components.identifier.phone.${code}`, places));
}

export const accountPermitFinding = (text: string, t: TFunction): IdentifierFinding | undefined =>
  findingOf(checkBasicAccountPermit(text), (code) => t(`components.identifier.accountPermit.${code}`));

export const clearingCodeFinding = (text: string, t: TFunction): IdentifierFinding | undefined =>
  findingOf(checkClearingCode(text), (code) => t(`components.identifier.clearingCode.${code}`));

/** Undefined also for accounts whose ids have no known shape. */
export function platformIdFinding(
  text: string | null,
  account: { readonly platform: Platform; readonly kind: AccountKind },
  t: TFunction,
): IdentifierFinding | undefined {
  const kind = platformIdKindOf(account.platform, account.kind);
  if (kind === undefined) return undefined;
  const check = checkPlatformId(kind, text ?? '');
  return findingOf(check, (code, places) => t(`components.identifier.platformId.${code}`, places));
}

/** The key by which WeChat's own pages and forms name an account. */
export function originalIdFinding(text: string | null, t: TFunction): IdentifierFinding | undefined {
  const check = checkPlatformId('wechat_original_id', text ?? '');
  return findingOf(check, (code, places) => t(`components.identifier.platformId.${code}`, places));
}

export function filingNumberFinding(text: string | null, t: TFunction): IdentifierFinding | undefined {
  return findingOf(checkFilingNumber(text ?? ''), (code) => t(`components.identifier.filingNumber.${code}`));
}

/** Whether the entity type may stand with the credit code; undefined when the code says nothing. */
export function entityTypeFinding(
  creditCode: string | null,
  entityType: EntityType,
  t: TFunction,
): Check | undefined {
  const suggested = checkClientCode(creditCode ?? '').suggestedEntityType;
  if (suggested === undefined) return undefined;
  if (mayCarryCodeOf(suggested, entityType))
    return { tone: 'success', text: t('components.identifier.typeFits') };
  const type = t(`vocabulary.entityType.${suggested}`);
  return { tone: 'warning', text: t('components.identifier.typeDiffers', { type }) };
}

/** Said while it is typed in place: what can't be right is not saved, a doubt is. */
export const previewOf = (
  finding: Check | undefined,
): { readonly note?: ReactNode; readonly fault?: ReactNode } =>
  finding === undefined ? {} : finding.tone === 'danger' ? { fault: finding.text } : { note: finding.text };

type Places = {
  readonly n: number;
  readonly place: number;
  readonly character: string;
  readonly expected: string;
};

function findingOf<Code extends string, Facts extends object>(
  check: IdentifierCheck<Code, Facts>,
  say: (code: Exclude<Code, 'empty'> | 'ok', places: Places) => string,
): IdentifierFinding | undefined {
  const { value } = check;
  const [flaw] = check.flaws;
  if (flaw === undefined)
    return { tone: 'success', text: say('ok', { n: value.length, place: 0, character: '', expected: '' }) };
  return doubtOf(flaw, value, say);
}

function doubtOf<Code extends string>(
  flaw: IdentifierFlaw<Code>,
  value: string,
  say: (code: Exclude<Code, 'empty'>, places: Places) => string,
): IdentifierFinding | undefined {
  if (isEmpty(flaw.code)) return undefined;
  const at = flaw.at ?? 0;
  const places = {
    n: value.length,
    place: at + 1,
    character: value.charAt(at),
    expected: flaw.expected ?? '',
  };
  return {
    tone: flaw.level === 'error' ? 'danger' : 'warning',
    text: say(flaw.code as Exclude<Code, 'empty'>, places),
    ...(flaw.suggestion !== undefined && { suggestion: flaw.suggestion }),
  };
}

const isEmpty = (code: string): boolean => code === 'empty';
