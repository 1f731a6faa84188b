import type { IdentifierCheck } from './identifier-check.ts';
import { identifierCheck } from './identifier-check.ts';
import { compactText } from './plain-text.ts';
import { checkPlatformId } from './platform-ids.ts';
import type { PlatformIdFacts, PlatformIdFlaw, PlatformIdKind } from './platform-ids.ts';
import type { AccountKind, Platform } from './platform.ts';
import type { AccountNumber } from './rule-pack.ts';

type NumberedAccount = {
  readonly kind: AccountKind;
  readonly appId: string | null;
  readonly originalId: string | null;
  readonly filingNumber: string | null;
};

/** The numbers that are on record for an account; a merchant's own number stands where others have their AppID. */
export function numbersOf(account: NumberedAccount): AccountNumber[] {
  const ownNumber = account.kind === 'merchant' ? 'merchant_number' : 'app_id';
  return [
    ...(account.appId === null ? [] : ([ownNumber] as const)),
    ...(account.originalId === null ? [] : (['original_id'] as const)),
    ...(account.filingNumber === null ? [] : (['filing_number'] as const)),
  ];
}

/** The value that a set of numbers holds for one of them. */
export function numberIn(
  numbers: Partial<Omit<NumberedAccount, 'kind'>>,
  number: AccountNumber,
  kind: AccountKind,
): string | null | undefined {
  switch (number) {
    case 'app_id':
      return kind === 'merchant' ? undefined : numbers.appId;
    case 'merchant_number':
      return kind === 'merchant' ? numbers.appId : undefined;
    case 'original_id':
      return numbers.originalId;
    case 'filing_number':
      return numbers.filingNumber;
  }
}

/** Which shape the own id of such an account has; undefined where none is known. */
export function platformIdKindOf(platform: Platform, kind: AccountKind): PlatformIdKind | undefined {
  if (kind === 'other') return undefined;
  if (platform === 'wechat') return kind === 'merchant' ? 'wechat_merchant_number' : 'wechat_app_id';
  if (kind !== 'mini_program') return undefined;
  switch (platform) {
    case 'alipay':
      return 'alipay_app_id';
    case 'baidu':
      return 'baidu_app_id';
    case 'douyin':
      return 'douyin_app_id';
  }
}

/** E.g. 粤ICP备2023012345号-1X: province, the number of the subject, and that of the program. */
const filingShape = /^\p{Script=Han}ICP备\d{6,}号(-\d+[A-Z]?)?$/u;

/** Half width and without spaces, with the letters in capitals, as the authority writes it. */
export function normaliseFilingNumber(text: string): string {
  return compactText(text).toUpperCase();
}

/** Checks a filing number. No source lays its shape down, so that a breach only warns. */
export function checkFilingNumber(text: string): IdentifierCheck<'empty' | 'shape'> {
  const value = normaliseFilingNumber(text);
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  const isUsual = filingShape.test(value);
  return identifierCheck(value, isUsual ? [] : [{ level: 'warning', code: 'shape' }], {});
}

type NumberCheck = IdentifierCheck<PlatformIdFlaw, PlatformIdFacts>;

/** Checks a number that an account gets; undefined where its shape is not known. */
export function checkAccountNumber(
  number: AccountNumber,
  account: { readonly platform: Platform; readonly kind: AccountKind },
  text: string,
): NumberCheck | undefined {
  switch (number) {
    case 'filing_number':
      return checkFilingNumber(text);
    case 'original_id':
      return account.platform === 'wechat' ? checkPlatformId('wechat_original_id', text) : undefined;
    case 'app_id':
    case 'merchant_number': {
      const kind = platformIdKindOf(account.platform, account.kind);
      return kind && checkPlatformId(kind, text);
    }
  }
}
