import type { IdentifierCheck } from './identifier-check.ts';
import { identifierCheck } from './identifier-check.ts';
import { compactText } from './plain-text.ts';
import type { AccountKind, Platform } from './platform.ts';

export const platformIdKinds = [
  'wechat_app_id',
  'wechat_original_id',
  'wechat_merchant_number',
  'douyin_app_id',
  'alipay_app_id',
  'baidu_app_id',
] as const;

export type PlatformIdKind = (typeof platformIdKinds)[number];

/** `other_kind`: it is well formed, but as another platform's or another kind of identifier. */
export type PlatformIdFlaw = 'empty' | 'shape' | 'unusual_length' | 'other_kind';

export type PlatformIdFacts = { readonly looksLike: PlatformIdKind };

/** Whether a breach of the shape is certain (documented, seen) or only likely. */
const SHAPES: Readonly<Record<PlatformIdKind, { readonly pattern: RegExp; readonly certain: boolean }>> = {
  wechat_app_id: { pattern: /^wx[0-9a-f]{16}$/, certain: true },
  wechat_original_id: { pattern: /^gh_[0-9a-f]{12}$/, certain: false },
  wechat_merchant_number: { pattern: /^\d+$/, certain: true },
  douyin_app_id: { pattern: /^tt[0-9a-f]{16}$/, certain: false },
  alipay_app_id: { pattern: /^\d{16}$/, certain: false },
  baidu_app_id: { pattern: /^\d+$/, certain: false },
};

/** The kinds that their first letters give away. */
const RECOGNISABLE: readonly PlatformIdKind[] = ['wechat_app_id', 'wechat_original_id', 'douyin_app_id'];

/** Checks an identifier that a platform gives an account. `value` is in lower case, as platforms compare it. */
export function checkPlatformId(
  kind: PlatformIdKind,
  text: string,
): IdentifierCheck<PlatformIdFlaw, PlatformIdFacts> {
  const value = compactText(text).toLowerCase();
  if (value === '') return identifierCheck(value, [{ level: 'error', code: 'empty' }], {});
  const shape = SHAPES[kind];
  if (shape.pattern.test(value)) return identifierCheck(value, lengthFlaws(kind, value), {});
  const looksLike = recognisePlatformId(value);
  if (looksLike !== undefined) {
    return identifierCheck(value, [{ level: 'error', code: 'other_kind' }], { looksLike });
  }
  return identifierCheck(value, [{ level: shape.certain ? 'error' : 'warning', code: 'shape' }], {});
}

/** What the id of an account of that kind on that platform is; undefined for accounts whose ids have no known shape. */
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

/** The kind of a pasted identifier whose first letters give it away, undefined for plain numbers and anything else. */
export function recognisePlatformId(text: string): PlatformIdKind | undefined {
  const value = compactText(text).toLowerCase();
  return RECOGNISABLE.find((kind) => SHAPES[kind].pattern.test(value));
}

function lengthFlaws(kind: PlatformIdKind, value: string) {
  // The merchant numbers in WeChat Pay's documentation have 8 or 10 digits.
  const unusual = kind === 'wechat_merchant_number' && value.length !== 8 && value.length !== 10;
  return unusual ? [{ level: 'warning', code: 'unusual_length' } as const] : [];
}
