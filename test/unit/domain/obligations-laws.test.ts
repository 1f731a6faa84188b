import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { addDays, compareDates } from '#shared/domain/calendar-date.ts';
import type { ClientFacts } from '#shared/domain/client-facts.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { obligationsOf } from '#shared/domain/obligations.ts';
import { accountKinds } from '#shared/domain/platform.ts';
import type { ApplicationProgress } from '#shared/domain/stages.ts';
import { anyRun, runOf } from './application-runs.ts';
import { shippedPacks } from '../rules/shipped-packs.ts';
import { calendar, rules, day, client, today, derive } from './obligation-cases.ts';

const anyDate: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => addDays(day('2025-01-01'), days));

const anyFacts: fc.Arbitrary<ClientFacts> = fc.record({
  client: fc.constant(client),
  today: fc.constant(today),
  accounts: fc.uniqueArray(
    fc.record({
      accountId: fc.constantFrom('a1', 'a2', 'a3'),
      name: fc.constant('示例小程序'),
      platform: fc.constantFrom('wechat', 'baidu'),
      accountKind: fc.constantFrom(...accountKinds),
      certifiedUntil: fc.option(anyDate, { nil: undefined }),
    }),
    { selector: ({ accountId }) => accountId },
  ),
  applications: fc.uniqueArray(
    fc.record({
      applicationId: fc.constantFrom('p1', 'p2', 'p3'),
      accountId: fc.constantFrom('a1', 'a2', 'a3'),
      progress: fc
        .tuple(anyRun, fc.constantFrom('first_certification', 'annual_review'))
        .map(([run, kind]): ApplicationProgress => ({ ...runOf(run).final, kind })),
      missingRequiredCount: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ applicationId }) => applicationId },
  ),
  endedOrders: fc.uniqueArray(
    fc.record({
      applicationId: fc.constantFrom('q1', 'q2'),
      accountId: fc.constantFrom('a1', 'a2', 'a3'),
      openedOn: fc.constant(day('2025-01-01')),
      endedOn: anyDate,
      rules: fc.constantFrom(...shippedPacks.map(({ aftercare }) => aftercare)),
      answers: fc.record({ wants_invoice: fc.boolean() }, { requiredKeys: [] }),
      decisions: fc.constant([]),
    }),
    { selector: ({ applicationId }) => applicationId },
  ),
  documents: fc.uniqueArray(
    fc.record({
      documentId: fc.constantFrom('d1', 'd2', 'd3'),
      kind: fc.constantFrom(...documentKinds),
      validUntil: fc.oneof(anyDate, fc.constant('forever' as const)),
    }),
    { selector: ({ documentId }) => documentId },
  ),
  fees: fc.uniqueArray(
    fc.record({
      feeId: fc.constantFrom('f1', 'f2'),
      title: fc.constant('服务费'),
      owedFen: fc.integer({ min: -1, max: 100 }),
      dueOn: fc.option(anyDate, { nil: undefined }),
    }),
    { selector: ({ feeId }) => feeId },
  ),
  tasks: fc.uniqueArray(
    fc.record({
      taskId: fc.constantFrom('t1', 't2'),
      title: fc.constant('回访'),
      isDone: fc.boolean(),
      dueOn: anyDate,
    }),
    { selector: ({ taskId }) => taskId },
  ),
});

const reversed = (facts: ClientFacts): ClientFacts => ({
  client: facts.client,
  today: facts.today,
  tasks: facts.tasks.toReversed(),
  fees: facts.fees.toReversed(),
  documents: facts.documents.toReversed(),
  applications: facts.applications.toReversed(),
  endedOrders: facts.endedOrders.toReversed(),
  accounts: facts.accounts.toReversed(),
});

describe('the obligations of any client', () => {
  it('are the same rows however the facts are ordered, and however often they are computed', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const rows = derive(facts);
        expect(obligationsOf(reversed(facts), rules, calendar)).toEqual(rows);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    );
  });

  it('are the sum of what each fact obliges to, except where an application takes over its account and a paper settles a step', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { accounts, applications, endedOrders, documents, fees, tasks } = facts;
        const parts = [
          ...derive({ accounts, applications, endedOrders, documents }),
          ...derive({ fees, tasks }),
        ];
        expect(derive(facts)).toEqual(parts.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      }),
    );
  });

  it('plan no later than the law, on a working day, and hold no empty fields', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const row of derive(facts)) {
          expect(Object.values(row)).not.toContain(undefined);
          if (row.kind !== 'task' && row.internalOn) expect(calendar.isWorkingDay(row.internalOn)).toBe(true);
          if (row.internalOn && row.legalOn) expect(compareDates(row.internalOn, row.legalOn)).not.toBe(1);
          if (row.opensOn && row.internalOn) expect(compareDates(row.opensOn, row.internalOn)).not.toBe(1);
          const sameYear = (row.legalOn ?? row.internalOn)?.slice(0, 4) ?? '2026';
          if (sameYear <= '2026' && row.kind !== 'clock_review') expect(row.provisional).toBe(false);
        }
      }),
    );
  });
});
