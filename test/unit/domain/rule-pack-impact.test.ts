import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isClosed } from '#shared/domain/application.ts';
import { addDays, instantOf } from '#shared/domain/calendar-date.ts';
import { caseOutlook } from '#shared/domain/case-outlook.ts';
import type { CaseFacts, CaseOutlook } from '#shared/domain/case-outlook.ts';
import { clocksOf } from '#shared/domain/clocks.ts';
import type { PreCheckFacts } from '#shared/domain/pre-check-facts.ts';
import type { ImpactChange } from '#shared/domain/impact-change.ts';
import { packImpact } from '#shared/domain/rule-pack-impact.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { openApplication } from '#shared/domain/stages.ts';
import type { ApplicationProgress } from '#shared/domain/stages.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { certificationPack as shipped } from '#test/unit/rules/certification-pack.ts';
import { mutatedAt, singleMutations } from '#test/unit/rules/pack-mutations.ts';
import type { FieldPath } from '#test/unit/rules/pack-mutations.ts';
import { actionAt, anyRun, replay, runOf } from './application-runs.ts';
import { caseSeed, cleanCase, sampleSeed, today, withItems } from './pre-check-cases.ts';

const calendar = createWorkingCalendar();
const nowMs = Date.parse('2026-09-22T09:00:00+08:00');

interface Case {
  readonly progress: ApplicationProgress;
  readonly preCheck: PreCheckFacts;
  readonly isCertified: boolean;
}

/** How a case stands under a pack, its checklist put together by that pack. */
function outlookOf({ progress, preCheck, isCertified }: Case, pack: RulePack): CaseOutlook | undefined {
  const { client, kind } = preCheck;
  const facts: CaseFacts = {
    client: { clientId: 'client', name: client.name, entityType: client.entityType },
    account: {
      accountId: 'account',
      name: '示例归樾商城',
      platform: 'wechat',
      accountKind: 'mini_program',
      ...(isCertified && { certifiedUntil: addDays(today, 80) }),
    },
    application: { applicationId: 'application', accountId: 'account', progress },
    preCheck: withItems(preCheck, { pack, kind }),
  };
  return caseOutlook(facts, { pack, categories: undefined }, calendar, nowMs);
}

const impactOf = (subject: Case, before: RulePack, after: RulePack): ImpactChange[] =>
  packImpact(subject.progress.stage, outlookOf(subject, before), outlookOf(subject, after));

/** The same without on whose word it stands, at any depth. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !['tag', 'source', 'asOf'].includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, said(inner)]));
}

/** What follows from a pack for a case, worked out beside what the impact is read off. */
function standing(subject: Case, pack: RulePack): unknown {
  const outlook = outlookOf(subject, pack);
  if (outlook === undefined) return undefined;
  const { obligations, findings, items, path, rail } = outlook;
  const clocks = clocksOf(subject.progress, pack, calendar, nowMs);
  return said([clocks, obligations, findings, items, path, rail]);
}
const fields: readonly FieldPath[] = singleMutations(shipped)
  .map(({ at }) => at)
  .filter(([part]) => part !== 'coveredEntityTypes' && part !== 'applicationKinds' && part !== 'sources');

/** Leaves of papers are many; each part of the pack is to be met as often. */
const parts = [...new Set(fields.map(([part]) => part))];
const anyField = fc
  .constantFrom(...parts)
  .chain((part) => fc.constantFrom(...fields.filter(([own]) => own === part)));

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    run: anyRun,
    seed: caseSeed,
    kind: fc.constantFrom('first_certification', 'annual_review'),
    returnedFor: fc.constantFrom(...shipped.returnReasons.map(({ code }) => code)),
    isCertified: fc.boolean(),
    dropped: fc.integer({ min: 0, max: 8 }),
    isLarge: fc.boolean(),
  })
  .map(({ run, seed, kind, returnedFor, isCertified, dropped, isLarge }) => {
    const { states } = runOf({ ...run, entityType: seed.entityType });
    const open = states.filter(({ stage }) => !isClosed(stage));
    const progress = open.at(-1) ?? openApplication(kind, seed.entityType, run.openedAtMs);
    const isReturned = progress.stage === 'returned';
    const clean = cleanCase(seed, { pack: shipped, kind, ...(isReturned && { returnedFor }) });
    const papers = clean.papers
      .filter((_, index) => index !== dropped)
      .map((paper) =>
        isLarge
          ? { ...paper, files: paper.files.map((file) => ({ ...file, sizeBytes: 9e6, isGrey: true })) }
          : paper,
      );
    return { progress: { ...progress, kind }, preCheck: { ...clean, papers }, isCertified };
  });

describe('the impact of another version', () => {
  it('is none only where clocks, duties, findings, checklist and way stay as they were', () => {
    let untouched = 0;
    fc.assert(
      fc.property(anyCase, fc.array(anyField, { minLength: 1, maxLength: 3 }), (subject, at) => {
        const other = at.reduce(mutatedAt, shipped);
        const changes = impactOf(subject, shipped, other);
        if (changes.length > 0) return;
        untouched += 1;
        expect(standing(subject, other)).toEqual(standing(subject, shipped));
      }),
      { numRuns: 400 },
    );
    expect(untouched).toBeGreaterThan(20);
  });

  it('is none between a pack and the same on other or newer word', () => {
    fc.assert(
      fc.property(anyCase, (subject) => {
        const text = JSON.stringify(shipped, (key, value: unknown) =>
          key === 'asOf' ? '2020-01-01' : value,
        );
        expect(impactOf(subject, shipped, JSON.parse(text) as RulePack)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

const opened = openApplication('first_certification', 'company', instantOf(addDays(today, -40)));
const submitted = actionAt('submit', instantOf(addDays(today, -20)));
const underReview = replay(opened, [
  submitted,
  actionAt('authorise', submitted.atMs + 1),
  actionAt('pay', submitted.atMs + 2),
]);
const returned = replay(underReview, [actionAt('return', instantOf(addDays(today, -10)))]);

const caseAt = (progress: ApplicationProgress, isCertified = false): Case => {
  const { stage, kind } = progress;
  const returnedFor = stage === 'returned' ? { returnedFor: 'name_mismatch' } : {};
  return { progress, preCheck: cleanCase(sampleSeed, { pack: shipped, kind, ...returnedFor }), isCertified };
};

const review = { ...opened, kind: 'annual_review' } as const;
const clocks = (id: string, changes: object): Partial<RulePack> => ({
  clocks: shipped.clocks.map((clock) => (clock.id === id ? { ...clock, ...changes } : clock)),
});
const { validity, reviewerCall, aftercare, withdrawal, refills } = shipped;
const [loss, ...losses] = validity.losses;
const words = { zh: '别的话', en: 'Other words' };

describe('each kind of change is named for a case that it concerns', () => {
  it.each<[string, Case, Partial<RulePack>, object[]]>([
    [
      'a longer review, with the day on which it ends',
      caseAt(underReview),
      clocks('review', { total: 20 }),
      [
        { kind: 'clock', clockId: 'review', before: { total: 15, unit: 'working_day' } },
        { kind: 'date', duty: 'clock_review', date: 'legal' },
      ],
    ],
    [
      'another start of a clock',
      caseAt(returned),
      clocks('refill', { startsAt: 'submitted' }),
      [
        { kind: 'clock_start', before: 'first_returned', after: 'submitted' },
        { kind: 'date', date: 'internal' },
        { kind: 'date', date: 'legal' },
        { kind: 'result_date' },
      ],
    ],
    [
      'what its end brings',
      caseAt(opened),
      clocks('refill', { onExpiry: 'none' }),
      [{ kind: 'clock_end', clockId: 'refill', before: 'failed', after: 'none' }],
    ],
    [
      'in which words',
      caseAt(opened),
      clocks('refill', { consequence: words }),
      [{ kind: 'clock_consequence', after: words }],
    ],
    [
      'the review window of a certified account',
      caseAt(review, true),
      { validity: { ...validity, window: { ...validity.window, daysBefore: 60 } } },
      [
        {
          kind: 'date',
          duty: 'collecting',
          date: 'opens',
          before: addDays(today, -10),
          after: addDays(today, 20),
        },
      ],
    ],
    [
      'the firm’s plan for it',
      caseAt(review, true),
      { validity: { ...validity, plan: { ...validity.plan, submitDaysBefore: 20 } } },
      [{ kind: 'date', duty: 'collecting', date: 'internal' }],
    ],
    [
      'and the day of asking, where no review is open',
      caseAt(opened, true),
      { validity: { ...validity, plan: { ...validity.plan, askDaysBefore: 91 } } },
      [{ kind: 'date', duty: 'review_window', date: 'starts' }],
    ],
    [
      'how long a pass holds',
      caseAt(underReview),
      { validity: { ...validity, term: { ...validity.term, years: 2 } } },
      [{ kind: 'validity', before: 1, after: 2 }],
    ],
    [
      'a loss that comes later',
      caseAt(opened),
      { validity: { ...validity, losses: [{ ...loss!, afterDays: 7 }, ...losses] } },
      [{ kind: 'loss_moved', before: 0, after: 7 }],
    ],
    [
      'another loss in its place',
      caseAt(opened),
      { validity: { ...validity, losses: [{ ...loss!, text: words }, ...losses] } },
      [
        { kind: 'loss_added', afterDays: 0, text: words },
        { kind: 'loss_gone', afterDays: 0 },
      ],
    ],
    [
      'the calls that may be missed',
      caseAt(opened),
      { reviewerCall: { ...reviewerCall, missedCallsToFail: 2 } },
      [{ kind: 'calls', before: 3, after: 2 }],
    ],
    [
      'who is waited on in a stage, and what it is called',
      caseAt(underReview),
      {
        stages: shipped.stages.map((rule) =>
          rule.stage === 'in_review' ? { ...rule, waitingOn: 'client', title: words } : rule,
        ),
      },
      [
        { kind: 'stage_title', stage: 'in_review', after: words },
        { kind: 'stage_turn', stage: 'in_review', before: 'platform', after: 'client' },
      ],
    ],
    [
      'a stage more',
      caseAt(opened),
      { path: ['awaiting_authorisation', 'awaiting_payment', 'pre_review', 'in_review'] },
      [{ kind: 'path' }, { kind: 'stage_turn', stage: 'pre_review', before: null, after: 'us' }],
    ],
    [
      'what follows the pass',
      caseAt(opened),
      { aftercare: [...aftercare, { ...loss!, id: 'added', text: words }] },
      [{ kind: 'aftercare_added', id: 'added', title: words }],
    ],
    [
      'whether it can be taken back',
      caseAt(underReview),
      { withdrawal: withdrawal && { ...withdrawal, inReview: !withdrawal.inReview } },
      [{ kind: 'withdrawal' }],
    ],
    [
      'how often a return may be answered',
      caseAt(returned),
      { refills: { ...refills, max: 2 } },
      [{ kind: 'refills', before: 3, after: 2 }],
    ],
  ])('%s', (_, subject, changes, expected) => {
    expect(impactOf(subject, shipped, { ...shipped, ...changes })).toMatchObject(expected);
  });

  it('an upload limit that a file breaks, and the words of a finding that stays', () => {
    const subject = caseAt(opened);
    const papers = subject.preCheck.papers.map((paper) => ({
      ...paper,
      files: paper.files.map((file) => ({ ...file, sizeBytes: 9e6 })),
    }));
    const large = { ...subject, preCheck: { ...subject.preCheck, papers } };
    const limited = (maxBytes: number): RulePack => ({
      ...shipped,
      uploadProfiles: shipped.uploadProfiles.map((profile) => ({
        ...profile,
        limits: profile.limits.map((limit) => (limit.id === 'size' ? { ...limit, maxBytes } : limit)),
      })),
    });
    const kinds = (after: RulePack) => impactOf(large, limited(8e6), after).map(({ kind }) => kind);
    expect(new Set(kinds(limited(10e6)))).toEqual(new Set(['finding_gone']));
    expect(new Set(kinds(limited(7e6)))).toEqual(new Set(['finding_changed']));
    expect(kinds(limited(8e6))).toEqual([]);
  });

  it('a remedy that the return has come to ask for', () => {
    const subject = caseAt(returned);
    const code = subject.preCheck.returns[0]?.reasonCode;
    const reasons = shipped.returnReasons.map((reason) =>
      reason.code === code ? { ...reason, remedyDocuments: [] } : reason,
    );
    const less = { ...shipped, returnReasons: reasons };
    expect(impactOf(subject, shipped, less).map(({ kind }) => kind)).toEqual(['paper_dropped']);
    expect(impactOf(caseAt(opened), shipped, less)).toEqual([]);
  });

  it('and none of it for a case that it does not concern', () => {
    const plan = { ...validity.plan, submitDaysBefore: 20, askDaysBefore: 91 };
    const other = { ...shipped, validity: { ...validity, plan } };
    expect(impactOf(caseAt(opened), shipped, other)).toEqual([]);
    const fees = shipped.fees.map((fee) => ({ ...fee, amountFen: fee.amountFen + 1 }));
    expect(impactOf(caseAt(underReview), shipped, { ...shipped, fees })).toEqual([]);
    expect(impactOf(caseAt(opened), shipped, { ...shipped, fees })).toMatchObject([
      { kind: 'fee', beforeFen: 30_000, afterFen: 30_001 },
    ]);
  });
});
