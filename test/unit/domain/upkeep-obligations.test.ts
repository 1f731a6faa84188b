import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualReportTerm, annualReportsTurn } from '#shared/domain/annual-report.ts';
import { addDays, calendarDate, compareDates, yearOf } from '#shared/domain/calendar-date.ts';
import type { ClientFacts } from '#shared/domain/client-facts.ts';
import { documentKinds, subjectDocumentKinds } from '#shared/domain/document-kind.ts';
import { entityTypes } from '#shared/domain/entity-type.ts';
import type { Obligation } from '#shared/domain/obligations.ts';
import { obligationsOf } from '#shared/domain/obligations.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { companyUpkeep as upkeep } from '#test/unit/rules/company-upkeep.ts';

const calendar = createWorkingCalendar();
const day = calendarDate;
const client = { clientId: 'c1', name: '示例公司', entityType: 'company' } as const;
const bare: ClientFacts = {
  ...{ client, today: day('2026-03-10') },
  ...{ accounts: [], applications: [], endedOrders: [], documents: [], fees: [], tasks: [] },
};
type Said = Partial<ClientFacts['client']>;

const derive = (facts: Partial<ClientFacts>): Obligation[] =>
  obligationsOf({ ...bare, ...facts }, { packs: [], upkeep }, calendar);
const reportOf = (said: Said, today = '2026-03-10'): Obligation | undefined =>
  derive({ client: { ...client, ...said }, today: day(today) }).find(({ kind }) => kind === 'annual_report');

describe('the company annual report', () => {
  it('without a noted year is the one due this year, planned for a working day before its end', () => {
    expect(reportOf({ consultantId: 'k1' })).toEqual({
      id: 'annual_report:c1',
      kind: 'annual_report',
      clientId: 'c1',
      consultantId: 'k1',
      opensOn: '2026-01-01',
      // 31 May is a Sunday.
      internalOn: '2026-05-29',
      legalOn: '2026-06-30',
      dueOn: '2026-05-29',
      unit: 'calendar_day',
      waitingOn: 'us',
      provisional: false,
      subject: '2025',
    });
  });

  it('is for the first year that was not filed, however long ago or far ahead', () => {
    expect(reportOf({ annualReportYear: 2025 })).toMatchObject({
      subject: '2026',
      opensOn: '2027-01-01',
      legalOn: '2027-06-30',
      provisional: true,
    });
    expect(reportOf({ annualReportYear: 2022 })).toMatchObject({
      subject: '2023',
      legalOn: '2024-06-30',
      internalOn: '2024-05-31',
      dueOn: '2024-05-31',
    });
  });

  it('that nobody noted is a question once its end has passed: no plan, and last in the agenda', () => {
    const [last, after] = ['2026-06-30', '2026-07-01'].map((today) => reportOf({}, today));
    expect(last).toMatchObject({ internalOn: '2026-05-29', dueOn: '2026-05-29' });
    expect(after).toMatchObject({ legalOn: '2026-06-30', dueOn: '9999-12-31' });
    expect(after).not.toHaveProperty('internalOn');
    expect(reportOf({ annualReportYear: 2024 }, '2026-07-01')).toMatchObject({ internalOn: '2026-05-29' });
  });

  it('is owed from the year after the establishment', () => {
    expect(reportOf({ establishedOn: day('2026-01-01') })).toBeUndefined();
    expect(reportOf({ establishedOn: day('2025-12-31') })).toMatchObject({ subject: '2025' });
    expect(reportOf({ establishedOn: day('2026-01-01') }, '2027-01-01')).toMatchObject({ subject: '2026' });
  });

  it('opens on 1 March for a representative office, and is asked of the five kinds of bodies alone', () => {
    expect(reportOf({ entityType: 'representative_office' })).toMatchObject({ opensOn: '2026-03-01' });
    expect(entityTypes.filter((entityType) => reportOf({ entityType }) !== undefined)).toEqual([
      'company',
      'branch',
      'sole_trader',
      'representative_office',
      'cooperative',
    ]);
  });

  it('changes without a change of the client only where two days turn', () => {
    const anyDay = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(day('2025-01-01'), days));
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...entityTypes), (before, today, entityType) => {
        const turns = annualReportsTurn(upkeep.annualReport, before, today);
        const of = (on: typeof before, annualReportYear?: number) =>
          annualReportTerm(
            { client: { ...client, entityType, ...(annualReportYear && { annualReportYear }) }, today: on },
            upkeep.annualReport,
            calendar,
          );
        if (!turns) expect(of(today)).toEqual(of(before));
        expect(of(today, 2025)).toEqual(of(before, 2025));
        if (yearOf(before) !== yearOf(today)) expect(turns).toBe(true);
      }),
    );
  });
});

const account = {
  accountId: 'a1',
  name: '示例小程序',
  platform: 'wechat',
  accountKind: 'mini_program',
} as const;
const filed = { ...client, annualReportYear: 2025, licenceUntil: day('2026-12-20') };
const licence = { documentId: 'd1', kind: 'business_licence', validUntil: day('2026-12-20') } as const;

const withoutReport = (rows: readonly Obligation[]) => rows.filter(({ kind }) => kind !== 'annual_report');

describe('the term of the licence', () => {
  it('keeps the margin that a filing asks for, and begins with the renewal', () => {
    expect(withoutReport(derive({ client: filed, accounts: [account] }))).toEqual([
      {
        id: 'licence_term:c1',
        kind: 'licence_term',
        clientId: 'c1',
        startsOn: '2026-09-21',
        internalOn: '2026-11-20',
        legalOn: '2026-12-20',
        dueOn: '2026-11-20',
        unit: 'calendar_day',
        waitingOn: 'us',
        provisional: false,
        subject: 'business_licence',
      },
    ]);
  });

  it('needs an end and an account that is filed', () => {
    const of = (facts: Partial<ClientFacts>) => withoutReport(derive({ client: filed, ...facts }));
    expect(of({})).toEqual([]);
    expect(of({ accounts: [{ ...account, accountKind: 'merchant' }] })).toEqual([]);
    expect(of({ accounts: [{ ...account, platform: 'baidu' }] })).toEqual([]);
    const { licenceUntil, ...endless } = filed;
    expect(licenceUntil).toBe('2026-12-20');
    expect(of({ client: endless, accounts: [account] })).toEqual([]);
    expect(of({ client: { ...filed, licenceUntil: 'forever' }, accounts: [account] })).toEqual([]);
  });

  it('stands for the expiry of the same paper, not for that of another', () => {
    const other = { ...licence, documentId: 'd0', validUntil: day('2027-12-20') };
    const idCard = { documentId: 'd2', kind: 'id_card', validUntil: licence.validUntil } as const;
    const documents = [idCard, licence, other];
    const rows = withoutReport(derive({ client: filed, accounts: [account], documents }));
    expect(rows.map(({ id }) => id)).toEqual(['licence_term:c1', 'paper_expiry:d0', 'paper_expiry:d2']);
    expect(rows[0]).toMatchObject({ documentId: 'd1' });
    const noAccount = withoutReport(derive({ client: filed, documents }));
    expect(noAccount.map(({ id }) => id)).toEqual(['paper_expiry:d0', 'paper_expiry:d1', 'paper_expiry:d2']);
  });

  it('names the paper by which the client is registered', () => {
    const kinds = entityTypes.map(
      (entityType) => derive({ client: { ...filed, entityType }, accounts: [account] }).at(-1)?.subject,
    );
    expect(kinds.every((kind) => subjectDocumentKinds.some((subject) => subject === kind))).toBe(true);
    expect(kinds[entityTypes.indexOf('law_firm')]).toBe('law_firm_licence');
  });

  it('shows the end of every dated paper exactly once', () => {
    const ends = [licence.validUntil, day('2027-02-28'), 'forever'] as const;
    const documents = fc.uniqueArray(
      fc.record({
        documentId: fc.constantFrom('d1', 'd2', 'd3', 'd4'),
        kind: fc.constantFrom(...documentKinds),
        validUntil: fc.constantFrom(...ends),
      }),
      { selector: ({ documentId }) => documentId },
    );
    fc.assert(
      fc.property(documents, fc.boolean(), (papers, hasAccount) => {
        const accounts = hasAccount ? [account] : [];
        const rows = derive({ client: filed, accounts, documents: papers });
        const isSubject = (kind: string) => subjectDocumentKinds.some((subject) => subject === kind);
        const replaced = papers.filter(
          ({ kind, validUntil }) => hasAccount && isSubject(kind) && validUntil === filed.licenceUntil,
        );
        const dated = papers.filter(({ validUntil }) => validUntil !== 'forever');
        expect(rows.filter(({ kind }) => kind === 'paper_expiry')).toHaveLength(
          dated.length - replaced.length,
        );
        expect(rows.filter(({ kind }) => kind === 'licence_term')).toHaveLength(hasAccount ? 1 : 0);
      }),
    );
  });
});

describe('the renewal of a paper', () => {
  it.each([
    ['food_business_permit', '2026-09-21'],
    ['merchant_api_certificate', '2026-10-21'],
    ['authorisation_letter', '2026-11-20'],
    ['trademark_authorisation', '2026-10-21'],
    ['pay_platform_certificate', '2026-10-21'],
    ['telecom_permit', '2026-08-22'],
    ['partner_agreement', '2026-09-21'],
  ] as const)('of kind %s that ends on 2026-12-20 begins on %s', (kind, startsOn) => {
    const documents = [{ documentId: 'd1', kind, validUntil: day('2026-12-20') }];
    const rows = withoutReport(derive({ client: { ...client, annualReportYear: 2025 }, documents }));
    expect(rows).toMatchObject([{ startsOn, legalOn: '2026-12-20' }]);
  });

  it('begins before the paper ends, whatever the kind', () => {
    for (const kind of documentKinds) {
      const documents = [{ documentId: 'd1', kind, validUntil: day('2026-12-20') }];
      const row = derive({ documents }).find((duty) => duty.kind === 'paper_expiry');
      expect(compareDates(row!.startsOn!, row!.legalOn!)).toBe(-1);
    }
  });
});
