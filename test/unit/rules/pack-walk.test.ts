import { describe, expect, it } from 'vitest';
import { feesCharged } from '#shared/domain/platform-fees.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { allowedActions, applyAction, openApplication } from '#shared/domain/stages.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import { shippedPack, shippedPacks } from './shipped-packs.ts';

const startMs = Date.UTC(2026, 10, 23, 1);
const hourMs = 3_600_000;

function step(progress: ApplicationProgress, action: ApplicationAction, pack: RulePack): ApplicationProgress {
  const result = applyAction(progress, action, pack);
  if (!result.ok) throw new Error(`${action.kind} in ${progress.stage}: ${result.code}`);
  return result.progress;
}

/** What brings an order out of a stage when all goes well. */
function goodStep(stage: Stage, atMs: number, pack: RulePack): ApplicationAction {
  switch (stage) {
    case 'collecting':
      return { kind: 'submit', atMs };
    case 'awaiting_authorisation':
      return { kind: 'authorise', atMs };
    case 'awaiting_payment':
      return { kind: 'pay', atMs };
    case 'pre_review':
      return { kind: 'pre_approve', atMs };
    case 'awaiting_confirmation':
      return { kind: 'confirm', atMs };
    case 'in_review':
      return pack.validity === null
        ? { kind: 'pass', atMs }
        : { kind: 'pass', atMs, certifiedUntil: calendarDate('2027-11-22') };
    case 'returned':
      return { kind: 'resubmit', atMs };
    case 'passed':
    case 'failed':
    case 'withdrawn':
      throw new Error(`nothing follows ${stage}`);
  }
}

/** Goes on until the order stands in the stage, an hour a step. */
function walkTo(target: Stage, progress: ApplicationProgress, pack: RulePack): ApplicationProgress {
  let current = progress;
  for (let hour = 1; current.stage !== target; hour += 1) {
    if (hour > 10) throw new Error(`${target} is not reached`);
    current = step(current, goodStep(current.stage, current.stageSinceAtMs + hourMs, pack), pack);
  }
  return current;
}

describe('an order goes the way of its pack to the pass', () => {
  it.each(shippedPacks.map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
    for (const entityType of pack.coveredEntityTypes) {
      for (const kind of pack.applicationKinds) {
        const passed = walkTo('passed', openApplication(kind, entityType, startMs), pack);
        const { knownFen } = feesCharged(passed.attempts);
        expect(knownFen > 0, entityType).toBe(passed.paidAtMs !== undefined);
      }
    }
  });
});

describe('a confirmation that lapses', () => {
  it.each([
    ['wechat.mp.registration', 'registration', 'failed'],
    ['wechat.mp.filing', 'filing', 'returned'],
    ['wechat.pay.merchant', 'merchant_onboarding', 'failed'],
    ['wechat.mp.subject_change', 'subject_change', 'failed'],
  ] as const)('%s %s: %s', (id, kind, stage) => {
    const pack = shippedPack(id);
    const waiting = walkTo('awaiting_confirmation', openApplication(kind, 'company', startMs), pack);
    const atMs = waiting.stageSinceAtMs + 400 * hourMs;
    expect(step(waiting, { kind: 'confirmation_lapsed', atMs }, pack).stage).toBe(stage);
  });

  it('is not known of where the rules set no time', () => {
    const pack = shippedPack('douyin.mini_program');
    const start = openApplication('first_certification', 'company', startMs);
    const waiting = walkTo('awaiting_confirmation', start, pack);
    expect(allowedActions(waiting, pack)).toEqual(['confirm', 'fail', 'withdraw']);
  });

  it('begins a filing anew with the pre-review', () => {
    const pack = shippedPack('wechat.mp.filing');
    const waiting = walkTo('awaiting_confirmation', openApplication('filing', 'company', startMs), pack);
    const atMs = waiting.stageSinceAtMs + 25 * hourMs;
    const returned = step(waiting, { kind: 'confirmation_lapsed', atMs }, pack);
    expect(returned.attempts.at(-1)?.reasonCode).toBe('confirmation_lapsed');
    expect(walkTo('pre_review', returned, pack).attempts).toHaveLength(2);
  });
});
