import { describe, expect, it } from 'vitest';
import type { PlatformIdKind } from '#shared/domain/platform-ids.ts';
import { checkPlatformId, platformIdKinds, recognisePlatformId } from '#shared/domain/platform-ids.ts';

const APP_ID = 'wx0123456789abcdef';
const ORIGINAL_ID = 'gh_0123456789ab';
const DOUYIN_ID = 'ttd4000123456789ab';

describe('platform identifiers', () => {
  it.each<[PlatformIdKind, string]>([
    ['wechat_app_id', APP_ID],
    ['wechat_original_id', ORIGINAL_ID],
    ['douyin_app_id', DOUYIN_ID],
    ['wechat_merchant_number', '10000199'],
    ['wechat_merchant_number', '1900000199'],
    ['alipay_app_id', '2021000000000199'],
    ['baidu_app_id', '10000199'],
  ])('%s %s is well formed', (kind, id) => {
    expect(checkPlatformId(kind, id)).toEqual({ level: 'ok', value: id, flaws: [] });
  });

  it('stores lower case and half width', () => {
    expect(checkPlatformId('wechat_app_id', ' WX0123456789ABCDEF ').value).toBe(APP_ID);
    expect(checkPlatformId('wechat_app_id', 'ｗｘ0123456789abcdef')).toMatchObject({
      level: 'ok',
      value: APP_ID,
    });
  });

  it('refuses an AppID of another shape and only warns where the shape is not documented', () => {
    expect(checkPlatformId('wechat_app_id', 'wx0123456789abcde')).toMatchObject({
      level: 'error',
      code: 'shape',
    });
    expect(checkPlatformId('wechat_app_id', 'wx0123456789abcdeg')).toMatchObject({
      level: 'error',
      code: 'shape',
    });
    expect(checkPlatformId('wechat_original_id', 'gh_sample')).toMatchObject({
      level: 'warning',
      code: 'shape',
    });
    expect(checkPlatformId('douyin_app_id', 'tt12')).toMatchObject({ level: 'warning', code: 'shape' });
    expect(checkPlatformId('alipay_app_id', '2021')).toMatchObject({ level: 'warning', code: 'shape' });
    expect(checkPlatformId('wechat_merchant_number', '19000A')).toMatchObject({
      level: 'error',
      code: 'shape',
    });
  });

  it('warns of a merchant number of unusual length', () => {
    expect(checkPlatformId('wechat_merchant_number', '190000019')).toMatchObject({
      level: 'warning',
      code: 'unusual_length',
    });
  });

  it('tells which identifier was pasted into the wrong field', () => {
    expect(checkPlatformId('wechat_app_id', ORIGINAL_ID)).toMatchObject({
      level: 'error',
      code: 'other_kind',
      looksLike: 'wechat_original_id',
    });
    expect(checkPlatformId('wechat_original_id', APP_ID)).toMatchObject({ looksLike: 'wechat_app_id' });
    expect(recognisePlatformId(DOUYIN_ID)).toBe('douyin_app_id');
    expect(recognisePlatformId('1900000199')).toBeUndefined();
  });

  it('reports an empty field for every kind', () => {
    for (const kind of platformIdKinds) {
      expect(checkPlatformId(kind, ' \u200b')).toMatchObject({ level: 'error', code: 'empty' });
    }
  });
});
