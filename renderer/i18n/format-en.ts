import { dateOfInstant, monthOf, weekday, yearOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { formatBytes, formatCount, formatMoney, formatTime } from './format-figures.ts';
import type { CountdownForm } from '#shared/domain/agenda.ts';
import type { Format } from './format.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const dayName = (date: CalendarDate): string => days[weekday(date) - 1] ?? '';
const monthName = (month: number): string => months[month - 1] ?? '';
const dayOf = (date: CalendarDate): number => Number(date.slice(8));
const monthDay = (date: CalendarDate): string => `${dayOf(date)} ${monthName(monthOf(date)).slice(0, 3)}`;
const dateNear = (date: CalendarDate, today: CalendarDate): string =>
  yearOf(date) === yearOf(today) ? monthDay(date) : `${monthDay(date)} ${yearOf(date)}`;

const dateWords = {
  internal: 'internal',
  legal: 'legal',
  validity: 'expiry',
  agreed: 'due day',
  plan: 'plan',
} as const;

function countdown(left: CountdownForm): string {
  switch (left.form) {
    case 'overdue_days':
      return `${left.n} d past ${dateWords[left.of]}`;
    case 'overdue_hours':
      return left.h === 0 ? `${left.m} min over` : `${left.h} h over`;
    case 'hours':
      return left.h === 0 ? `${left.m} min` : `${left.h} h ${left.m} min`;
    case 'time':
      return formatTime(left.atMs);
    case 'today':
      return 'today';
    case 'left_days':
      return `${left.n} d to ${dateWords[left.of]}`;
    case 'date':
      return monthDay(left.date);
    case 'waiting_client':
      return left.n === 0 ? 'since today' : `waiting ${left.n} d`;
    case 'waiting_platform':
      return `day ${left.n}`;
  }
}

function moment(atMs: number, nowMs: number): string {
  const date = dateOfInstant(atMs);
  const today = dateOfInstant(nowMs);
  return `${date === today ? 'Today' : dateNear(date, today)} ${formatTime(atMs)}`;
}

export const formatEn: Format = {
  date: (date) => `${dayName(date)} ${monthDay(date)}`,
  dateLong: (date) => `${dayOf(date)} ${monthName(monthOf(date))} ${yearOf(date)}`,
  monthDay,
  dateNear,
  weekday: dayName,
  weekdayShort: (date) => dayName(date).slice(0, 2),
  month: (month) => `${monthName(Number(month.slice(5, 7))).slice(0, 3)} ${month.slice(0, 4)}`,
  money: formatMoney,
  moneyWithUnit: (fen) => `CNY ${formatMoney(fen)}`,
  count: formatCount,
  bytes: formatBytes,
  countdown,
  time: formatTime,
  moment,
};
