import type { ApplicationStep } from '#shared/contract/applications.ts';
import { isClosed } from '#shared/domain/application.ts';
import type { PathStage, Stage } from '#shared/domain/application.ts';
import { addYears, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { allowedActions, applyAction } from '#shared/domain/stages.ts';
import type { ApplicationAction, ApplicationProgress } from '#shared/domain/stages.ts';
import type { Random } from './random.ts';

/** Where a case ends, with its share of all cases in percent and its usual age in days. */
const courses = [
  { end: 'collecting', share: 24, ageDays: 20 },
  { end: 'awaiting_authorisation', share: 6, ageDays: 6 },
  { end: 'awaiting_payment', share: 8, ageDays: 9 },
  { end: 'in_review', share: 12, ageDays: 14 },
  { end: 'returned', share: 10, ageDays: 25 },
  { end: 'passed', share: 33, ageDays: 300 },
  { end: 'failed', share: 4, ageDays: 120 },
  { end: 'withdrawn', share: 3, ageDays: 90 },
] as const satisfies readonly { end: Stage; share: number; ageDays: number }[];
export type Course = (typeof courses)[number];

const reasons = ['主体信息与证照不一致', '对公账户信息有误', '证照图片不清晰', '联系人电话未接通'] as const;

export function pickCourse(random: Random): Course {
  const percent = random.below(100);
  let upTo = 0;
  return courses.find(({ share }) => (upTo += share) > percent) ?? courses[0];
}

const hourMs = 3_600_000;

/**
 * The steps that carry a new order on its pack's path to the end of a course, each an hour or more after the one before
 * and none later than now. Where the path doesn't lead there, it goes as far as the next place that it has.
 */
export function stepsOf(
  start: ApplicationProgress,
  { end }: Course,
  { pack, random, nowMs }: { readonly pack: RulePack; readonly random: Random; readonly nowMs: number },
): ApplicationStep[] {
  const reasonText = random.pick(reasons);
  const isReturnedOnce = end === 'returned' || (end === 'passed' && random.chance(30));
  const steps: ApplicationStep[] = [];
  let progress = start;
  let atMs = start.openedAtMs;
  while (!hasArrived(progress.stage, end, pack)) {
    atMs = Math.min(nowMs, atMs + (1 + random.below(4)) * hourMs);
    const action = nextAction(progress, { end, isReturnedOnce, reasonText, atMs, pack });
    const result = applyAction(progress, action, pack);
    if (!result.ok) return steps;
    steps.push(action);
    progress = result.progress;
  }
  return steps;
}

function hasArrived(stage: Stage, end: Stage, { path }: RulePack): boolean {
  if (isClosed(stage) || stage === end) return true;
  const [here, there] = [path.indexOf(stage as PathStage), path.indexOf(end as PathStage)];
  return here >= 0 && there >= 0 && here >= there;
}

interface Turn {
  readonly end: Course['end'];
  readonly isReturnedOnce: boolean;
  readonly reasonText: string;
  readonly atMs: number;
  readonly pack: RulePack;
}

function nextAction(progress: ApplicationProgress, turn: Turn): ApplicationAction {
  const { end, isReturnedOnce, reasonText, atMs, pack } = turn;
  const allowed = allowedActions(progress, pack);
  if (end === 'withdrawn') return { kind: 'withdraw', atMs };
  if (end === 'failed' && allowed.includes('fail')) return { kind: 'fail', reasonText, atMs };
  const isFirstLook = progress.firstReturnedAtMs === undefined && allowed.includes('return');
  if (isReturnedOnce && isFirstLook) return { kind: 'return', reasonText, atMs };
  switch (progress.stage) {
    case 'awaiting_authorisation':
      return { kind: 'authorise', atMs };
    case 'awaiting_payment':
      return { kind: 'pay', atMs };
    case 'pre_review':
      return { kind: 'pre_approve', atMs };
    case 'awaiting_confirmation':
      return { kind: 'confirm', atMs };
    case 'in_review': {
      const certifiedUntil =
        pack.validity === null ? {} : { certifiedUntil: addYears(dateOfInstant(atMs), 1) };
      return { kind: 'pass', ...certifiedUntil, atMs };
    }
    case 'returned':
      return { kind: 'resubmit', atMs };
    case 'collecting':
    case 'passed':
    case 'failed':
    case 'withdrawn':
      return { kind: 'submit', atMs };
  }
}
