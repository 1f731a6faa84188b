/** Ways in which a clean case is made a bad one, of which the seeded cases of the pre-check are put together. */
import { calendarDate, instantOf } from '#shared/domain/calendar-date.ts';
import type { FileFacts, PaperFacts, PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import { numberFieldOf } from '#shared/domain/stated-value.ts';
import { codeContradicts, entityTypes, mayCarryCodeOf } from '#shared/domain/entity-type.ts';
import type { StatedValues } from '#shared/domain/stated-value.ts';
import type { Platform } from '#shared/domain/platform.ts';
import { isSubjectDocument } from '#shared/domain/matrix-row.ts';
import type { ReturnReason } from '#shared/domain/rule-pack.ts';
import { codedTypes, creditCodeOf, packOf, returnedAtMs, withItems } from './pre-check-cases.ts';

export type Change = (facts: PreCheckFacts) => PreCheckFacts;

export const client =
  (part: Partial<PreCheckFacts['client']>): Change =>
  (facts) => ({ ...facts, client: { ...facts.client, ...part } });
export const contact =
  (part: Partial<PreCheckFacts['contacts'][number]>): Change =>
  (facts) => ({ ...facts, contacts: facts.contacts.map((one) => ({ ...one, ...part })) });
export const bank =
  (part: Partial<PreCheckFacts['bankAccounts'][number]>): Change =>
  (facts) => ({ ...facts, bankAccounts: facts.bankAccounts.map((one) => ({ ...one, ...part })) });

/** Changes every paper of a kind, and judges the checklist again. */
export const papers =
  (kind: PaperFacts['kind'], change: (paper: PaperFacts) => Partial<PaperFacts> | 'gone'): Change =>
  (facts) => {
    const changed = facts.papers.flatMap((paper) => {
      const part = isMeant(paper, kind) ? change(paper) : {};
      return part === 'gone' ? [] : [{ ...paper, ...part }];
    });
    return withItems({ ...facts, papers: changed });
  };
/** A business licence stands for whatever paper says who the subject is. */
export const isMeant = (paper: PaperFacts, kind: PaperFacts['kind']): boolean =>
  paper.kind === kind || (kind === 'business_licence' && isSubjectDocument(paper));

/** Changes what every paper of a kind says. */
export const says = (kind: PaperFacts['kind'], stated: StatedValues): Change =>
  papers(kind, (paper) => ({ stated: { ...paper.stated, ...stated } }));
export const number = (kind: PaperFacts['kind'], value: string): Change =>
  says(kind, { [numberFieldOf(kind) ?? '']: value });
export const filing =
  (change: Change): Change =>
  (facts) => ({ ...change(facts), kind: 'filing' });
/** An annual review of a certification that holds so long. */
export const review =
  (certification: NonNullable<PreCheckFacts['certification']>): Change =>
  (facts) => ({ ...facts, kind: 'annual_review', certification });
export const inTurn =
  (...changes: readonly Change[]): Change =>
  (facts) =>
    changes.reduce((before, change) => change(before), facts);
export const file = (part: Partial<FileFacts>, kind: PaperFacts['kind'] = 'business_licence'): Change =>
  papers(kind, (paper) => ({ files: paper.files.map((one) => ({ ...one, ...part })) }));
export const until = (kind: PaperFacts['kind'], day: string): Change =>
  papers(kind, () => ({ validUntil: calendarDate(day) }));
/** The licence ends on that day as it is on file, and nothing on the scan itself says so. */
export const onFile =
  (day: string): Change =>
  (facts) => {
    if (!facts.papers.some(isSubjectDocument)) return facts;
    const undated = facts.papers.map((paper) => {
      const copy = { ...paper };
      if (isSubjectDocument(paper)) Reflect.deleteProperty(copy, 'validUntil');
      return copy;
    });
    return client({ licenceUntil: calendarDate(day) })(withItems({ ...facts, papers: undated }));
  };
export const unmeasured = ({ part, mediaType, sizeBytes }: FileFacts): FileFacts => ({
  part,
  mediaType,
  sizeBytes,
});
export const state =
  (from: string, to: 'rejected' | 'to_confirm'): Change =>
  (facts) => ({
    ...facts,
    items: facts.items.map((item) => (item.requirementId.includes(from) ? { ...item, state: to } : item)),
  });
export const hasNoInvoice = ({ items }: PreCheckFacts): boolean =>
  !items.some(({ accepts }) => accepts.includes('invoice_information'));
/** Nobody has said yet whether an invoice is wanted. */
export const openInvoice: Change = (facts) => ({
  ...facts,
  items: facts.items.map((item) =>
    item.accepts.includes('invoice_information')
      ? { ...item, state: 'to_confirm' as const, reason: { code: 'applicability_unknown' as const } }
      : item,
  ),
});
export const returned =
  (...codes: readonly string[]): Change =>
  (facts) => ({
    ...facts,
    isReturned: true,
    returns: codes.map((reasonCode) => ({ reasonCode, atMs: returnedAtMs })),
  });
/** First sent back on that day, and again since. */
export const returnedLongAgo =
  (day: string): Change =>
  (facts) => ({
    ...returned('other', 'other')(facts),
    returns: [
      { reasonCode: 'other', atMs: instantOf(calendarDate(day), '23:30') },
      { reasonCode: 'other', atMs: returnedAtMs },
    ],
  });
/** Sent back for the reason of that number among those that the test is about, with the checklist judged again. */
export const sentBackFor =
  (isMeantReason: (reason: ReturnReason) => boolean, no: number, change: Change = (facts) => facts): Change =>
  (facts) => {
    const reasons = packOf(facts).returnReasons.filter(isMeantReason);
    const reason = reasons[no % Math.max(1, reasons.length)];
    return reason === undefined ? facts : withItems(change(returned(reason.code)(facts)));
  };
/** Without the papers that answer the return. */
export const withoutRemedies: Change = (facts) => {
  const code = facts.returns.at(-1)?.reasonCode;
  const rules = packOf(facts).returnReasons.find((one) => one.code === code)?.remedyDocuments ?? [];
  const isRemedy = ({ kind }: PaperFacts): boolean => rules.some(({ accepts }) => accepts.includes(kind));
  return { ...facts, papers: facts.papers.filter((paper) => !isRemedy(paper)) };
};
/** With the papers that the return asks for, all of them from before it. */
export const withRemedies: Change = (facts) => {
  const [first] = facts.papers;
  const remedies = withItems(facts).items.filter(
    ({ documentIds, state, choices }) =>
      state === 'missing' && documentIds.length === 0 && choices.every(({ option }) => option === 0),
  );
  if (first === undefined) return facts;
  const made = remedies.map(({ requirementId, accepts }): PaperFacts => ({
    ...first,
    documentId: requirementId,
    kind: accepts[0] ?? 'other',
    stated: {},
  }));
  return { ...facts, papers: [...facts.papers, ...made] };
};
/** Left as it is where the case can't be told of the order. */
export const unless =
  (isOther: (facts: PreCheckFacts) => boolean, change: Change): Change =>
  (facts) =>
    isOther(facts) ? facts : change(facts);
export const isOfSoleTrader = ({ client: { entityType } }: PreCheckFacts): boolean =>
  entityType === 'sole_trader';
export const isFiling = ({ kind }: PreCheckFacts): boolean => kind === 'filing';
export const hasNoLetter = (facts: PreCheckFacts): boolean =>
  facts.papers.every(({ kind }) => kind !== 'authorisation_letter');
export function withoutWord(item: PreCheckFacts['items'][number]): PreCheckFacts['items'][number] {
  const copy = { ...item };
  Reflect.deleteProperty(copy, 'decidedAtMs');
  return copy;
}
/** Nobody has said anything of an item since the return. */
export const unsaid: Change = (facts) => ({
  ...facts,
  items: facts.items.map(withoutWord),
});
export const without =
  (key: 'contacts' | 'bankAccounts'): Change =>
  (facts) => ({ ...facts, [key]: [] });
export const absent =
  (list: 'client' | 'contacts', field: string): Change =>
  (facts) => {
    const copy = structuredClone(facts);
    for (const one of list === 'client' ? [copy.client] : copy.contacts) Reflect.deleteProperty(one, field);
    return copy;
  };

export const named =
  (accountName: string): Change =>
  (facts) => ({ ...facts, accountName });

/** Named with the word of that number among those that the pack does not accept of such a body. */
export const namedByWord =
  (no: number): Change =>
  (facts) => {
    const rules = packOf(facts).nameRules?.words ?? [];
    const pairs = rules
      .filter(({ entityTypes: of }) => of?.includes(facts.client.entityType) ?? true)
      .flatMap(({ match, words }) => words.map((word) => ({ match, word })));
    const pair = pairs[no % Math.max(1, pairs.length)];
    if (pair === undefined) return facts;
    const own = '甲乙丙丁戊己庚辛壬癸子'.charAt(no);
    const names = {
      contains: `归樾${own}${pair.word}商城`,
      whole: pair.word,
      ends: `归樾${own}${pair.word}`,
      beyond: `归樾${own}商城★`,
    };
    return named(names[pair.match])(facts);
  };

export const otherCode = creditCodeOf('company', 77);
export const otherId = makeResidentId('44039919870612123');
export const secondAdministrator: Change = (facts) => ({
  ...facts,
  contacts: facts.contacts.flatMap((one) => [
    one,
    { ...one, contactId: 'another', name: '样例丙', idNumber: makeResidentId('44039919900101123') },
  ]),
});

/** The legal representative is another person than the administrator, and has this number. */
export const boss =
  (idNumber: string): Change =>
  (facts) => ({
    ...facts,
    contacts: facts.contacts.flatMap((one) => [
      one,
      { ...one, contactId: 'boss', isAdministrator: false, answersCalls: false, idNumber },
    ]),
  });
/** A deputy acts under the number of whoever is there already. */
export const sharedPhone =
  (phone: string): Change =>
  (facts) => ({
    ...facts,
    contacts: facts.contacts.flatMap((one) => [
      one,
      {
        ...one,
        contactId: 'deputy',
        name: '样例丙',
        idNumber: otherId,
        phone,
        isLegalRepresentative: false,
      },
    ]),
  });
export const accountIds =
  (ids: Readonly<Record<Platform, string>>): Change =>
  (facts) => ({ ...facts, appId: ids[facts.accountOn.platform] });
export const original =
  (originalId: string): Change =>
  (facts) => ({ ...facts, originalId });
export const withBasicBeside: Change = (facts) => ({
  ...facts,
  bankAccounts: facts.bankAccounts.flatMap((one) => [
    one,
    { ...one, bankAccountId: 'basic', kind: 'basic' as const, accountNumber: '400099999999999' },
  ]),
});
/** The order asks for the proof of an account. */
export const withProofAsked: Change = (facts) => ({
  ...facts,
  items: facts.items.map((item) =>
    item.accepts.includes('account_proof') ? { ...item, state: 'satisfied' as const } : item,
  ),
});
export const again = (paper: PaperFacts, times: number) => ({
  files: Array.from({ length: times }, () => paper.files).flat(),
});

/** Sixteen digits that pass the check of payment cards. */
export function luhn(first15: string): string {
  const digits = [...first15].map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${first15}${(10 - (sum % 10)) % 10}`;
}

/** A code whose last character is right, but whose organisation part is not. */
export function doubtful(start: string): string {
  const first17 = `${start.slice(0, 16).padEnd(16, '7')}3`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first17].reduce((total, character, index) => {
    const weight = 3 ** index % 31;
    return total + weight * alphabet.indexOf(character);
  }, 0);
  return `${first17}${alphabet.charAt((31 - (sum % 31)) % 31)}`;
}

/** The code of a sole trader for a company, and the other way round; no other pair is known to be refused. */
export const contradictingCode =
  (serial: number): Change =>
  (facts) => {
    const other = entityTypes.find((type) => codeContradicts(type, facts.client.entityType));
    return other === undefined ? facts : client({ creditCode: creditCodeOf(other, serial) })(facts);
  };

/** The code of that number among those that do not usually go with the entity type. */
export const unusualCode =
  (no: number): Change =>
  (facts) => {
    const { entityType } = facts.client;
    const others = codedTypes.filter(
      (type) => !mayCarryCodeOf(type, entityType) && !codeContradicts(type, entityType),
    );
    return client({ creditCode: creditCodeOf(others[no] ?? 'company', 3) })(facts);
  };
