import fc from 'fast-check';
import type { ApplicationKind } from '#shared/domain/application.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { calendarDate, dateOfInstant, instantOf } from '#shared/domain/calendar-date.ts';
import { instantiateChecklist } from '#shared/domain/checklist.ts';
import type { RequirementItem } from '#shared/domain/checklist.ts';
import { evaluateChecklist } from '#shared/domain/checklist-state.ts';
import type { ItemInput } from '#shared/domain/checklist-state.ts';
import { makeCreditCode } from '#shared/domain/credit-code.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import { organisationCheckCharacter } from '#shared/domain/organisation-code.ts';
import type { FileFacts, PaperFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import { isSentBack } from '#shared/domain/return-remedy.ts';
import { packFor } from '#shared/domain/rule-pack-lookup.ts';
import type { Holder, RulePack } from '#shared/domain/rule-pack.ts';
import { statedFieldsOf } from '#shared/domain/stated-value.ts';
import type { StatedField, StatedValues } from '#shared/domain/stated-value.ts';
import { certificationPack } from '#test/unit/rules/certification-pack.ts';
import { shippedPacks } from '#test/unit/rules/shipped-packs.ts';

export const today: CalendarDate = calendarDate('2026-09-22');

/** What a clean case is made of; all of it constructed. */
export interface CaseSeed {
  readonly entityType: EntityType;
  readonly name: string;
  readonly person: string;
  readonly creditCode: string;
  readonly idNumber: string;
  readonly accountNumber: string;
  readonly until: CalendarDate | 'forever';
  /** Who is the administrator, where it is not the legal representative. */
  readonly deputy?: { readonly name: string; readonly idNumber: string };
}

/** The order that a case is made for. */
export interface CaseOf {
  readonly pack: RulePack;
  readonly kind: ApplicationKind;
  /** The case has been sent back for this reason, and answered. */
  readonly returnedFor?: string;
}

const prefixes: Readonly<Partial<Record<EntityType, string>>> = {
  sole_trader: '92',
  cooperative: '93',
  government: '11',
  public_institution: '12',
  social_group: '51',
  private_non_enterprise: '52',
  foundation: '53',
  committee: '54',
  law_firm: '31',
  other_organisation: '59',
};

/** Types that a code speaks for by its beginning. */
export const codedTypes: readonly EntityType[] = [
  'company',
  ...entityTypes.filter((type) => prefixes[type] !== undefined),
];

export const creditCodeOf = (entityType: EntityType, serial: number): string => {
  const body = `MAX${String(serial).padStart(5, '0')}`;
  return makeCreditCode(`${prefixes[entityType] ?? '91'}440399${body}${organisationCheckCharacter(body)}`);
};

const goodFile = (part: FileFacts['part']): FileFacts => ({
  part,
  mediaType: 'image/jpeg',
  sizeBytes: 800_000,
  widthPx: 1600,
  heightPx: 2200,
  isGrey: false,
});

const accountName = '示例归樾商城';
const originalId = 'gh_0123456789ab';
const address = '示例市归樾路8号';
const bankName = '示例银行归樾支行';

const appIds = {
  wechat: 'wx3f2f93161fc25a00',
  alipay: '2021000000000000',
  baidu: '10000001',
  douyin: 'tt3f2f93161fc25a00',
} as const;
const merchantNumber = '1900000109';

/** What a paper of a kind says when it says the same as everything else. */
function statedOn(kind: DocumentKind, seed: CaseSeed, appId: string, holder?: Holder): StatedValues {
  const boss = { name: seed.person, idNumber: seed.idNumber };
  const administrator = seed.deputy ?? boss;
  const person = holder === 'administrator' ? administrator : boss;
  const values: Record<StatedField, string> = {
    subject_name: seed.name,
    credit_code: seed.creditCode,
    legal_representative: seed.person,
    address,
    person_name: person.name,
    id_number: person.idNumber,
    administrator_name: administrator.name,
    administrator_id_number: administrator.idNumber,
    account_name: accountName,
    original_id: originalId,
    app_id: appId,
    bank_account_number: seed.accountNumber,
    bank_name: bankName,
    owner_name: seed.name,
  };
  return Object.fromEntries(
    statedFieldsOf(kind).flatMap((field) => (values[field] === '' ? [] : [[field, values[field]]])),
  );
}

const ofCertification: CaseOf = { pack: certificationPack, kind: 'first_certification' };

/** When the papers came, before and after the return of a case that was sent back. */
export const receivedAtMs = instantOf(calendarDate('2026-09-10'));
export const returnedAtMs = instantOf(calendarDate('2026-09-12'));
const answeredAtMs = instantOf(calendarDate('2026-09-14'));

/** A case in which nothing is left to find: every paper asked for is there, and every source says the same. */
export function cleanCase(seed: CaseSeed, of: CaseOf = ofCertification): PreCheckFacts {
  const { name, person, accountNumber, idNumber, until, deputy } = seed;
  const { pack, kind, returnedFor } = of;
  const [accountKind = 'mini_program'] = pack.accountKinds;
  const appId = accountKind === 'merchant' ? merchantNumber : appIds[pack.platform];
  const hasCode = seed.entityType !== 'individual' && seed.entityType !== 'overseas';
  const own = { ...seed, creditCode: hasCode ? seed.creditCode : '' };
  const asked = itemsAskedOf(of, seed.entityType, deputy !== undefined);
  const reason = pack.returnReasons.find(({ code }) => code === returnedFor);
  const papers = papersOf(own, asked, appId, {
    atMs: reason === undefined ? receivedAtMs : answeredAtMs,
    hasNewPermit: reason?.rejects === 'permit',
  });
  const base = { phone: '13800000000', availableHours: '9:00–18:00', answersCalls: true };
  const boss = { contactId: 'contact', name: person, idNumber, isLegalRepresentative: true };
  const facts: PreCheckFacts = {
    today,
    kind,
    openedOn: calendarDate('2026-09-01'),
    isReturned: returnedFor !== undefined,
    ...(returnedFor === undefined && { certification: { until: calendarDate('2026-11-20') } }),
    client: {
      name,
      entityType: seed.entityType,
      ...(hasCode && { creditCode: seed.creditCode, standing: 'operating' }),
      ...(!hasCode && seed.entityType === 'overseas' && { creditCode: '12345678', standing: 'operating' }),
      standingCheckedOn: calendarDate('2026-09-02'),
      legalRepresentative: person,
      address,
      licenceUntil: until,
    },
    accountName,
    // The list is not for bodies abroad.
    ...(seed.entityType !== 'overseas' && { category: '工具-天气' }),
    accountOn: { platform: pack.platform, kind: accountKind },
    appId,
    originalId,
    otherAccounts: [{ name: '示例归樾会员', originalId: 'gh_ffffffffffff' }],
    contacts:
      deputy === undefined
        ? [{ ...base, ...boss, isAdministrator: true }]
        : [
            { ...base, ...boss, answersCalls: false, isAdministrator: false },
            {
              ...base,
              ...deputy,
              phone: '13800000001',
              contactId: 'deputy',
              isLegalRepresentative: false,
              isAdministrator: true,
            },
          ],
    bankAccounts: [
      {
        bankAccountId: 'bank',
        kind: 'basic',
        holder: 'corporate',
        holderName: name,
        accountNumber,
        bankName,
      },
    ],
    papers,
    items: [],
    returns: returnedFor === undefined ? [] : [{ reasonCode: returnedFor, atMs: returnedAtMs }],
  };
  return withItems(facts, of);
}

/** The papers that the order asks for, those that its return is answered with, and those that say the same beside them. */
function papersOf(
  seed: CaseSeed,
  asked: readonly RequirementItem[],
  appId: string,
  { atMs, hasNewPermit }: { readonly atMs: number; readonly hasNewPermit: boolean },
): PaperFacts[] {
  const paper = (documentId: string, kind: DocumentKind, holder?: Holder): PaperFacts => ({
    documentId,
    kind,
    stated: statedOn(kind, seed, appId, holder),
    receivedOn: dateOfInstant(atMs),
    receivedAtMs: atMs,
    files: kind === 'id_card' ? [goodFile('front'), goodFile('back')] : [goodFile('whole')],
    ...(holder && { contactId: holder === 'administrator' && seed.deputy ? 'deputy' : 'contact' }),
  });
  const own = new Set(['authorisation_letter', 'trademark_certificate']);
  return [
    ...asked
      .filter(({ needed, accepts }) => needed === 'required' || own.has(accepts[0] ?? ''))
      .filter(({ choices }) => choices.every(({ option }) => option === 0))
      .map(({ requirementId, accepts, holder }) => ({
        ...paper(requirementId, accepts[0] ?? 'other', holder),
        validUntil: seed.until,
      })),
    ...(hasNewPermit ? [paper('permit', 'industry_permit')] : []),
    paper('proof', 'account_proof'),
    paper('form', 'platform_form'),
  ];
}

function itemsAskedOf({ pack, kind, returnedFor }: CaseOf, entityType: EntityType, hasDeputy: boolean) {
  const result = instantiateChecklist(pack, {
    entityType,
    kind,
    facts: {
      ...(hasDeputy && { administrator_is_legal_representative: false }),
      ...(returnedFor !== undefined && { returnReasonCodes: [returnedFor] }),
    },
  });
  if (!result.ok) throw new Error(`not covered: ${entityType}`);
  return result.items;
}

/** The pack that judges a case of these facts. */
export const packOf = ({ accountOn, kind }: PreCheckFacts): RulePack =>
  packFor(shippedPacks, { platform: accountOn.platform }, kind) ?? certificationPack;

/** The same with its checklist judged again; what nobody put a paper to is decided not to be needed. */
export function withItems(
  facts: PreCheckFacts,
  of: Omit<CaseOf, 'returnedFor'> = { pack: packOf(facts), kind: facts.kind },
): PreCheckFacts {
  const { papers, contacts, client, returns, isReturned } = facts;
  const last = isReturned ? returns.at(-1) : undefined;
  const reason = of.pack.returnReasons.find(({ code }) => code === last?.reasonCode);
  const hasDeputy = contacts.some((one) => one.isLegalRepresentative && !one.isAdministrator);
  const returnedFor = last?.reasonCode;
  const asked = itemsAskedOf({ ...of, ...(returnedFor && { returnedFor }) }, client.entityType, hasDeputy);
  const own = (requirementId: string) => papers.filter(({ documentId }) => documentId === requirementId);
  const isOld = (atMs: number): boolean => last !== undefined && atMs <= last.atMs;
  const inputs = new Map(
    asked.map((item): [string, ItemInput] => [
      item.requirementId,
      {
        documents: own(item.requirementId).map(({ kind, files, validUntil, receivedAtMs: atMs }) => ({
          kind,
          parts: files.map(({ part }) => part),
          ...(validUntil && { validUntil }),
          rejected: isSentBack(item, reason) && isOld(atMs),
        })),
        decision: item.needed === 'required' || own(item.requirementId).length > 0 ? null : 'not_needed',
      },
    ]),
  );
  const items = evaluateChecklist(asked, inputs, today).map((item) => {
    const documents = own(item.requirementId);
    return {
      ...item,
      documentIds: documents.map(({ documentId }) => documentId),
      ...(documents.length > 0
        ? { newestAtMs: Math.max(...documents.map((one) => one.receivedAtMs)) }
        : { decidedAtMs: answeredAtMs }),
    };
  });
  return { ...facts, items };
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
    fc.constantFrom<EntityType>('company', 'sole_trader', 'public_institution'),
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
    fc.option(fc.record({ name: fc.constantFrom('样例戊', '样例己'), idNumber }), { nil: undefined }),
  )
  .map(([entityType, name, person, serial, id, account, until, deputy]) => ({
    entityType,
    name,
    person,
    creditCode: creditCodeOf(entityType, serial),
    idNumber: id,
    accountNumber: `4000${String(account).padStart(11, '0')}`,
    until,
    ...(deputy && { deputy }),
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
