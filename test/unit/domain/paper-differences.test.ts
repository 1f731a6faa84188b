import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { editDistance } from '#shared/domain/edit-distance.ts';
import { comparedCount, differencesOf, isContradicted } from '#shared/domain/paper-differences.ts';
import { sayingsOf } from '#shared/domain/paper-sayings.ts';
import type { PaperSaying } from '#shared/domain/paper-sayings.ts';
import type { ReadField } from '#shared/domain/read-field.ts';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';
import { statedFieldsOf } from '#shared/domain/stated-value.ts';
import type { StatedField } from '#shared/domain/stated-value.ts';
import { creditCodeOf, sampleCode, sampleId } from '#test/support/read-pages.ts';
import '#test/support/property-seed.ts';

const recorded: RecordedFacts = {
  client: {
    name: '示例青禾商贸有限公司',
    entityType: 'company',
    creditCode: sampleCode,
    legalRepresentative: '示例甲',
    address: '云汀市栩水区示例路19号',
  },
  contacts: [{ contactId: 'a', name: '示例乙', idNumber: sampleId, isAdministrator: true }],
  bankAccounts: [{ accountNumber: '20010010100011203', bankName: '云汀商业银行示例支行' }],
  accounts: [{ name: '示例青禾', originalId: 'gh_0123456789ab', appId: 'wx0123456789abcdef' }],
};
const own: Readonly<Record<StatedField, string>> = {
  subject_name: recorded.client.name,
  owner_name: recorded.client.name,
  credit_code: sampleCode,
  legal_representative: '示例甲',
  address: '云汀市栩水区示例路19号',
  person_name: '示例乙',
  id_number: sampleId,
  administrator_name: '示例乙',
  administrator_id_number: sampleId,
  account_name: '示例青禾',
  original_id: 'gh_0123456789ab',
  app_id: 'wx0123456789abcdef',
  bank_account_number: '20010010100011203',
  bank_name: '云汀商业银行示例支行',
};
const otherCode = creditCodeOf('MA7NR5K9');
const otherId = makeResidentId('42010519710302145');

const holder = (kind: DocumentKind) => ({ kind, contactId: kind === 'id_card' ? 'a' : null });
const saying = (
  field: StatedField,
  value: string,
  reading: PaperSaying['reading'] = 'certain',
): PaperSaying => ({ field, value, reading });
const judge = (kind: DocumentKind, ...sayings: PaperSaying[]) =>
  differencesOf(holder(kind), sayings, recorded).map(({ field, weight }) => [field, weight]);

const anyKind = fc.constantFrom(...documentKinds);
const anyReading = fc.constantFrom<PaperSaying['reading']>('certain', 'unclear', 'loose');
const anyText = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
/** Anything that a paper of the kind may say, with its own name and number on top. */
const anySayings = (kind: DocumentKind) =>
  fc.uniqueArray(
    fc.record({ field: fc.constantFrom(...fieldsOf(kind)), value: anyText, reading: anyReading }),
    {
      selector: ({ field }) => field,
    },
  );
const fieldsOf = (kind: DocumentKind): StatedField[] => [
  ...new Set<StatedField>([...statedFieldsOf(kind), 'credit_code', 'subject_name']),
];

describe('a paper held against the client', () => {
  it('that repeats what is on file differs in nothing, however badly it was read', () => {
    fc.assert(
      fc.property(anyKind, anyReading, (kind, reading) => {
        const sayings = fieldsOf(kind).map((field) => saying(field, own[field], reading));
        expect(differencesOf(holder(kind), sayings, recorded)).toEqual([]);
        expect(comparedCount(holder(kind), sayings, recorded)).toBe(sayings.length);
      }),
    );
  });

  /** A paper of a body, with one credit code on it. */
  const bearing = (code: string) =>
    anyKind
      .filter((kind) => kind !== 'id_card')
      .chain((kind) => fc.tuple(fc.constant(kind), anySayings(kind)))
      .map(([kind, sayings]) => {
        const others = sayings.filter(({ field }) => field !== 'credit_code');
        return differencesOf(holder(kind), [saying('credit_code', code), ...others], recorded);
      });

  it('never is another’s once it bears the client’s number', () => {
    fc.assert(
      fc.property(bearing(sampleCode), (differences) => {
        expect(isContradicted(differences)).toBe(false);
      }),
    );
  });

  it('is another’s with another number that was read well, whatever else it says', () => {
    fc.assert(
      fc.property(bearing(otherCode), (differences) => {
        expect(isContradicted(differences)).toBe(true);
        expect(differences.filter(({ weight }) => weight === 'change')).toEqual([]);
      }),
    );
  });

  it('is never another’s by what may be something else, or where nothing is on file', () => {
    const nothing: RecordedFacts = {
      client: { ...recorded.client, name: '', creditCode: null, legalRepresentative: null, address: null },
      contacts: [],
      bankAccounts: [],
      accounts: [],
    };
    fc.assert(
      fc.property(
        anyKind.chain((kind) => fc.tuple(fc.constant(kind), anySayings(kind))),
        ([kind, sayings]) => {
          const loose = sayings.map((one) => ({ ...one, reading: 'loose' as const }));
          expect(isContradicted(differencesOf(holder(kind), loose, recorded))).toBe(false);
          expect(differencesOf(holder(kind), sayings, nothing)).toEqual([]);
        },
      ),
    );
  });

  it('tells a renamed body and a new head from another body', () => {
    const renamed = saying('subject_name', '示例望潮商贸有限公司');
    const head = saying('legal_representative', '示例丁');
    expect(judge('business_licence', saying('credit_code', sampleCode), renamed, head)).toEqual([
      ['subject_name', 'change'],
      ['legal_representative', 'change'],
    ]);
    expect(judge('business_licence', renamed, head)).toEqual([
      ['subject_name', 'conflict'],
      ['legal_representative', 'conflict'],
    ]);
    expect(judge('business_licence', head)).toEqual([['legal_representative', 'change']]);
    expect(judge('food_business_permit', saying('credit_code', otherCode), renamed)).toEqual([
      ['credit_code', 'conflict'],
      ['subject_name', 'conflict'],
    ]);
  });

  it('tells one person from another by the number, and by the name where there is none', () => {
    const name = saying('person_name', '示例丙');
    expect(judge('id_card', saying('id_number', otherId))).toEqual([['id_number', 'conflict']]);
    expect(judge('id_card', saying('id_number', sampleId), name)).toEqual([['person_name', 'change']]);
    expect(judge('id_card', name)).toEqual([['person_name', 'conflict']]);
    // A passport’s number is nothing that a card’s could be held against.
    expect(judge('id_card', saying('id_number', 'E12345678'))).toEqual([['id_number', 'unclear']]);
  });

  it('takes what was hard to read for another’s only where it is far from what is known', () => {
    const misread = `${sampleCode.slice(0, 10)}8${sampleCode.slice(11)}`;
    expect(judge('business_licence', saying('credit_code', misread, 'unclear'))).toEqual([
      ['credit_code', 'unclear'],
    ]);
    expect(judge('business_licence', saying('credit_code', otherCode, 'unclear'))).toEqual([
      ['credit_code', 'conflict'],
    ]);
    expect(judge('business_licence', saying('credit_code', otherCode, 'loose'))).toEqual([
      ['credit_code', 'unclear'],
    ]);
  });

  it('lets a bank, a head office and a new administrator change', () => {
    expect(judge('account_proof', saying('bank_account_number', '99990010100011203'))).toEqual([
      ['bank_account_number', 'change'],
    ]);
    expect(judge('authorisation_letter', saying('administrator_id_number', otherId))).toEqual([
      ['administrator_id_number', 'change'],
    ]);
    expect(judge('business_licence', saying('address', '云汀市示例街2号'))).toEqual([['address', 'change']]);
  });
});

describe('what a paper says', () => {
  const read = (field: ReadField['field'], value: string, more: Partial<ReadField> = {}): ReadField => ({
    ...{ field, value, raw: value, confidence: 0.95, doubts: [] },
    box: [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
    ...more,
  });

  it('is what somebody has noted before what was read', () => {
    const paper = { kind: 'business_licence', stated: { credit_code: sampleCode } } as const;
    expect(sayingsOf(paper, [read('credit_code', otherCode), read('business_scope', '餐饮')])).toEqual([
      saying('credit_code', sampleCode),
    ]);
  });

  it('is certain, unclear or loose by how it was read', () => {
    const paper = { kind: 'business_licence', stated: {} } as const;
    const readingOf = (more: Partial<ReadField>) =>
      sayingsOf(paper, [read('credit_code', otherCode, more)])[0]?.reading;
    expect(readingOf({})).toBe('certain');
    expect(readingOf({ confidence: 0.4, doubts: ['check_failed', 'faint'] })).toBe('unclear');
    expect(readingOf({ confidence: 0.5, doubts: ['shape', 'faint'] })).toBe('loose');
  });

  it('of an ID card has no address: that is its holder’s', () => {
    expect(sayingsOf({ kind: 'id_card', stated: {} }, [read('address', '示例路')])).toEqual([]);
  });
});

describe('the distance of two texts', () => {
  it('is a metric', () => {
    const text = fc.string({ maxLength: 12, unit: fc.constantFrom('甲', '乙', '丙', '1') });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
    expect(editDistance('营业执照', '营业执')).toBe(1);
  });
});
