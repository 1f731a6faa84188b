import { describe, expect, it } from 'vitest';
import {
  checkAccountNumber,
  checkFilingNumber,
  numberIn,
  numbersOf,
} from '#shared/domain/account-numbers.ts';

const nothing = { appId: null, originalId: null, filingNumber: null };

describe('the numbers of an account', () => {
  it('a merchant’s own number stands where others have their AppID', () => {
    expect(numbersOf({ ...nothing, kind: 'merchant', appId: '12345678' })).toEqual(['merchant_number']);
    expect(
      numbersOf({ kind: 'mini_program', appId: 'wx0123456789abcdef', originalId: 'gh_0', filingNumber: 'x' }),
    ).toEqual(['app_id', 'original_id', 'filing_number']);
    expect(numbersOf({ ...nothing, kind: 'mini_program' })).toEqual([]);
    expect(numberIn({ appId: '12345678' }, 'merchant_number', 'merchant')).toBe('12345678');
    expect(numberIn({ appId: '12345678' }, 'app_id', 'merchant')).toBeUndefined();
  });

  it.each([
    ['粤ICP备2023012345号-1X', 'ok', '粤ICP备2023012345号-1X'],
    [' 粤icp备2023012345号－1x', 'ok', '粤ICP备2023012345号-1X'],
    ['京ICP备12345678号', 'ok', '京ICP备12345678号'],
    ['2023012345', 'warning', '2023012345'],
    ['', 'error', ''],
  ])('the filing number %j is %s', (text, level, value) => {
    expect(checkFilingNumber(text)).toMatchObject({ level, value });
  });

  it('is judged by platform and kind, and not at all where no shape is known', () => {
    const wechat = { platform: 'wechat', kind: 'mini_program' } as const;
    expect(checkAccountNumber('app_id', wechat, '123')?.level).toBe('error');
    expect(checkAccountNumber('original_id', wechat, 'abc')?.level).toBe('warning');
    expect(checkAccountNumber('merchant_number', { ...wechat, kind: 'merchant' }, '1234567')?.level).toBe(
      'warning',
    );
    expect(checkAccountNumber('app_id', { platform: 'baidu', kind: 'other' }, '?')).toBeUndefined();
    expect(
      checkAccountNumber('original_id', { platform: 'baidu', kind: 'mini_program' }, '?'),
    ).toBeUndefined();
  });
});
