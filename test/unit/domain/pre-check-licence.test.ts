import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import { consistencyMatrix } from '#shared/domain/consistency-matrix.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { cleanCase, sampleSeed, today } from './pre-check-cases.ts';
import { client, inTurn, onFile, papers, until } from './pre-check-changes.ts';

const clean = cleanCase(sampleSeed);
const marginDays = 30;

const ofTerm = (facts: PreCheckFacts) =>
  preCheck(facts, pack)
    .findings.filter(({ check }) => check === 'paper_expired' || check === 'paper_expiring')
    .map(({ check, place, found }) => ({ check, at: place.at, found }));

describe('the end of the licence', () => {
  it('is found on file where the scan has none, by the margin of the line that asks for it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const found = addDays(today, days);
        const check = days < 0 ? 'paper_expired' : 'paper_expiring';
        expect(ofTerm(onFile(found)(clean))).toEqual(
          days > marginDays ? [] : [{ check, at: 'client', found }],
        );
      }),
    );
  });

  it('is told once where scan and record say the same, and by the scan where only that is over', () => {
    const found = '2026-09-01';
    const scan = until('business_licence', found);
    const both = inTurn(scan, client({ licenceUntil: calendarDate(found) }));
    const once = [{ check: 'paper_expired', at: 'item', found }];
    expect(ofTerm(both(clean))).toEqual(once);
    expect(ofTerm(scan(clean))).toEqual(once);
  });

  it('is that of the renewed scan, against which an old record is only compared', () => {
    const facts = client({ licenceUntil: calendarDate('2026-09-01') })(clean);
    expect(ofTerm(facts)).toEqual([]);
    expect(preCheck(facts, pack).findings).toMatchObject([{ check: 'licence_term_differs' }]);
  });

  it('is found on file where no scan is there yet, and not where it does not end', () => {
    const bare = papers('business_licence', () => 'gone')(clean);
    expect(ofTerm(client({ licenceUntil: calendarDate('2026-09-01') })(bare))).toHaveLength(1);
    expect(ofTerm(client({ licenceUntil: 'forever' })(bare))).toEqual([]);
  });

  it('is marked in the matrix once it is over', () => {
    const over = (facts: PreCheckFacts) =>
      consistencyMatrix(facts).flatMap(({ fact, cells }) =>
        cells.flatMap(({ isOver }, index) => (isOver ? [`${fact} ${index}`] : [])),
      );
    expect(over(clean)).toEqual([]);
    expect(over(until('business_licence', '2026-09-22')(clean))).toEqual([]);
    expect(over(until('business_licence', '2026-09-21')(clean))).toEqual(['licence_term 0']);
    expect(over(client({ licenceUntil: calendarDate('2026-09-21') })(clean))).toEqual(['licence_term 1']);
  });
});
