import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKinds, subjectDocumentKinds } from '#shared/domain/document-kind.ts';
import { nearestRecorded, recordedValues } from '#shared/domain/stated-record.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';
import {
  compareStated,
  isStatedField,
  numberFieldOf,
  statedFields,
  statedFieldsOf,
  statedValuesOf,
  storedForm,
} from '#shared/domain/stated-value.ts';

describe('what papers can say', () => {
  it('is said by some kind of paper, and the number of a kind is among its fields', () => {
    const said = new Set(documentKinds.flatMap((kind) => statedFieldsOf(kind)));
    expect([...said].sort()).toEqual([...statedFields].sort());
    for (const kind of documentKinds) {
      const field = numberFieldOf(kind);
      if (field !== undefined) expect(statedFieldsOf(kind)).toContain(field);
    }
    for (const kind of subjectDocumentKinds) expect(numberFieldOf(kind)).toBe('credit_code');
    expect(statedFieldsOf('lease')).toEqual([]);
    expect([isStatedField('bank_name'), isStatedField('constructor')]).toEqual([true, false]);
  });

  it('is read from the paper’s number and its stated values, without what its kind can not say', () => {
    const stated = new Map([
      ['subject_name', '示例有限公司'],
      ['credit_code', 'never stored here'],
      ['bank_name', 'of an earlier kind'],
    ]);
    expect(statedValuesOf('business_licence', '91X', stated)).toEqual({
      subject_name: '示例有限公司',
      credit_code: '91X',
    });
    expect(statedValuesOf('lease', '91X', stated)).toEqual({});
    expect(statedValuesOf('id_card', null, new Map())).toEqual({});
  });

  it('is stored as elsewhere: codes without spaces, ids in lower case, names as they are printed', () => {
    expect(storedForm('credit_code', ' 9144-0399 maxa00014r ')).toBe('91440399MAXA00014R');
    expect(storedForm('administrator_id_number', '4403 9919 8506 1212 3x')).toBe('44039919850612123X');
    expect(storedForm('bank_account_number', '4000 ０000')).toBe('40000000');
    expect(storedForm('original_id', ' GH_0123456789AB')).toBe('gh_0123456789ab');
    expect(storedForm('subject_name', ' 示例（深圳）\u200b有限公司 ')).toBe('示例（深圳）有限公司');
  });

  it('has one stored form, which says the same as what was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...statedFields), fc.string({ unit: 'grapheme' }), (field, text) => {
        const stored = storedForm(field, text);
        expect(storedForm(field, stored)).toBe(stored);
        expect(compareStated(field, text, stored).level).not.toBe('different');
      }),
    );
  });
});

describe('what is on file where a paper says it', () => {
  const recorded: RecordedFacts = {
    client: {
      name: '示例归樾（深圳）有限公司',
      entityType: 'sole_trader',
      creditCode: '91440399MAXA00014R',
      legalRepresentative: '样例甲',
      address: null,
    },
    contacts: [
      { contactId: 'a', name: '样例甲', idNumber: null, isAdministrator: false },
      { contactId: 'b', name: '样例乙', idNumber: '440399198506121234', isAdministrator: true },
    ],
    bankAccounts: [
      { accountNumber: '4000', bankName: null },
      { accountNumber: '4001', bankName: '示例银行' },
    ],
    accounts: [{ name: '示例商城', originalId: null, appId: null }],
  };
  const onCard = (contactId: string | null) => ({ kind: 'id_card' as const, contactId });

  it.each(statedFields)('is text or nothing for %s', (field) => {
    for (const value of recordedValues(field, onCard('a'), recorded)) expect(value).not.toBe('');
  });

  it('is the person’s own on an ID card, the administrator’s on a letter', () => {
    expect(recordedValues('person_name', onCard('a'), recorded)).toEqual(['样例甲']);
    expect(recordedValues('id_number', onCard('a'), recorded)).toEqual([]);
    expect(recordedValues('person_name', onCard(null), recorded)).toEqual([]);
    const letter = { kind: 'authorisation_letter' as const, contactId: null };
    expect(recordedValues('administrator_name', letter, recorded)).toEqual(['样例乙']);
  });

  it('lets the account of a sole trader carry the operator’s name', () => {
    const proof = { kind: 'account_proof' as const, contactId: null };
    expect(recordedValues('subject_name', proof, recorded)).toEqual(['示例归樾（深圳）有限公司', '样例甲']);
    const licence = { kind: 'business_licence' as const, contactId: null };
    expect(recordedValues('subject_name', licence, recorded)).toEqual(['示例归樾（深圳）有限公司']);
  });

  it('is compared with the nearest, and not at all where either is empty', () => {
    const names = recordedValues('subject_name', onCard(null), recorded);
    expect(nearestRecorded('subject_name', '示例归樾(深圳)有限公司', names)?.comparison.level).toBe(
      'equivalent',
    );
    const numbers = ['4000', '4001'];
    expect(nearestRecorded('bank_account_number', '40 01', numbers)).toEqual({
      value: '4001',
      comparison: { level: 'identical' },
    });
    expect(nearestRecorded('bank_account_number', ' ', numbers)).toBeUndefined();
    expect(nearestRecorded('address', '示例路', [])).toBeUndefined();
  });
});
