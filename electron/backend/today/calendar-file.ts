import ical, { ICalEventTransparency } from 'ical-generator';
import type { ObligationRow } from '#shared/contract/obligations.ts';
import { addDays } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { ObligationKind } from '#shared/domain/obligations.ts';

/** A calendar file holds text for people, so it is written in the language of the trade. */
const kindWords: Readonly<Record<ObligationKind, string>> = {
  paper_expiry: '资料到期',
  licence_term: '证照换新',
  annual_report: '报送企业年报',
  review_window: '提交年审',
  certification_expiry: '认证到期',
  clock_authorisation: '管理员授权截止',
  clock_payment: '付款截止',
  clock_pre_review: '初审最迟出结果',
  clock_confirmation: '客户确认截止',
  clock_review: '审核最迟出结果',
  clock_refill: '补交截止',
  collecting: '收集资料',
  aftercare: '通过后事项',
  task: '提醒',
  fee_due: '费用到期',
};

/**
 * Writes duties as an RFC 5545 calendar. A duty keeps its UID for as long as it stands, so that a calendar program
 * moves its entry rather than adding another. Days are all-day events; clocks of hours have their minute.
 */
export function calendarText(rows: readonly ObligationRow[], nowMs: number): string {
  const calendar = ical({
    name: '证簿',
    prodId: { company: 'Certfolio', product: 'Certfolio', language: 'ZH' },
  });
  for (const row of rows) {
    const common = {
      id: `${row.id}@certfolio`,
      stamp: new Date(nowMs),
      summary: `${kindWords[row.kind]}：${row.clientName ?? row.subject}`,
      description: describe(row),
      transparency: ICalEventTransparency.TRANSPARENT,
    };
    const day = row.internalOn ?? row.legalOn ?? row.dueOn;
    if (row.legalAtMs !== null && row.unit === 'hour') {
      const start = new Date(row.legalAtMs);
      calendar.createEvent({ ...common, start, end: new Date(row.legalAtMs + 15 * 60_000) });
    } else {
      calendar.createEvent({ ...common, start: allDay(day), end: allDay(addDays(day, 1)), allDay: true });
    }
  }
  return calendar.toString();
}

function describe(row: ObligationRow): string {
  const parts = [row.step === null ? row.subject : `「${row.step.accountName}」${row.step.title.zh}`];
  if (row.legalOn !== null) parts.push(`法定 ${row.legalOn}`);
  if (row.internalOn !== null) parts.push(`内部 ${row.internalOn}`);
  if (row.provisional) parts.push('假期未公布，暂定');
  return parts.join('，');
}

/** The library reads an all-day date from the parts of a local Date; this is the one place where a day becomes one. */
function allDay(date: CalendarDate): Date {
  return new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}
