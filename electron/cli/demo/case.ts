import { createApplication, stepApplication } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import { saveFee } from '#backend/fees/service.ts';
import type { RulePacks } from '#backend/rules/library.ts';
import type { ApplicationStep } from '#shared/contract/applications.ts';
import { addYears, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import { platformFee } from '#shared/domain/rule-pack-lookup.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Firm } from './firm.ts';
import type { Random } from './random.ts';

const kind = 'first_certification';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

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
] as const;
type CourseEnd = (typeof courses)[number]['end'];

const reasons = ['主体信息与证照不一致', '对公账户信息有误', '证照图片不清晰', '联系人电话未接通'] as const;

/** Opens an application for an account and carries it to some stage, as a consultant would have recorded it. */
export function addCase(
  backend: Backend,
  random: Random,
  { clientId, entityType }: Firm,
  accountId: string,
): void {
  const course = courseAt(random.below(100));
  const nowMs = backend.clock.nowMs();
  const openedAtMs = nowMs - (1 + random.below(course.ageDays)) * dayMs - random.below(9) * hourMs;
  const { id } = createApplication(backend, { accountId, kind, openedAtMs });
  let atMs = openedAtMs;
  for (const step of stepsTo(course.end, random, isCharged(backend, entityType, openedAtMs))) {
    // Each step comes an hour or more after the one before, and none of them later than now.
    atMs = Math.min(nowMs, atMs + (1 + random.below(4)) * hourMs);
    stepApplication(backend, id, step(atMs));
  }
  if (random.chance(50)) chargeService(backend, random, clientId, id, dateOfInstant(openedAtMs));
}

type StepAt = (atMs: number) => ApplicationStep;

function stepsTo(end: CourseEnd, random: Random, charged: boolean): readonly StepAt[] {
  const reasonText = random.pick(reasons);
  const submitted: StepAt[] = [(atMs) => ({ kind: 'submit', atMs })];
  const authorised: StepAt[] = [...submitted, (atMs) => ({ kind: 'authorise', atMs })];
  const inReview: StepAt[] = charged ? [...authorised, (atMs) => ({ kind: 'pay', atMs })] : authorised;
  const returned: StepAt[] = [...inReview, (atMs) => ({ kind: 'return', reasonText, atMs })];
  const secondTry: StepAt[] = [...returned, (atMs) => ({ kind: 'resubmit', atMs })];
  switch (end) {
    case 'collecting':
      return [];
    case 'awaiting_authorisation':
      return submitted;
    case 'awaiting_payment':
      return authorised;
    case 'in_review':
      return inReview;
    case 'returned':
      return returned;
    case 'passed': {
      const reviewed = random.chance(30) ? secondTry : inReview;
      return [
        ...reviewed,
        (atMs) => ({ kind: 'pass', certifiedUntil: addYears(dateOfInstant(atMs), 1), atMs }),
      ];
    }
    case 'failed':
      return [...inReview, (atMs) => ({ kind: 'fail', reasonText, atMs })];
    case 'withdrawn':
      return [(atMs) => ({ kind: 'withdraw', atMs })];
  }
}

/** Some bodies pay nothing: their case is in review as soon as it is authorised. */
function isCharged({ rules }: Backend, entityType: EntityType, atMs: number): boolean {
  const pack = packOf(rules, entityType);
  return pack !== undefined && (platformFee(pack, entityType, dateOfInstant(atMs))?.amountFen ?? 0) > 0;
}

/** Whether the rules know the certification of such a client's mini program. */
export const isCovered = ({ rules }: Backend, entityType: EntityType): boolean =>
  packOf(rules, entityType) !== undefined;

const packOf = (rules: RulePacks, entityType: EntityType): RulePack | undefined =>
  rules.all
    .map(({ pack }) => pack)
    .find(
      (pack) =>
        pack.platform === 'wechat' &&
        pack.applicationKinds.includes(kind) &&
        pack.coveredEntityTypes.includes(entityType),
    );

function chargeService(
  backend: Backend,
  random: Random,
  clientId: string,
  applicationId: string,
  chargedOn: CalendarDate,
): void {
  const amountFen = (3 + random.below(9)) * 10_000;
  const fee = {
    kind: 'service',
    title: '认证代办费',
    amountFen,
    chargedOn,
    dueOn: null,
    invoiceNumber: null,
  } as const;
  saveFee(backend, { clientId, id: null, applicationId, fee });
}

function courseAt(percent: number): (typeof courses)[number] {
  let upTo = 0;
  return courses.find(({ share }) => (upTo += share) > percent) ?? courses[0];
}
