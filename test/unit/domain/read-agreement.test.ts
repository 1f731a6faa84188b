import { describe, expect, it } from 'vitest';
import { agreementOf, targetOf } from '#shared/domain/read-agreement.ts';
import type { PaperOnFile } from '#shared/domain/read-agreement.ts';
import type { ReadField, ReadFieldName } from '#shared/domain/read-field.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { sampleCode } from '#test/support/read-pages.ts';

const read = (field: ReadFieldName, value: string, confidence = 0.95): ReadField => ({
  field,
  value,
  raw: value,
  box: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  confidence,
  doubts: [],
});

const licence: PaperOnFile = {
  kind: 'business_licence',
  contactId: null,
  stated: {},
  number: null,
  validFromOn: null,
  validUntil: null,
  issuedOn: null,
};

const recorded: RecordedFacts = {
  client: {
    name: '示例青禾（云汀）有限公司',
    entityType: 'company',
    creditCode: sampleCode,
    legalRepresentative: '示例甲',
    address: null,
  },
  contacts: [{ contactId: 'a', name: '示例乙', idNumber: null, isAdministrator: true }],
  bankAccounts: [
    { accountNumber: '20010010100011203', bankName: null },
    { accountNumber: '20010010100011299', bankName: null },
  ],
  accounts: [],
};

describe('what was read against what is known', () => {
  it('is held against the client’s days where the paper says who the client is', () => {
    const client = {
      ...recorded.client,
      establishedOn: calendarDate('2016-11-23'),
      licenceUntil: 'forever',
    } as const;
    const dated = { ...recorded, client };
    expect(agreementOf(read('founded_on', '2016-11-23'), licence, dated).state).toBe('agrees');
    expect(agreementOf(read('founded_on', '2016-11-28'), licence, dated)).toMatchObject({
      state: 'differs',
      known: [{ source: 'record', value: '2016-11-23' }],
    });
    expect(agreementOf(read('valid_until', 'forever'), licence, dated).state).toBe('agrees');
    expect(agreementOf(read('valid_until', '2036-01-01'), licence, dated).state).toBe('differs');
    const card: PaperOnFile = { ...licence, kind: 'id_card' };
    expect(agreementOf(read('valid_until', '2036-01-01'), card, dated).state).toBe('new');
    expect(agreementOf(read('founded_on', '2016-11-23'), licence, recorded).state).toBe('new');
  });

  it('agrees where all that is known says the same, in another spelling too, and hard to read or not', () => {
    expect(agreementOf(read('subject_name', '示例青禾(云汀)有限公司', 0.5), licence, recorded)).toEqual({
      state: 'agrees',
      known: [
        { source: 'record', value: '示例青禾（云汀）有限公司', differences: ['bracket_width'], isSame: true },
      ],
    });
    const noted = { ...licence, validUntil: 'forever' } as const;
    expect(agreementOf(read('valid_until', 'forever'), noted, recorded)).toMatchObject({ state: 'agrees' });
  });

  it('differs where one of them says otherwise', () => {
    const noted = { ...licence, stated: { legal_representative: '示例丙' } };
    expect(agreementOf(read('legal_representative', '示例丙'), noted, recorded)).toEqual({
      state: 'differs',
      known: [
        { source: 'paper', value: '示例丙', differences: [], isSame: true },
        { source: 'record', value: '示例甲', differences: [], isSame: false },
      ],
    });
    const dated = { ...licence, issuedOn: calendarDate('2024-06-18') };
    expect(agreementOf(read('issued_on', '2024-06-19'), dated, recorded)).toMatchObject({ state: 'differs' });
  });

  it('is new where nothing is known, and doubtful where that was hard to read', () => {
    expect(agreementOf(read('address', '云汀市示例路1号'), licence, recorded)).toEqual({ state: 'new' });
    expect(agreementOf(read('address', '云汀市示例路1号', 0.6), licence, recorded)).toMatchObject({
      state: 'doubtful',
    });
  });

  it('suggests the known code that a doubtful one looks like', () => {
    const alike = sampleCode.replace('0001', '0D01');
    expect(agreementOf(read('credit_code', alike, 0.4), licence, recorded)).toMatchObject({
      state: 'doubtful',
      suggestion: sampleCode,
    });
    expect(
      agreementOf(read('credit_code', sampleCode.replace('9144', '5122'), 0.4), licence, recorded),
    ).not.toHaveProperty('suggestion');
    expect(
      agreementOf(read('subject_name', '示例青禾（云订）有限公司', 0.6), licence, recorded),
    ).toMatchObject({ suggestion: '示例青禾（云汀）有限公司' });
  });

  it('takes any one of several accounts, the holder of a card, and not the address of a card', () => {
    const proof = { ...licence, kind: 'account_proof' } as const;
    expect(agreementOf(read('bank_account_number', '20010010100011299'), proof, recorded)).toMatchObject({
      state: 'agrees',
    });
    const card = { ...licence, kind: 'id_card', contactId: 'a' } as const;
    expect(agreementOf(read('person_name', '示例乙'), card, recorded)).toMatchObject({ state: 'agrees' });
    expect(agreementOf(read('person_name', '示例乙'), { ...card, contactId: null }, recorded)).toEqual({
      state: 'new',
    });
    const withAddress = { ...recorded, client: { ...recorded.client, address: '云汀市示例路1号' } };
    expect(agreementOf(read('address', '云汀市示例路2号'), card, withAddress)).toEqual({ state: 'new' });
  });

  it('knows where a confirmed value is kept', () => {
    expect(targetOf('business_licence', 'credit_code')).toEqual({ kind: 'stated', field: 'credit_code' });
    expect(targetOf('business_licence', 'valid_until')).toEqual({ kind: 'column', column: 'validUntil' });
    expect(targetOf('account_proof', 'valid_until')).toBeUndefined();
    expect(targetOf('food_business_permit', 'permit_number')).toEqual({ kind: 'column', column: 'number' });
    expect(targetOf('account_proof', 'permit_number')).toBeUndefined();
    expect(targetOf('business_licence', 'business_scope')).toBeUndefined();
  });
});
