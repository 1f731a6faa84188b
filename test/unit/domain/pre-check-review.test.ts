import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { preCheck } from '#shared/domain/pre-check.ts';
import type { TrustTag } from '#shared/domain/rule-pack.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { cleanCase, sampleSeed, today } from './pre-check-cases.ts';
import { returned } from './pre-check-changes.ts';

const clean = cleanCase(sampleSeed, { pack, kind: 'annual_review' });
const windowDays = pack.validity.window.daysBefore;

const findingsOf = (until: CalendarDate | undefined, rules = pack) =>
  preCheck({ ...clean, certification: until === undefined ? {} : { until } }, rules).findings;

describe('the pre-check of an annual review', () => {
  it('says before the window that it is not open, and on which day it opens', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), (days) => {
        const until = addDays(today, days);
        const opensOn = addDays(until, -windowDays);
        const early = { check: 'review_not_open', expected: opensOn, found: until };
        expect(findingsOf(until)).toMatchObject(days > windowDays ? [early] : []);
      }),
    );
  });

  it.each<[TrustTag, string]>([
    ['V', 'blocker'],
    ['P', 'blocker'],
    ['I', 'warning'],
    ['M', 'warning'],
  ])('weighs that by the trust of the window: %s is a %s', (tag, level) => {
    const window = { ...pack.validity.window, tag };
    const rules = { ...pack, validity: { ...pack.validity, window } };
    expect(findingsOf(calendarDate('2027-09-01'), rules)).toMatchObject([{ level, tag }]);
  });

  it('warns that there is nothing to review without an end on record', () => {
    expect(findingsOf(undefined)).toMatchObject([
      { check: 'never_certified', level: 'warning', place: { at: 'account', field: 'certifiedUntil' } },
    ]);
  });

  it('asks neither of another kind, nor of what was handed in', () => {
    const never = { ...clean, certification: {} };
    expect(preCheck({ ...never, kind: 'first_certification' }, pack).findings).toEqual([]);
    const handedIn = { ...clean };
    Reflect.deleteProperty(handedIn, 'certification');
    const checks = preCheck(returned('other')(handedIn), pack).findings.map(({ check }) => check);
    expect(checks).not.toContain('never_certified');
  });
});
