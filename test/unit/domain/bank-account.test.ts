import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAccountName,
  checkBankAccount,
  checkBasicAccountPermit,
  checkClearingCode,
  passesLuhn,
} from '#shared/domain/bank-account.ts';

describe('account numbers', () => {
  it('accepts what corporate accounts look like, with spaces', () => {
    expect(checkBankAccount('4403 9900 0000 0199')).toMatchObject({ level: 'ok', value: '4403990000000199' });
    expect(checkBankAccount('４４０３９９００００００')).toMatchObject({
      level: 'ok',
      value: '440399000000',
    });
  });

  it('names what is wrong', () => {
    expect(checkBankAccount('')).toMatchObject({ level: 'error', code: 'empty' });
    expect(checkBankAccount('44039900000A')).toMatchObject({ level: 'error', code: 'alphabet', at: 11 });
    expect(checkBankAccount('44039')).toMatchObject({ level: 'error', code: 'length' });
    expect(checkBankAccount('4'.repeat(33))).toMatchObject({ level: 'error', code: 'length' });
    expect(checkBankAccount('44039900000')).toMatchObject({ level: 'warning', code: 'unusual_length' });
    expect(checkBankAccount('4'.repeat(22))).toMatchObject({ level: 'warning', code: 'unusual_length' });
    expect(checkBankAccount('44039900000', 'personal').level).toBe('ok');
  });

  it('notices a personal card in a corporate field', () => {
    const card = '6200000000000000199';
    const valid = [...'0123456789'].map((digit) => card.slice(0, 18) + digit).find(passesLuhn) ?? '';
    expect(checkBankAccount(valid)).toMatchObject({ level: 'warning', code: 'personal_card' });
    expect(checkBankAccount(valid, 'personal').level).toBe('ok');
    const other = valid.slice(0, 18) + String((Number(valid.charAt(18)) + 1) % 10);
    expect(checkBankAccount(other).level).toBe('ok');
  });

  it('never refuses digits of a possible length', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }).map(String), { minLength: 6, maxLength: 32 });
    fc.assert(
      fc.property(digits, (all) => {
        expect(checkBankAccount(all.join('')).level).not.toBe('error');
      }),
    );
  });

  it('knows the Luhn check', () => {
    expect(passesLuhn('79927398713')).toBe(true);
    expect(passesLuhn('79927398710')).toBe(false);
    expect(passesLuhn('')).toBe(false);
    expect(passesLuhn('7992x')).toBe(false);
  });
});

describe('account names', () => {
  const company = { licenceName: '示例（深圳）科技有限公司', entityType: 'company' } as const;
  const trader = { licenceName: '示例小吃店', entityType: 'sole_trader', operatorName: '样本甲' } as const;

  it('compares with the licence, brackets included', () => {
    expect(checkAccountName('示例（深圳）科技有限公司', company)).toEqual({
      comparison: { level: 'identical' },
      equals: 'licence',
    });
    expect(checkAccountName('示例(深圳)科技有限公司', company)).toEqual({
      comparison: { level: 'equivalent', differences: ['bracket_width'] },
      equals: 'licence',
    });
    expect(checkAccountName('示例科技有限公司', company)).toEqual({
      comparison: { level: 'different', at: 2 },
      equals: 'none',
    });
  });

  it("accepts the operator's name for a sole trader only", () => {
    expect(checkAccountName('样本甲', trader)).toEqual({
      comparison: { level: 'identical' },
      equals: 'operator',
    });
    expect(checkAccountName('样本甲', { ...trader, entityType: 'company' }).equals).toBe('none');
    expect(checkAccountName('样本乙', trader).equals).toBe('none');
  });

  it('flags special accounts unless the licence itself has the word', () => {
    expect(checkAccountName('示例（深圳）科技有限公司资金监管专户', company)).toMatchObject({
      special: 'escrow',
    });
    expect(checkAccountName('示例（深圳）科技有限公司子账户', company)).toMatchObject({
      special: 'sub_account',
    });
    expect(checkAccountName('虚拟户示例', company)).toMatchObject({ special: 'virtual' });
    const virtual = { licenceName: '示例虚拟现实有限公司', entityType: 'company' } as const;
    expect(checkAccountName('示例虚拟现实有限公司', virtual)).not.toHaveProperty('special');
  });
});

describe('the codes of an account', () => {
  it('are a permit of J and 13 digits and a clearing code of 12 digits, never held against anybody', () => {
    expect(checkBasicAccountPermit('j4403990000199')).toMatchObject({ level: 'ok', value: 'J4403990000199' });
    expect(checkBasicAccountPermit('L4403990000199')).toMatchObject({ level: 'warning', code: 'shape' });
    expect(checkBasicAccountPermit('')).toMatchObject({ code: 'empty' });
    expect(checkClearingCode('104 3990 00199').level).toBe('ok');
    expect(checkClearingCode('10439900019')).toMatchObject({ level: 'warning', code: 'shape' });
  });
});
