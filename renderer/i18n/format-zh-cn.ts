import { dateOfInstant, monthOf, weekday, yearOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { formatBytes, formatCount, formatMoney, formatTime } from './format-figures.ts';
import type { CountdownForm } from '#shared/domain/agenda.ts';
import type { Format } from './format.ts';

const days = '一二三四五六日';

const monthDay = (date: CalendarDate): string => `${monthOf(date)}月${Number(date.slice(8))}日`;
const dateLong = (date: CalendarDate): string => `${yearOf(date)}年${monthDay(date)}`;
const weekdayShort = (date: CalendarDate): string => days.charAt(weekday(date) - 1);
const dateNear = (date: CalendarDate, today: CalendarDate): string =>
  yearOf(date) === yearOf(today) ? monthDay(date) : dateLong(date);

const dateWords = {
  internal: '内部',
  legal: '法定',
  validity: '有效期',
  agreed: '约定',
  plan: '计划',
} as const;

function countdown(left: CountdownForm): string {
  switch (left.form) {
    case 'overdue_days':
      return left.of === 'validity' ? `有效期过 ${left.n} 天` : `${dateWords[left.of]}逾期 ${left.n} 天`;
    case 'overdue_hours':
      return left.h === 0 ? `逾期 ${left.m} 分` : `逾期 ${left.h} 小时`;
    case 'hours':
      return left.h === 0 ? `${left.m} 分` : `${left.h} 小时 ${left.m} 分`;
    case 'time':
      return formatTime(left.atMs);
    case 'today':
      return '今天';
    case 'left_days':
      return `${dateWords[left.of]}剩 ${left.n} 天`;
    case 'date':
      return monthDay(left.date);
    case 'waiting_client':
      return left.n === 0 ? '今天起等' : `等 ${left.n} 天`;
    case 'waiting_platform':
      return `第 ${left.n} 天`;
  }
}

function moment(atMs: number, nowMs: number): string {
  const date = dateOfInstant(atMs);
  const today = dateOfInstant(nowMs);
  return `${date === today ? '今天' : dateNear(date, today)} ${formatTime(atMs)}`;
}

export const formatZhCn: Format = {
  date: (date) => `${monthDay(date)} 周${weekdayShort(date)}`,
  dateLong,
  monthDay,
  dateNear,
  weekday: (date) => `周${weekdayShort(date)}`,
  weekdayShort,
  month: (month) => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`,
  money: formatMoney,
  moneyWithUnit: (fen) => `${formatMoney(fen)} 元`,
  count: formatCount,
  bytes: formatBytes,
  countdown,
  time: formatTime,
  moment,
};
