import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PathStage, Stage } from '#shared/domain/application.ts';
import { isClosed, stages } from '#shared/domain/application.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { Lapse } from '#shared/domain/lapse.ts';
import { lapseOf } from '#shared/domain/lapse.ts';
import { isReview } from '#shared/domain/order-path.ts';
import { feesCharged } from '#shared/domain/platform-fees.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import {
  allowedActions,
  applicationActionKinds,
  applyAction,
  openApplication,
  refillNo,
} from '#shared/domain/stages.ts';
import { certificationPack as pack } from '#test/unit/rules/certification-pack.ts';
import { actionAt, anyPack, anyRun, replay, runOf } from './application-runs.ts';

const HOUR_MS = 3_600_000;
const openedAtMs = Date.UTC(2026, 7, 10, 2);
const opened = (entityType: EntityType = 'company'): ApplicationProgress =>
  openApplication('first_certification', entityType, openedAtMs);

function progressAfter(kinds: readonly ApplicationAction['kind'][], entityType?: EntityType) {
  const actions = kinds.map((kind, index) => actionAt(kind, openedAtMs + (index + 1) * HOUR_MS));
  return replay(opened(entityType), actions);
}

describe('a fee that nobody knows', () => {
  const unpaid = { ...pack, path: ['in_review'], fees: [] } as const;
  const unknown = { id: 'fee', text: pack.title, tag: 'I', source: ['OWN'], asOf: pack.asOf } as const;
  const submitted = (unknowns: typeof pack.unknowns) => {
    const result = applyAction(
      openApplication('first_certification', 'company', 0),
      { kind: 'submit', atMs: 1 },
      { ...unpaid, unknowns },
    );
    return result.ok ? result.progress.attempts : [];
  };

  it('is unknown, and none where the rules do not call it so', () => {
    expect(submitted([unknown])).toMatchObject([{ feeFen: null }]);
    expect(submitted([])).toMatchObject([{ feeFen: 0 }]);
    expect(feesCharged(submitted([unknown]))).toEqual({ knownFen: 0, hasUnknown: true });
  });

  it('adds to no sum, but is said beside it', () => {
    expect(feesCharged([{ feeFen: 30_000 }, { feeFen: null }])).toEqual({
      knownFen: 30_000,
      hasUnknown: true,
    });
    expect(feesCharged([{ feeFen: 30_000 }, { feeFen: 0 }])).toEqual({ knownFen: 30_000, hasUnknown: false });
  });
});

describe('the way of an application', () => {
  it('passes with one submission', () => {
    const progress = progressAfter(['submit', 'authorise', 'pay', 'pass']);
    expect(progress).toMatchObject({
      stage: 'passed',
      submittedAtMs: openedAtMs + HOUR_MS,
      authorisedAtMs: openedAtMs + 2 * HOUR_MS,
      paidAtMs: openedAtMs + 3 * HOUR_MS,
      closedAtMs: openedAtMs + 4 * HOUR_MS,
      attempts: [{ attemptNo: 1, submittedAtMs: openedAtMs + HOUR_MS, outcome: 'passed', feeFen: 30_000 }],
    });
  });

  it('skips the payment where nothing is charged', () => {
    const progress = progressAfter(['submit', 'authorise'], 'government');
    expect(progress).toMatchObject({ stage: 'in_review', attempts: [{ attemptNo: 1, feeFen: 0 }] });
    expect(progress.paidAtMs).toBeUndefined();
  });

  it('records what was really charged', () => {
    const before = progressAfter(['submit', 'authorise'], 'public_institution');
    const result = applyAction(before, { kind: 'pay', atMs: before.stageSinceAtMs, feeFen: 0 }, pack);
    expect(result).toMatchObject({ ok: true, progress: { stage: 'in_review', attempts: [{ feeFen: 0 }] } });
  });

  it.each([
    ['authorisation_lapsed', ['submit']] as const,
    ['payment_lapsed', ['submit', 'authorise']] as const,
  ])('goes back to collecting when %s, as if it had never been submitted', (lapse, before) => {
    const progress = progressAfter([...before, lapse]);
    const { stageSinceAtMs, ...rest } = progress;
    const { stageSinceAtMs: openedSince, ...fresh } = opened();
    expect(rest).toEqual(fresh);
    expect(stageSinceAtMs).toBeGreaterThan(openedSince);
  });

  it('fails with the return after the third refill, and the refills cost nothing', () => {
    const start = ['submit', 'authorise', 'pay', 'return'] as const;
    const once = progressAfter(start);
    expect(refillNo(once)).toBe(1);
    const thrice = progressAfter([...start, 'resubmit', 'return', 'resubmit', 'return']);
    expect([thrice.stage, refillNo(thrice)]).toEqual(['returned', 3]);
    const last = progressAfter([...start, 'resubmit', 'return', 'resubmit', 'return', 'resubmit', 'return']);
    expect(last.stage).toBe('failed');
    expect(last.attempts.map(({ outcome, feeFen }) => [outcome, feeFen])).toEqual([
      ['returned', 30_000],
      ['returned', 0],
      ['returned', 0],
      ['failed', 0],
    ]);
    expect(last.firstReturnedAtMs).toBe(once.firstReturnedAtMs);
  });
});

describe('what is refused', () => {
  const inReview = progressAfter(['submit', 'authorise', 'pay']);
  const at = inReview.stageSinceAtMs;

  it.each<[string, ApplicationAction]>([
    ['time_before_stage', { kind: 'return', atMs: at - 1, reasonText: '名称不符' }],
    ['reason_missing', { kind: 'return', atMs: at, reasonText: ' ' }],
    ['reason_missing', { kind: 'fail', atMs: at, reasonText: '' }],
    [
      'certified_until_not_after_pass',
      { kind: 'pass', atMs: at, certifiedUntil: calendarDate('2026-08-10') },
    ],
    ['action_not_allowed', { kind: 'withdraw', atMs: at }],
  ])('%s', (code, action) => {
    expect(applyAction(inReview, action, pack)).toEqual({ ok: false, code });
  });

  it('takes an action in the very moment in which the stage began', () => {
    expect(applyAction(inReview, { kind: 'return', atMs: at, reasonText: '名称不符' }, pack).ok).toBe(true);
  });

  it('knows no fee for a type that the pack leaves out, and no negative one', () => {
    const overseas = progressAfter(['submit'], 'overseas');
    const authorise = { kind: 'authorise', atMs: overseas.stageSinceAtMs } as const;
    const narrow = {
      ...pack,
      fees: pack.fees.filter(({ entityTypes }) => !entityTypes.includes('overseas')),
    };
    expect(applyAction(overseas, authorise, narrow)).toEqual({ ok: false, code: 'not_covered' });
    const payable = progressAfter(['submit', 'authorise']);
    const pay = { kind: 'pay', atMs: payable.stageSinceAtMs, feeFen: -1 } as const;
    expect(applyAction(payable, pay, pack)).toEqual({ ok: false, code: 'fee_negative' });
  });

  it('allows exactly these actions in each stage', () => {
    const table = Object.fromEntries(
      stages.map((stage) => [
        stage,
        allowedActions({ ...inReview, stage }, pack)
          .toSorted()
          .join(' '),
      ]),
    );
    expect(table).toEqual({
      collecting: 'submit withdraw',
      awaiting_authorisation: 'authorisation_lapsed authorise withdraw',
      awaiting_payment: 'pay payment_lapsed withdraw',
      pre_review: 'fail pre_approve return',
      awaiting_confirmation: 'confirm fail withdraw',
      in_review: 'fail pass return',
      returned: 'fail resubmit withdraw',
      passed: '',
      failed: '',
      withdrawn: '',
    } satisfies Record<Stage, string>);
  });
});

describe('any sequence of actions', () => {
  it('ends in a possible state', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const progress of runOf(run).states) expectPossible(progress, pack);
      }),
      { numRuns: 500 },
    );
  });

  it('ends in a possible state on any way that a pack may lead', () => {
    fc.assert(
      fc.property(anyRun, anyPack, (run, rules) => {
        for (const progress of runOf(run, rules).states) expectPossible(progress, rules);
      }),
      { numRuns: 2_000 },
    );
  });

  it('hands in what becomes an attempt or a lapse, and loses neither', () => {
    fc.assert(
      fc.property(anyRun, anyPack, (run, rules) => {
        let progress = openApplication('first_certification', run.entityType, run.openedAtMs);
        const handedIn = new Set<number>();
        const lapses: Lapse[] = [];
        for (const { kind, waitMs } of run.steps) {
          const action = actionAt(kind, progress.stageSinceAtMs + waitMs);
          const result = applyAction(progress, action, rules);
          if (!result.ok) continue;
          if (kind === 'submit') handedIn.add(action.atMs);
          const lapse = lapseOf(progress, action, rules);
          if (lapse) lapses.push(lapse);
          expect(result.progress.attempts.length).toBeGreaterThanOrEqual(progress.attempts.length);
          progress = result.progress;
        }
        for (const { submittedAtMs, lapsedAtMs } of lapses) {
          expect(handedIn).toContain(submittedAtMs);
          expect(lapsedAtMs).toBeGreaterThanOrEqual(submittedAtMs);
        }
        const kept = new Set([...lapses.map(({ submittedAtMs }) => submittedAtMs), progress.submittedAtMs]);
        for (const atMs of handedIn) expect(kept).toContain(atMs);
      }),
      { numRuns: 1_000 },
    );
  });

  it('stands only in stages that the pack leads through', () => {
    fc.assert(
      fc.property(anyRun, anyPack, (run, rules) => {
        const known: readonly Stage[] = ['collecting', ...rules.path, 'passed', 'failed', 'withdrawn'];
        for (const { stage } of runOf(run, rules).states) {
          const isKnown = known.includes(stage) || (stage === 'returned' && rules.path.some(isReview));
          expect(isKnown, stage).toBe(true);
        }
      }),
    );
  });

  it('is accepted exactly when the action is offered and its data are sound', () => {
    fc.assert(
      fc.property(anyRun, anyPack, (run, rules) => {
        const { final } = runOf(run, rules);
        for (const kind of applicationActionKinds) {
          const result = applyAction(final, actionAt(kind, final.stageSinceAtMs + HOUR_MS), rules);
          expect(result.ok, `${final.stage} ${kind}`).toBe(allowedActions(final, rules).includes(kind));
        }
      }),
    );
  });

  it('changes nothing in the facts that it was given', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { final } = runOf(run);
        const before = JSON.stringify(final);
        for (const kind of applicationActionKinds) {
          applyAction(final, actionAt(kind, final.stageSinceAtMs), pack);
        }
        expect(JSON.stringify(final)).toBe(before);
      }),
    );
  });
});

function expectPossible(progress: ApplicationProgress, rules: RulePack): void {
  const { stage, attempts } = progress;
  const { path, refills } = rules;
  const last = attempts.at(-1);
  expect(attempts.map(({ attemptNo }) => attemptNo)).toEqual(attempts.map((_, index) => index + 1));
  if (refills) expect(attempts.length).toBeLessThanOrEqual(1 + refills.max);
  expect(attempts.slice(0, -1).every(({ outcome }) => outcome === 'returned')).toBe(true);
  expect(attempts.slice(1).every(({ feeFen }) => feeFen === 0)).toBe(true);
  if (isReview(stage)) expect(last?.outcome).toBe('pending');
  if (last?.outcome === 'pending') expect(['returned', 'collecting', 'passed']).not.toContain(stage);
  expect(progress.closedAtMs !== undefined).toBe(isClosed(stage));
  expect(progress.firstReturnedAtMs).toBe(attempts.find(({ returnedAtMs }) => returnedAtMs)?.returnedAtMs);
  if (stage === 'passed' && path.includes('in_review')) expect(last?.outcome).toBe('passed');
  if (stage === 'returned') expect(last?.outcome).toBe('returned');
  if (stage === 'collecting') expect(attempts).toEqual([]);
  // What the platform first looks at may be sent back and handed in anew before it is authorised or paid.
  const isEarly = (step: PathStage): boolean => path.indexOf(step) < path.findIndex(isReview);
  expectInOrder([
    progress.openedAtMs,
    progress.submittedAtMs,
    isEarly('awaiting_authorisation') ? progress.authorisedAtMs : undefined,
    isEarly('awaiting_payment') ? progress.paidAtMs : undefined,
    ...attempts.flatMap(({ attemptNo, submittedAtMs, returnedAtMs }) =>
      attemptNo === 1 ? [returnedAtMs] : [submittedAtMs, returnedAtMs],
    ),
    progress.closedAtMs,
  ]);
}

function expectInOrder(instants: readonly (number | undefined)[]): void {
  const known = instants.filter((instant) => instant !== undefined);
  expect(known).toEqual(known.toSorted((a, b) => a - b));
}
