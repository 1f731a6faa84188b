import { updateAccount } from '#backend/accounts/service.ts';
import { createApplication, stepApplication } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import { saveFee } from '#backend/fees/service.ts';
import { newestPackFor } from '#backend/rules/newest.ts';
import type { ApplicationKind } from '#shared/domain/application.ts';
import { addDays, dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { EntityType } from '#shared/domain/entity-type.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { openApplication } from '#shared/domain/stages.ts';
import { pickCourse, stepsOf } from './course.ts';
import type { Firm } from './firm.ts';
import type { Random } from './random.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What the cases are for, with their shares in percent; the first is what every covered client can have. */
const kinds = [
  { kind: 'first_certification', share: 55 },
  { kind: 'annual_review', share: 25 },
  { kind: 'filing', share: 12 },
  { kind: 'registration', share: 4 },
  { kind: 'subject_change', share: 4 },
] as const satisfies readonly { kind: ApplicationKind; share: number }[];

/** Opens an application for an account and carries it to some stage, as a consultant would have recorded it. */
export function addCase(
  backend: Backend,
  random: Random,
  { clientId, entityType }: Firm,
  accountId: string,
): void {
  const { kind, pack } = pickKind(backend, random, entityType);
  if (pack === undefined) return;
  const course = pickCourse(random);
  const nowMs = backend.clock.nowMs();
  const openedAtMs = nowMs - (1 + random.below(course.ageDays)) * dayMs - random.below(9) * hourMs;
  if (kind === 'annual_review') certifyBefore(backend, random, accountId, dateOfInstant(openedAtMs));
  const { id } = createApplication(backend, { accountId, kind, openedAtMs });
  const start = openApplication(kind, entityType, openedAtMs);
  for (const step of stepsOf(start, course, { pack, random, nowMs })) stepApplication(backend, id, step);
  if (random.chance(50)) chargeService(backend, random, clientId, id, dateOfInstant(openedAtMs));
}

function pickKind(
  backend: Backend,
  random: Random,
  entityType: EntityType,
): { readonly kind: ApplicationKind; readonly pack: RulePack | undefined } {
  const percent = random.below(100);
  let upTo = 0;
  const { kind } = kinds.find(({ share }) => (upTo += share) > percent) ?? kinds[0];
  const pack = packOf(backend, kind, entityType);
  if (pack !== undefined) return { kind, pack };
  return { kind: kinds[0].kind, pack: packOf(backend, kinds[0].kind, entityType) };
}

/** An annual review is about a certification that ends soon. */
function certifyBefore(backend: Backend, random: Random, accountId: string, openedOn: CalendarDate): void {
  const until = addDays(openedOn, random.below(80));
  const changes = { certifiedSinceOn: addDays(until, -365), certifiedUntilOn: until };
  updateAccount(backend, accountId, { base: {}, changes });
}

/** Whether the rules know the certification of such a client's mini program. */
export const isCovered = (backend: Backend, entityType: EntityType): boolean =>
  packOf(backend, kinds[0].kind, entityType) !== undefined;

const packOf = ({ rules }: Backend, kind: ApplicationKind, entityType: EntityType): RulePack | undefined =>
  newestPackFor(rules.all, { platform: 'wechat', kind: 'mini_program' }, kind, entityType)?.pack;

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
