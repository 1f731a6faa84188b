import { addDays, compareDates, dateOfInstant } from './calendar-date.ts';
import { missedCalls } from './missed-calls.ts';
import { optionalField } from './optional-field.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import { isAnswered, isSamePaper, mayBeRejected } from './return-remedy.ts';
import { clockRule, lengthBasis } from './rule-pack-lookup.ts';
import type { DocumentRule, RejectedPapers, ReturnReason, RulePack } from './rule-pack.ts';

const attempts = { at: 'attempts' } as const;
type Item = PreCheckFacts['items'][number];

/** The order was sent back more often than these rules allow: it went by others before. */
const noneLeft: Pick<Observation, 'text' | 'remedy'> = {
  text: { zh: '按这一版规则已没有补交机会', en: 'By these rules no refill is left' },
  remedy: {
    zh: '到平台核对还能不能补交；不能的，照实记录结果',
    en: 'See on the platform whether it can still be refilled; where not, record the result as it is',
  },
};

/** As many calls were missed as end the order: nothing can be agreed for the next one. */
const callsSpent: Pick<Observation, 'text' | 'remedy'> = {
  text: {
    zh: '未接来电已到次数，按规则这件订单已结束',
    en: 'As many calls were missed as end the order by the rules',
  },
  remedy: {
    zh: '到平台查结果；已失败的照实记录，重新下单另付费',
    en: 'Look the result up on the platform; where it has failed, record it and place a new order, which is charged',
  },
};

/** After a return: the papers that answer it, and whether another chance is left. */
export function returnObservations(facts: PreCheckFacts, pack: RulePack): Observation[] {
  const { returns, isReturned } = facts;
  const last = returns.at(-1);
  if (!isReturned || last === undefined) return [];
  const reason = pack.returnReasons.find(({ code }) => code === last.reasonCode);
  const observations = answerObservations(facts, reason, last);
  const over = windowObservations(facts, pack);
  const isSpent = pack.refills !== null && returns.length > pack.refills.max;
  // The last chance is none any more once its time is over.
  if (pack.refills !== null && returns.length >= pack.refills.max && (isSpent || over.length === 0)) {
    const found = `${returns.length} / ${pack.refills.max}`;
    const spent = isSpent ? noneLeft : {};
    observations.push({ check: 'last_refill', place: attempts, rule: pack.refills, found, ...spent });
  }
  return [...observations, ...over];
}

/** The time for answers runs from the first return, however often the order came back since. */
function windowObservations({ returns, today }: PreCheckFacts, pack: RulePack): Observation[] {
  const [first] = returns;
  const rule = clockRule(pack, 'refill');
  if (first === undefined || rule?.unit !== 'calendar_day') return [];
  // Where the firm has made it longer, the platform's own end is what an order fails by.
  const total = Math.min(rule.total, rule.firm?.packTotal ?? rule.total);
  const lastDay = addDays(dateOfInstant(first.atMs), total);
  if (compareDates(today, lastDay) <= 0) return [];
  return [{ check: 'refill_window_over', place: attempts, rule: lengthBasis(rule), found: lastDay }];
}

/** A paper that the platform has seen already does not answer the return. */
function answerObservations(
  facts: PreCheckFacts,
  reason: ReturnReason | undefined,
  { atMs, rejects: named = [] }: PreCheckFacts['returns'][number],
): Observation[] {
  const sentBack = facts.items.filter((item) => item.reason?.code === 'rejected');
  const found = dateOfInstant(atMs);
  const unchanged = sentBack.map(({ requirementId, title }): Observation => ({
    check: 'remedy_unchanged',
    place: { at: 'item', requirementId },
    ...optionalField('rule', reason),
    title,
    found,
  }));
  if (reason === undefined) return unchanged;
  if (reason.rejects !== undefined && named.length === 0 && !isAnyNewer(facts, reason.rejects, atMs))
    unchanged.push({ check: 'remedy_unchanged', place: attempts, rule: reason, found });
  const open = reason.remedyDocuments
    .filter((rule) => !sentBack.some((item) => isSamePaper(item, rule)))
    .find((rule) => !facts.items.some((item) => isSamePaper(item, rule) && isSettled(item, atMs)));
  if (open === undefined) return unchanged;
  return [...unchanged, { check: 'remedy_missing', place: attempts, rule: reason, title: open.title }];
}

/** A remedy is settled by a newer paper that is in order, and by the firm's word since that this case does without. */
function isSettled(item: Item, atMs: number): boolean {
  switch (item.state) {
    case 'satisfied':
    case 'expiring':
      return isAnswered(item, atMs);
    case 'not_needed':
      return item.reason?.code === 'alternative_satisfied' || isAnswered(item, atMs);
    case 'to_confirm':
    case 'missing':
    case 'expired':
    case 'rejected':
      return false;
  }
}

function isAnyNewer({ items, papers }: PreCheckFacts, rejects: RejectedPapers, atMs: number): boolean {
  const isMeant = ({ accepts }: Pick<DocumentRule, 'accepts'>): boolean =>
    accepts.some((kind) => mayBeRejected(kind, rejects));
  return (
    items.some((item) => isMeant(item) && isAnswered(item, atMs)) ||
    papers.some(({ kind, receivedAtMs }) => mayBeRejected(kind, rejects) && receivedAtMs > atMs)
  );
}

/** Calls of the reviewer that were missed so far, by the log and by the returns; the last of them ends the order. */
export function callsMissedObservations(
  { returns, calls = [] }: PreCheckFacts,
  { reviewerCall }: RulePack,
): Observation[] {
  if (reviewerCall === null) return [];
  const dated = returns.map(({ atMs, ...about }) => ({ ...about, returnedAtMs: atMs }));
  const { missed, toFail } = missedCalls({ calls, returns: dated }, reviewerCall);
  if (missed === 0) return [];
  const spent = missed >= toFail ? callsSpent : {};
  return [
    { check: 'calls_missed', place: attempts, rule: reviewerCall, found: `${missed} / ${toFail}`, ...spent },
  ];
}
