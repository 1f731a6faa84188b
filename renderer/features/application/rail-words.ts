import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { RailStep, RailUnits } from '#shared/domain/stage-rail.ts';
import type { Format } from '#renderer/i18n/format.ts';
import { nthRefillWords } from '#renderer/i18n/refill-words.ts';
import type { TFunction } from '#renderer/i18n/use-t.ts';

interface RailContext {
  readonly t: TFunction;
  readonly format: Format;
  readonly today: CalendarDate;
}

/** The one line of fact under a step of the rail; empty while there is none. */
export function railFact(step: RailStep, context: RailContext): string {
  const { t, format, today } = context;
  switch (step.id) {
    case 'collecting':
      return spanWords(step.startedOn, step.endedOn, context);
    case 'submitted':
      return step.on === undefined ? '' : format.dateNear(step.on, today);
    case 'authorisation':
      return unitsWords(step.units, t);
    case 'payment':
      if (step.feeFen === 0) return t('application.rail.free');
      return joined(
        [step.feeFen === undefined ? '' : format.moneyWithUnit(step.feeFen), unitsWords(step.units, t)],
        t,
      );
    case 'pre_review':
    case 'confirmation':
      return step.on === undefined ? unitsWords(step.units, t) : format.dateNear(step.on, today);
    case 'review':
      return joined(
        [unitsWords(step.units, t), step.wasReturned ? t('application.rail.wasReturned') : ''],
        t,
      );
    case 'refill':
      return refillWords(step, context);
    case 'result':
      return resultWords(step, context);
  }
}

function spanWords(
  from: CalendarDate,
  to: CalendarDate | undefined,
  { t, format, today }: RailContext,
): string {
  if (to === undefined) return t('application.rail.since', { date: format.dateNear(from, today) });
  if (from === to) return format.dateNear(from, today);
  const days = {
    from: format.monthDay(from),
    to: format.monthDay(to),
    fromDay: dayOf(from),
    toDay: dayOf(to),
  };
  return t(
    from.slice(0, 7) === to.slice(0, 7) ? 'application.rail.spanInMonth' : 'application.rail.span',
    days,
  );
}

const dayOf = (date: CalendarDate): number => Number(date.slice(8));

function unitsWords(units: RailUnits | undefined, t: TFunction): string {
  if (units === undefined) return '';
  const unit = t(`application.unit.${units.unit}`);
  if (units.used === undefined) return t('application.rail.within', { total: units.total, unit });
  return t('application.rail.used', { used: units.used, total: units.total, unit });
}

function refillWords(step: Extract<RailStep, { id: 'refill' }>, { t, format, today }: RailContext): string {
  const { state, refillNo, max, since } = step;
  if (state !== 'now') {
    if (refillNo > 0) return t('application.rail.refillsUsed', { n: refillNo });
    if (state === 'done') return t('application.rail.neverReturned');
    return max === undefined ? '' : t('application.rail.refillsMax', { n: max });
  }
  const which = nthRefillWords(refillNo, max ?? null, t);
  return joined(
    [which, since === undefined ? '' : t('application.rail.since', { date: format.dateNear(since, today) })],
    t,
  );
}

function resultWords(step: Extract<RailStep, { id: 'result' }>, { t, format, today }: RailContext): string {
  const { outcome, closedOn, latestOn, provisional } = step;
  if (outcome !== undefined) {
    return joined(
      [t(`vocabulary.stage.${outcome}`), closedOn === undefined ? '' : format.dateNear(closedOn, today)],
      t,
    );
  }
  if (latestOn === undefined) return '';
  const latest = t('application.rail.latest', { date: format.dateNear(latestOn, today) });
  return provisional ? t('application.provisional', { text: latest }) : latest;
}

const joined = (parts: readonly string[], t: TFunction): string =>
  parts.filter((part) => part !== '').join(t('application.comma'));
