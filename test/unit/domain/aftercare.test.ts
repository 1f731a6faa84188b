import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aftercareSteps, lapsesAfterDays } from '#shared/domain/aftercare.ts';
import type { AftercareFacts } from '#shared/domain/aftercare.ts';
import { addDays, calendarDate as day, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { AftercareDecision, EndedOrder } from '#shared/domain/client-facts.ts';
import { obligationsOf } from '#shared/domain/obligations.ts';
import type { AftercareDuty, AftercareRule } from '#shared/domain/rule-pack.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { shippedPack, shippedPacks } from '../rules/shipped-packs.ts';
import { inferred, line, official } from '../rules/small-packs.ts';
import { companyUpkeep } from '../rules/company-upkeep.ts';

const calendar = createWorkingCalendar();
const endedOn = day('2026-09-01');
const nothing: AftercareFacts = { documents: [], numbers: [] };
const title = { zh: '办', en: 'Do' };
const plan = { unit: 'working_day', total: 5, ...inferred } as const;

const ruleOf = (
  id: string,
  duty: Partial<AftercareDuty>,
  within?: AftercareRule['within'],
): AftercareRule => ({
  ...line(id, id, official),
  ...(within && { within }),
  duty: { title, waitingOn: 'us', ...duty },
});

const passOf = (rules: readonly AftercareRule[], parts: Partial<EndedOrder> = {}): EndedOrder => ({
  applicationId: 'q1',
  accountId: 'a1',
  openedOn: day('2026-08-01'),
  endedOn,
  rules,
  answers: {},
  decisions: [],
  ...parts,
});

const steps = (pass: EndedOrder, facts = nothing, today: CalendarDate = endedOn) =>
  aftercareSteps(pass, facts, calendar, today);

describe('a step after the pass', () => {
  it('ends on the day of the rule; the internal date is the last working day on or before it', () => {
    const days = ruleOf('invoice', {}, { unit: 'calendar_day', total: 45 });
    expect(steps(passOf([days]))).toMatchObject([
      { state: 'to_do', term: { startsOn: '2026-09-01', legalOn: '2026-10-16', internalOn: '2026-10-16' } },
    ]);
    // The seventh working day from Friday 18 September; the 25th to the 27th are the Mid-Autumn holiday.
    const working = ruleOf('result', {}, { unit: 'working_day', total: 7 });
    const [step] = steps(passOf([working], { endedOn: day('2026-09-18') }));
    const { date } = calendar.addWorkingDays(day('2026-09-18'), 7);
    expect(step).toMatchObject({ term: { legalOn: date, internalOn: date } });
  });

  it('has no legal end where only the firm plans it, and no internal one where others act', () => {
    const planned = ruleOf('planned', { plan });
    const theirs = ruleOf('theirs', { waitingOn: 'platform' }, { unit: 'calendar_day', total: 7 });
    const [own, other] = steps(passOf([planned, theirs]));
    expect(own).toMatchObject({ term: { internalOn: '2026-09-08' } });
    expect(own).not.toHaveProperty('term.legalOn');
    expect(other).toMatchObject({ term: { legalOn: '2026-09-08' } });
    expect(other).not.toHaveProperty('term.internalOn');
  });

  it('only informs without a duty, and is never lapsed then', () => {
    const note = { ...line('note', 'note', official), within: { unit: 'hour', total: 24 } as const };
    expect(steps(passOf([note]), nothing, day('2030-01-01'))).toMatchObject([
      { state: 'note', term: { legalOn: '2026-09-02' } },
    ]);
  });

  it('waits for the step that it follows and runs from the day on which that was done', () => {
    const rules = [
      ruleOf('bind', { plan }),
      ruleOf('confirm', { waitingOn: 'client', after: 'bind' }, { unit: 'calendar_day', total: 7 }),
    ];
    expect(steps(passOf(rules))).toMatchObject([{ state: 'to_do' }, { state: 'waits', after: 'bind' }]);
    const decided = (decision: 'done' | 'not_needed') =>
      steps(passOf(rules, { decisions: [{ ruleId: 'bind', decision, decidedOn: day('2026-09-10') }] }))[1];
    expect(decided('done')).toMatchObject({
      state: 'to_do',
      term: { startsOn: '2026-09-10', legalOn: '2026-09-17' },
    });
    expect(decided('not_needed')).toMatchObject({ state: 'not_needed', by: 'predecessor' });
  });

  it('asks where the answer is open, and goes by it where it is known', () => {
    const wanted = (unknown: 'ask' | 'require' | 'leave_out') =>
      ruleOf('invoice', { plan, condition: { fact: 'wants_invoice', is: true, unknown } });
    const state = (unknown: 'ask' | 'require' | 'leave_out', answer?: boolean) =>
      steps(passOf([wanted(unknown)], answer === undefined ? {} : { answers: { wants_invoice: answer } }))[0]
        ?.state;
    expect([state('ask'), state('require'), state('leave_out')]).toEqual(['question', 'to_do', undefined]);
    expect([state('ask', true), state('leave_out', true)]).toEqual(['to_do', 'to_do']);
    expect([state('require', false), state('leave_out', false)]).toEqual(['not_needed', 'not_needed']);
  });

  it('is needless once an alternative is done, not once that is needless', () => {
    const rules = [
      ruleOf('ordinary', { plan, alternatives: ['special'] }),
      ruleOf('special', { plan, alternatives: ['ordinary'] }),
    ];
    const after = (decision: 'done' | 'not_needed') =>
      steps(passOf(rules, { decisions: [{ ruleId: 'special', decision, decidedOn: endedOn }] }))[0];
    expect(after('done')).toMatchObject({ state: 'not_needed', by: 'alternative' });
    expect(after('not_needed')).toMatchObject({ state: 'to_do' });
  });

  it('is done by a paper of its kind that was filed for this case and ends after the pass', () => {
    const rules = [ruleOf('certificate', { plan, paper: 'merchant_api_certificate' })];
    const paper = { documentId: 'd1', kind: 'merchant_api_certificate' } as const;
    const filed = { ...paper, validUntil: day('2031-09-01'), filedOn: day('2026-09-03') };
    const stateWith = (document: AftercareFacts['documents'][number]) =>
      steps(passOf(rules), { ...nothing, documents: [document] })[0]?.state;
    expect(stateWith(filed)).toBe('done');
    expect(stateWith({ ...filed, kind: 'pay_platform_certificate' })).toBe('to_do');
    expect(stateWith({ ...filed, validUntil: endedOn })).toBe('to_do');
    expect(stateWith({ ...filed, filedOn: day('2026-07-31') })).toBe('to_do');
    expect(stateWith(paper)).toBe('to_do');
  });

  it('is done once the number is on record', () => {
    const rules = [ruleOf('number', { plan, number: 'filing_number' })];
    expect(steps(passOf(rules), { ...nothing, numbers: ['filing_number'] })).toMatchObject([
      { state: 'done', by: 'number' },
    ]);
    expect(steps(passOf(rules), { ...nothing, numbers: ['app_id'] })).toMatchObject([{ state: 'to_do' }]);
  });
});

describe('old cases', () => {
  const rules = [ruleOf('invoice', {}, { unit: 'calendar_day', total: 45 })];
  const end = day('2026-10-16');

  it('a step stays a duty for thirty days after its end and is history from then on', () => {
    const on = (days: number) => steps(passOf(rules), nothing, addDays(end, days))[0]?.state;
    expect([on(0), on(lapsesAfterDays), on(lapsesAfterDays + 1)]).toEqual(['to_do', 'to_do', 'lapsed']);
  });

  it('a firm with years of passes has no duty of them, whatever the pack', () => {
    const old = fc.integer({ min: 200, max: 3000 });
    const today = day('2026-09-22');
    fc.assert(
      fc.property(old, fc.constantFrom(...shippedPacks), fc.boolean(), (days, pack, yes) => {
        const pass = passOf(pack.aftercare, {
          endedOn: addDays(today, -days),
          openedOn: addDays(today, -days - 30),
          answers: { wants_invoice: yes, verifies_by_transfer: yes },
        });
        expect(steps(pass, nothing, today).filter(({ state }) => state === 'to_do')).toEqual([]);
      }),
    );
  });
});

describe('the duties', () => {
  const factsWith = (pass: EndedOrder, today: CalendarDate) => ({
    client: { clientId: 'c1', name: '示例', entityType: 'company', annualReportYear: 2026 } as const,
    today,
    accounts: [{ accountId: 'a1', name: '示例商户', platform: 'wechat', accountKind: 'merchant' } as const],
    ...{ applications: [], documents: [], fees: [], tasks: [] },
    endedOrders: [pass],
  });
  const duties = (pass: EndedOrder, today = endedOn) =>
    obligationsOf(factsWith(pass, today), { packs: [], upkeep: companyUpkeep }, calendar).filter(
      ({ kind }) => kind === 'aftercare',
    );

  it('after an onboarding: binding, certificates and the number, each named by its rule', () => {
    const { aftercare } = shippedPack('wechat.pay.merchant');
    expect(duties(passOf(aftercare, { consultantId: 'k1' }))).toMatchObject([
      { id: 'aftercare:q1.api_certificate', subject: 'api_certificate', consultantId: 'k1' },
      { id: 'aftercare:q1.bind_appid', waitingOn: 'us', internalOn: '2026-09-08', dueOn: '2026-09-08' },
      { id: 'aftercare:q1.platform_certificate', applicationId: 'q1', accountId: 'a1' },
      { id: 'aftercare:q1.record_number' },
    ]);
  });

  it('after a certification: none until somebody asks for an invoice or verified by transfer', () => {
    const { aftercare } = shippedPack('wechat.mp.certification');
    expect(duties(passOf(aftercare))).toEqual([]);
    const asked = passOf(aftercare, { answers: { wants_invoice: true, verifies_by_transfer: true } });
    const subjects = (...decisions: readonly AftercareDecision[]) =>
      duties({ ...asked, decisions }).map(({ subject, legalOn }) => [subject, legalOn]);
    const word = (ruleId: string, decision: 'done' | 'not_needed') =>
      ({ ruleId, decision, decidedOn: day('2026-09-10') }) as const;
    const refund = ['transfer_refund', '2026-09-15'];
    // Which of the two invoices it is nobody has said yet.
    expect(subjects()).toEqual([refund]);
    expect(subjects(word('ordinary_invoice', 'not_needed'))).toEqual([
      ['special_invoice', '2026-11-20'],
      ['special_invoice_result', '2026-09-10'],
      refund,
    ]);
    expect(subjects(word('special_invoice', 'not_needed'))).toEqual([
      ['ordinary_invoice', '2026-10-16'],
      refund,
    ]);
    expect(subjects(word('special_invoice', 'done'))).toEqual([refund]);
    expect(duties(asked).every(({ waitingOn }) => waitingOn === 'platform')).toBe(true);
  });

  it('are none of an account that is gone', () => {
    const { aftercare } = shippedPack('wechat.pay.merchant');
    expect(duties(passOf(aftercare, { accountId: 'gone' }))).toEqual([]);
  });

  it('never end before the day from which they run, even when it begins a holiday', () => {
    const any = fc.constantFrom(...shippedPacks.flatMap(({ aftercare }) => aftercare));
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 900 }), (rule, days) => {
        const from = addDays(day('2025-01-01'), days);
        for (const duty of duties(passOf([rule], { endedOn: from }), from))
          expect(compareDates(duty.dueOn, from)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
