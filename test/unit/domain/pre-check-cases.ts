import fc from 'fast-check';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import { evaluateChecklist } from '#shared/domain/checklist-state.ts';
import type { ItemInput } from '#shared/domain/checklist-state.ts';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { organisationCheckCharacter } from '#shared/domain/organisation-code.ts';
import type { FileFacts, PaperFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import { statedFieldsOf } from '#shared/domain/stated-value.ts';
import type { StatedField, StatedValues } from '#shared/domain/stated-value.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';

export const today: CalendarDate = calendarDate('2026-09-22');

/** What a clean case is made of; all of it constructed. */
export interface CaseSeed {
  readonly entityType: 'company' | 'sole_trader' | 'public_institution';
  readonly name: string;
  readonly person: string;
  readonly creditCode: string;
  readonly idNumber: string;
  readonly accountNumber: string;
  readonly until: CalendarDate | 'forever';
}

const prefixes = { company: '91', sole_trader: '92', public_institution: '12' } as const;

export const creditCodeOf = (entityType: CaseSeed['entityType'], serial: number): string => {
  const body = `MAX${String(serial).padStart(5, '0')}`;
  return makeCreditCode(`${prefixes[entityType]}440399${body}${organisationCheckCharacter(body)}`);
};

const goodFile = (part: FileFacts['part']): FileFacts => ({
  part,
  mediaType: 'image/jpeg',
  sizeBytes: 800_000,
  widthPx: 1600,
  heightPx: 2200,
});

const accountName = '示例归樾商城';
const originalId = 'gh_0123456789ab';
const address = '示例市归樾路8号';
const bankName = '示例银行归樾支行';

/** What a paper of a kind says when it says the same as everything else. */
function statedOn(kind: DocumentKind, seed: CaseSeed): StatedValues {
  const values: Record<StatedField, string> = {
    subject_name: seed.name,
    credit_code: seed.creditCode,
    legal_representative: seed.person,
    address,
    person_name: seed.person,
    id_number: seed.idNumber,
    administrator_name: seed.person,
    administrator_id_number: seed.idNumber,
    account_name: accountName,
    original_id: originalId,
    bank_account_number: seed.accountNumber,
    bank_name: bankName,
    owner_name: seed.name,
  };
  return Object.fromEntries(statedFieldsOf(kind).map((field) => [field, values[field]]));
}

/** A case in which nothing is left to find: every paper asked for is there, and every source says the same. */
export function cleanCase(seed: CaseSeed): PreCheckFacts {
  const { entityType, name, person, creditCode, idNumber, accountNumber, until } = seed;
  const papers = papersOf(seed);
  return {
    today,
    kind: 'first_certification',
    openedOn: calendarDate('2026-09-01'),
    isReturned: false,
    client: { name, entityType, creditCode, legalRepresentative: person, address, licenceUntil: until },
    accountName,
    originalId,
    otherAccounts: [{ name: '示例归樾会员', originalId: 'gh_ffffffffffff' }],
    contacts: [
      {
        contactId: 'contact',
        name: person,
        phone: '13800000000',
        idNumber,
        availableHours: '9:00–18:00',
        isLegalRepresentative: true,
        isAdministrator: true,
        answersCalls: true,
      },
    ],
    bankAccounts: [{ bankAccountId: 'bank', holder: 'corporate', holderName: name, accountNumber, bankName }],
    papers,
    items: itemsWith(entityType, papers),
    returns: [],
  };
}

function papersOf(seed: CaseSeed): PaperFacts[] {
  const paper = (documentId: string, kind: DocumentKind): PaperFacts => ({
    documentId,
    kind,
    stated: statedOn(kind, seed),
    receivedOn: calendarDate('2026-09-10'),
    files: kind === 'id_card' ? [goodFile('front'), goodFile('back')] : [goodFile('whole')],
  });
  const asked = itemsAskedOf(seed.entityType)
    .filter(({ needed }) => needed === 'required')
    .map(({ requirementId, accepts, holder }): PaperFacts => ({
      ...paper(requirementId, accepts[0] ?? 'other'),
      validUntil: seed.until,
      ...(holder && { contactId: 'contact' }),
    }));
  return [
    ...asked,
    paper('proof', 'account_proof'),
    paper('account.authorisation_letter', 'authorisation_letter'),
    paper('account.name_basis', 'trademark_certificate'),
    paper('form', 'platform_form'),
  ];
}

function itemsAskedOf(entityType: EntityType) {
  const result = instantiateChecklist(pack, { entityType, kind: 'first_certification', facts: {} });
  if (!result.ok) throw new Error(`not covered: ${entityType}`);
  return result.items;
}

/** The checklist of that type with the papers put where they belong; what is only asked if applicable is decided. */
export function itemsWith(entityType: EntityType, papers: readonly PaperFacts[]): PreCheckFacts['items'] {
  const asked = itemsAskedOf(entityType);
  const own = (requirementId: string) => papers.filter(({ documentId }) => documentId === requirementId);
  const inputs = new Map(
    asked.map(({ requirementId, needed }): [string, ItemInput] => [
      requirementId,
      {
        documents: own(requirementId).map(({ kind, files, validUntil }) => ({
          kind,
          parts: files.map(({ part }) => part),
          ...(validUntil && { validUntil }),
        })),
        decision: needed === 'required' ? null : 'not_needed',
      },
    ]),
  );
  return evaluateChecklist(asked, inputs, today).map((item) => ({
    ...item,
    documentIds: own(item.requirementId).map(({ documentId }) => documentId),
  }));
}

const characters = fc.constantFrom(...'归樾栩禾青岚云栈澄屿砚舟');
const words = fc.array(characters, { minLength: 2, maxLength: 6 }).map((parts) => parts.join(''));
const companyName = fc
  .tuple(words, fc.constantFrom('', '（深圳）', '(北京)'), fc.constantFrom('有限公司', '股份有限公司'))
  .map(([word, place, ending]) => `示例${word}${place}${ending}`);

const idNumber = fc
  .tuple(
    fc.integer({ min: 1960, max: 2000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) =>
    fc.integer({ min: 0, max: 999 }).map((serial) => {
      const two = (value: number): string => String(value).padStart(2, '0');
      return makeResidentId(`440399${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`);
    }),
  );

/** Clean cases of every kind: names with and without brackets, papers without and with an end. */
export const caseSeed: fc.Arbitrary<CaseSeed> = fc
  .tuple(
    fc.constantFrom('company', 'sole_trader', 'public_institution'),
    companyName,
    fc.constantFrom('样例甲', '样例乙', '样例丙丁'),
    fc.integer({ min: 1, max: 99_999 }),
    idNumber,
    fc.integer({ min: 1, max: 999_999_999 }),
    fc.constantFrom<CalendarDate | 'forever'>(
      'forever',
      calendarDate('2031-05-20'),
      calendarDate('2027-02-28'),
    ),
  )
  .map(([entityType, name, person, serial, id, account, until]) => ({
    entityType,
    name,
    person,
    creditCode: creditCodeOf(entityType, serial),
    idNumber: id,
    accountNumber: `4000${String(account).padStart(11, '0')}`,
    until,
  }));

export const sampleSeed: CaseSeed = {
  entityType: 'company',
  name: '示例归樾（深圳）家居用品有限公司',
  person: '样例甲',
  creditCode: creditCodeOf('company', 14),
  idNumber: makeResidentId('44039919850612123'),
  accountNumber: '400000000012345',
  until: calendarDate('2031-05-20'),
};
