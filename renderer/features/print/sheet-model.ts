import type { ApplicationDetails, ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { isInPreparation } from '#shared/domain/application.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { carriesValidity } from '#shared/domain/document-kind.ts';
import { isAboutPicture } from '#shared/domain/pre-check-pictures.ts';
import type { Finding } from '#shared/domain/pre-check.ts';
import { feesCharged } from '#shared/domain/platform-fees.ts';
import type { FeeSum } from '#shared/domain/platform-fees.ts';
import type { Holder, RulePack, RuleText, UploadLimit } from '#shared/domain/rule-pack.ts';
import type { HolidayName, WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { needsOf } from './needs.ts';
import type { Need } from './needs.ts';

/** By when the client's papers should be with us; `isPast`: the day has gone by, so as soon as possible. */
export interface SheetDue {
  readonly on: CalendarDate;
  readonly legalOn: CalendarDate | null;
  readonly isPast: boolean;
  readonly provisional: boolean;
  /** Why nobody works on the legal day: a holiday, or no more than the weekend. */
  readonly legalDayOff: HolidayName | 'weekend' | null;
}

/** What the client need not send again. */
export interface Received {
  readonly id: string;
  readonly title: RuleText;
  readonly person: string | null;
  readonly fact:
    | { readonly kind: 'until'; readonly on: CalendarDate }
    | { readonly kind: 'received'; readonly on: CalendarDate }
    | { readonly kind: 'forever' | 'to_check' | 'none' };
  /** What is wrong with its picture, so that another one is welcome; null where all is well or nobody has looked. */
  readonly fault: RuleText | null;
}

export interface SheetCall {
  readonly person: {
    readonly name: string;
    readonly role: Holder | null;
    readonly phone: string | null;
    readonly hours: string | null;
  } | null;
  readonly missedCallsToFail: number;
  readonly questions: readonly RuleText[];
  readonly numbers: readonly string[];
}

/** Everything on the client's checklist but its words. */
export interface Sheet {
  readonly due: SheetDue | null;
  /** The refill that is being prepared, and what a failure would lose. */
  readonly refill: { readonly n: number; readonly max: number | null; readonly fee: FeeSum } | null;
  readonly needs: readonly Need[];
  /** Asked for only where the case is so. */
  readonly maybe: readonly Need[];
  readonly received: readonly Received[];
  readonly limits: readonly UploadLimit[];
  /** Null where no reviewer calls. */
  readonly call: SheetCall | null;
}

/** What one application's checklist says to the client on a day. */
export function sheetOf(
  details: ApplicationDetails,
  pack: RulePack,
  today: CalendarDate,
  calendar: WorkingCalendar,
  findings: readonly Finding[] = [],
): Sheet {
  const { needs, maybe } = needsOf(details, pack);
  return {
    due: dueOf(details, today, calendar),
    refill: refillOf(details),
    needs,
    maybe,
    received: details.items
      .filter(isReceived)
      .map((item) => ({ ...receivedOf(item), fault: faultOf(item, findings) })),
    limits: limitsOf(details, pack),
    call: callOf(details, pack),
  };
}

/** Only where papers are waited for: while they are collected, and before a refill. */
function dueOf(
  { application, running, obligations }: ApplicationDetails,
  today: CalendarDate,
  calendar: WorkingCalendar,
): SheetDue | null {
  const isWaiting = isInPreparation(application.stage);
  if (!isWaiting) return null;
  const clock = running?.clock.unit === 'hour' ? undefined : running?.clock;
  const duty = clock ?? obligations.find(({ kind }) => kind === 'collecting' || kind === 'clock_refill');
  if (duty === undefined || duty.internalOn === null) return null;
  const { internalOn: on, legalOn, provisional } = duty;
  return {
    on,
    legalOn,
    isPast: on < today,
    provisional,
    legalDayOff: legalOn && dayOffOf(legalOn, calendar),
  };
}

function dayOffOf(date: CalendarDate, calendar: WorkingCalendar): SheetDue['legalDayOff'] {
  return calendar.isWorkingDay(date) ? null : (calendar.holidayName(date) ?? 'weekend');
}

function refillOf({ application, attempts, refillMax }: ApplicationDetails): Sheet['refill'] {
  if (application.stage !== 'returned') return null;
  return {
    n: attempts.length,
    max: refillMax,
    fee: feesCharged(attempts),
  };
}

function isReceived({ requirement, documents }: ApplicationItem): boolean {
  const { state, reason } = requirement;
  if (state === 'satisfied') return true;
  return state === 'to_confirm' && documents.length > 0 && reason?.code !== 'applicability_unknown';
}

/** Of several the weightiest; what an upload copy mends, such as the format, is no matter of the client's. */
function faultOf({ requirement }: ApplicationItem, findings: readonly Finding[]): RuleText | null {
  const found = findings.find(
    ({ check, place, level }) =>
      level !== 'may_ask' &&
      isAboutPicture(check) &&
      place.at === 'item' &&
      place.requirementId === requirement.requirementId,
  );
  return found?.text ?? null;
}

function receivedOf({ id, requirement, documents }: ApplicationItem): Omit<Received, 'fault'> {
  const paper = documents.find(({ kind }) => requirement.accepts.includes(kind)) ?? documents[0];
  const person = requirement.holder === undefined ? null : (paper?.contactName ?? null);
  return { id, title: requirement.title, person, fact: factOf(requirement.state, paper) };
}

function factOf(
  state: ApplicationItem['requirement']['state'],
  paper: DocumentRow | undefined,
): Received['fact'] {
  if (paper === undefined) return { kind: 'none' };
  if (state === 'to_confirm') return { kind: 'to_check' };
  const { validUntil } = paper;
  if (validUntil === 'forever') return { kind: 'forever' };
  if (validUntil !== null && carriesValidity(paper.kind)) return { kind: 'until', on: validUntil };
  return {
    kind: 'received',
    on: dateOfInstant(Math.max(paper.createdAtMs, ...paper.current.map((file) => file.createdAtMs))),
  };
}

/** How pictures have to be, by the profile of what is asked for first. */
function limitsOf({ items }: ApplicationDetails, pack: RulePack): readonly UploadLimit[] {
  const asked = items.find(({ requirement }) => requirement.state !== 'satisfied') ?? items[0];
  const profile = pack.uploadProfiles.find(({ id }) => id === asked?.requirement.uploadProfileId);
  return (profile ?? pack.uploadProfiles[0])?.limits ?? [];
}

function callOf({ contacts }: ApplicationDetails, pack: RulePack): SheetCall | null {
  if (pack.reviewerCall === null) return null;
  const person =
    contacts.find(({ answersCalls }) => answersCalls) ??
    contacts.find(({ isAdministrator }) => isAdministrator);
  const { missedCallsToFail, questions } = pack.reviewerCall;
  return {
    person: person
      ? { name: person.name, role: roleOf(person), phone: person.phone, hours: person.availableHours }
      : null,
    missedCallsToFail,
    questions: questions.map(({ text }) => text),
    numbers: pack.reviewLines.map(({ number }) => number),
  };
}

function roleOf(contact: ApplicationDetails['contacts'][number]): Holder | null {
  if (contact.isAdministrator) return 'administrator';
  return contact.isLegalRepresentative ? 'legal_representative' : null;
}
