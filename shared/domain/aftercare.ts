import type { CalendarDate } from './calendar-date.ts';
import { addDays, compareDates } from './calendar-date.ts';
import type { AftercareDecision, DocumentFacts, EndedOrder } from './client-facts.ts';
import type { DayTerm } from './day-term.ts';
import { termEnding } from './day-term.ts';
import { optionalField } from './optional-field.ts';
import type { AccountNumber, AftercareDuty, AftercareRule, AftercareTime } from './rule-pack.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * How long after its end a step is still a duty. Whatever was not done by then is history: a firm that enters its old
 * cases, or gets these steps with a new version of the program, is not shown years of them as overdue.
 */
export const lapsesAfterDays = 30;

/** Why a step is settled without anybody’s word on it. */
export type AftercareBasis = 'paper' | 'number' | 'alternative' | 'answer' | 'predecessor' | 'whole';

/** Where one step after the pass stands. `note` informs and is never ticked off. */
export type AftercareState =
  | { readonly state: 'note'; readonly term?: AftercareTerm }
  | { readonly state: 'to_do' | 'question' | 'lapsed'; readonly term: AftercareTerm }
  /** Its time begins when the step that it follows is done. */
  | { readonly state: 'waits'; readonly after: string }
  | { readonly state: 'done' | 'not_needed'; readonly on?: CalendarDate; readonly by?: AftercareBasis };

export type AftercareStep = { readonly rule: AftercareRule } & AftercareState;

/** From the day it runs to its two ends; the firm’s own plan has no legal one, what others do no internal one. */
export type AftercareTerm = Pick<DayTerm, 'provisional'> & {
  readonly startsOn: CalendarDate;
  readonly legalOn?: CalendarDate;
  readonly internalOn?: CalendarDate;
};

/** What settles steps by itself: the papers on file, the numbers of the account. */
export type AftercareFacts = {
  readonly documents: readonly DocumentFacts[];
  readonly numbers: readonly AccountNumber[];
};

/** Every step that the application’s rules name for after its end, in their order, with where it stands today. */
export function aftercareSteps(
  pass: EndedOrder,
  facts: AftercareFacts,
  calendar: WorkingCalendar,
  today: CalendarDate,
): AftercareStep[] {
  const steps: AftercareStep[] = [];
  for (const rule of pass.rules) {
    const state = stateOf(rule, { pass, facts, calendar, today, before: steps });
    if (state !== undefined) steps.push({ rule, ...state });
  }
  return steps;
}

type Context = {
  readonly pass: EndedOrder;
  readonly facts: AftercareFacts;
  readonly calendar: WorkingCalendar;
  readonly today: CalendarDate;
  /** The steps that stand before it in the pack: only they can be followed. */
  readonly before: readonly AftercareStep[];
};

function stateOf(rule: AftercareRule, context: Context): AftercareState | undefined {
  const { pass, calendar, today } = context;
  const { duty } = rule;
  if (duty === undefined) return { state: 'note', ...optionalField('term', noteTerm(rule, context)) };
  const decided = decisionOn(rule.id, pass);
  if (decided) return { state: decided.decision, on: decided.decidedOn };
  const answer = answerTo(duty, pass);
  if (answer === 'no') return { state: 'not_needed', by: 'answer' };
  const settled = settledBy(duty, context);
  if (settled) return settled;
  const whole = wholeOf(duty, context);
  if (whole?.state === 'not_needed') return { state: 'not_needed', by: 'answer' };
  if (whole?.state === 'done') return { state: 'done', by: 'whole', ...optionalField('on', whole.on) };
  const begins = beginOf(duty, context);
  if (typeof begins !== 'string') return begins;
  const term = termOf(rule, duty, begins, calendar);
  const end = term.legalOn ?? term.internalOn ?? begins;
  if (compareDates(addDays(end, lapsesAfterDays), today) < 0) return { state: 'lapsed', term };
  if (answer === 'left_out') return undefined;
  const isAsked = answer === 'open' || whole?.state === 'question' || hasOpenAlternative(duty, pass);
  return { state: isAsked ? 'question' : 'to_do', term };
}

const decisionOn = (ruleId: string, { decisions }: EndedOrder): AftercareDecision | undefined =>
  decisions.find((each) => each.ruleId === ruleId);

/** Whether the step applies in this case: `open` asks the firm, `left_out` says nothing of it. */
function answerTo({ condition }: AftercareDuty, { answers }: EndedOrder): 'yes' | 'no' | 'open' | 'left_out' {
  if (condition === undefined) return 'yes';
  const answer = answers[condition.fact];
  if (answer !== undefined) return answer === condition.is ? 'yes' : 'no';
  switch (condition.unknown) {
    case 'require':
      return 'yes';
    case 'ask':
      return 'open';
    case 'leave_out':
      return 'left_out';
  }
}

function settledBy(duty: AftercareDuty, { pass, facts }: Context): AftercareState | undefined {
  const { number, alternatives = [] } = duty;
  if (facts.documents.some((document) => isPaperFor(document, duty, pass)))
    return { state: 'done', by: 'paper' };
  if (number !== undefined && facts.numbers.includes(number)) return { state: 'done', by: 'number' };
  const isReplaced = alternatives.some((id) => decisionOn(id, pass)?.decision === 'done');
  return isReplaced ? { state: 'not_needed', by: 'alternative' } : undefined;
}

/** A paper of the kind that ends after the pass and was filed for this case: one of an earlier case does not count. */
function isPaperFor(
  { kind, validUntil, filedOn }: DocumentFacts,
  duty: AftercareDuty,
  pass: EndedOrder,
): boolean {
  if (kind !== duty.paper || validUntil === undefined) return false;
  if (filedOn !== undefined && compareDates(filedOn, pass.openedOn) < 0) return false;
  return validUntil === 'forever' || compareDates(validUntil, pass.endedOn) > 0;
}

/** Which of the alternatives applies is not settled yet. */
const hasOpenAlternative = ({ alternatives = [] }: AftercareDuty, pass: EndedOrder): boolean =>
  alternatives.some((id) => decisionOn(id, pass) === undefined);

const wholeOf = ({ partOf }: AftercareDuty, { before }: Context): AftercareStep | undefined =>
  before.find(({ rule }) => rule.id === partOf);

/** The day from which its time runs; where it follows another step, the day on which that was done. */
function beginOf({ after }: AftercareDuty, { pass, before }: Context): CalendarDate | AftercareState {
  if (after === undefined) return pass.endedOn;
  const predecessor = before.find(({ rule }) => rule.id === after);
  if (predecessor?.state === 'done') return predecessor.on ?? pass.endedOn;
  if (predecessor?.state === 'not_needed') return { state: 'not_needed', by: 'predecessor' };
  return { state: 'waits', after };
}

function termOf(
  { within }: AftercareRule,
  { plan, waitingOn }: AftercareDuty,
  startsOn: CalendarDate,
  calendar: WorkingCalendar,
): AftercareTerm {
  const legal = within && timeFrom(startsOn, within, calendar);
  const planned = plan && timeFrom(startsOn, plan, calendar);
  const planEnd = planned?.internalOn ?? legal?.internalOn;
  const internalOn = planEnd && workingDayFrom(startsOn, planEnd, legal?.legalOn, calendar);
  return {
    startsOn,
    ...optionalField('legalOn', legal?.legalOn),
    // What another party does is waited for until its end.
    ...(waitingOn === 'us' || legal === undefined ? optionalField('internalOn', internalOn) : {}),
    provisional: [legal, planned].some((time) => time?.provisional === true),
  };
}

/**
 * A holiday that begins at once puts the last working day before the start: then it is the first after it, if that is
 * not too late.
 */
function workingDayFrom(
  start: CalendarDate,
  date: CalendarDate,
  legalOn: CalendarDate | undefined,
  calendar: WorkingCalendar,
): CalendarDate | undefined {
  if (compareDates(start, date) <= 0) return date;
  const next = calendar.addWorkingDays(start, 1).date;
  return legalOn !== undefined && compareDates(legalOn, next) < 0 ? undefined : next;
}

const noteTerm = ({ within }: AftercareRule, { pass, calendar }: Context): AftercareTerm | undefined => {
  if (within === undefined) return undefined;
  const { legalOn, provisional } = timeFrom(pass.endedOn, within, calendar);
  return { startsOn: pass.endedOn, legalOn, provisional };
};

function timeFrom(from: CalendarDate, { unit, total }: AftercareTime, calendar: WorkingCalendar): DayTerm {
  switch (unit) {
    case 'working_day': {
      const { date, provisional } = calendar.addWorkingDays(from, total);
      return { ...termEnding(date, calendar), provisional };
    }
    case 'calendar_day':
      return termEnding(addDays(from, total), calendar);
    case 'hour':
      return termEnding(addDays(from, Math.ceil(total / 24)), calendar);
  }
}
