/** Where an account lives. */
export const platforms = ['wechat', 'alipay', 'baidu', 'douyin'] as const;
export type Platform = (typeof platforms)[number];

/** What sort of account a client has on a platform. */
export const accountKinds = ['mini_program', 'official_account', 'merchant', 'other'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** What an account's platform and kind are sorted by, as two digits. */
export const placeOrder = (place: { readonly platform: Platform; readonly kind: AccountKind }): string =>
  `${platforms.indexOf(place.platform)}${accountKinds.indexOf(place.kind)}`;

const spellings: Readonly<Record<Platform, RegExp>> = {
  wechat: /微信|wechat|weixin/iu,
  alipay: /支付宝|alipay/iu,
  baidu: /百度|baidu/iu,
  douyin: /抖音|douyin|tiktok/iu,
};

/** The platform that a text as people write it names (微信小程序, 支付宝 …), if it names one. */
export function recognisePlatform(text: string): Platform | undefined {
  return platforms.find((platform) => platform === text || spellings[platform].test(text));
}
