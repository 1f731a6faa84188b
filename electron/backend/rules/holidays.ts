import type { HolidayPreview } from '#shared/contract/rules.ts';
import { AppError } from '#shared/contract/errors.ts';
import { addDays, calendarDate, compareDates } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { holidayDifference, moves } from '#shared/domain/holiday-difference.ts';
import { readHolidayFile } from '#shared/domain/holiday-file.ts';
import type { HolidayFileResult } from '#shared/domain/holiday-file.ts';
import { repeatedKeys } from '#shared/domain/repeated-keys.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import type { CalendarYear } from '#shared/domain/working-calendar.ts';
import type { Backend } from '#backend/backend.ts';
import { dayDeadlines } from '#backend/obligations/service.ts';
import * as queries from './queries.ts';
import { readRuleFile, requireSame } from './rule-file.ts';
import type { RuleFile } from './rule-file.ts';

/** The years whose arrangement is known, and where each comes from. */
export function listHolidayYears({ db, calendar }: Backend) {
  const own = new Map(queries.holidayYears(db).map((record) => [record.year, record]));
  return calendar.knownYears.map((year) => {
    const record = own.get(year);
    return {
      year,
      origin: record === undefined ? ('shipped' as const) : ('imported' as const),
      fileName: record?.file_name ?? null,
      atMs: record?.created_at_ms ?? null,
    };
  });
}

export function ownHolidays({ db }: Backend): CalendarYear[] {
  return queries.holidayYears(db).flatMap(({ content }) => {
    const read = readHolidayFile(JSON.parse(content));
    return read.ok ? [read.year] : [];
  });
}

/** Reads a year file and tells what it says, or where it is wrong. */
export function previewHolidays(backend: Backend, token: string): HolidayPreview {
  const file = readRuleFile(backend, token);
  const read = readYear(file);
  if (!read.ok) return { ok: false, fileName: file.name, faults: [...read.faults] };
  const { year, holidays, workdays } = read.year;
  const others = ownHolidays(backend).filter((own) => own.year !== year);
  const after = createWorkingCalendar([...others, read.year]);
  const days = [
    ...Object.entries(holidays).map(([date, name]) => ({
      date: calendarDate(date),
      kind: 'holiday' as const,
      name,
    })),
    ...Object.entries(workdays).map(([date, name]) => ({
      date: calendarDate(date),
      kind: 'make_up' as const,
      name,
    })),
  ].sort((a, b) => compareDates(a.date, b.date));
  return {
    ok: true,
    fileName: file.name,
    sha256: file.sha256,
    year,
    days,
    workingDays: workingDaysOf(read.year),
    changes: holidayDifference(backend.calendar, after, year),
    movedDeadlines: dayDeadlines(backend).filter((deadline) => moves(deadline, backend.calendar, after))
      .length,
    replaces: replacedBy(backend, year),
  };
}

/** A day that is named twice says two things; none of them is taken in. */
function readYear({ content, json, fault }: RuleFile): HolidayFileResult {
  const repeated = fault === undefined ? repeatedKeys(content) : [];
  if (repeated.length === 0) return readHolidayFile(json);
  return { ok: false, faults: repeated.map(({ place }) => ({ code: 'written_twice', at: place })) };
}

function workingDaysOf(year: CalendarYear): number {
  const calendar = createWorkingCalendar([year]);
  const first = calendarDate(`${year.year}-01-01`);
  const last: CalendarDate = calendarDate(`${year.year}-12-31`);
  return calendar.workingDaysBetween(addDays(first, -1), last);
}

function replacedBy({ db, calendar }: Backend, year: number): 'nothing' | 'shipped' | 'imported' {
  if (queries.holidayYears(db).some((record) => record.year === year)) return 'imported';
  return calendar.knownYears.includes(year) ? 'shipped' : 'nothing';
}

/** Takes a previewed year in. Throws AppError STALE when the file has changed since, ACTION_NOT_ALLOWED when it is faulty. */
export function installHolidays(backend: Backend, { file: token, sha256 }: { file: string; sha256: string }) {
  const file = readRuleFile(backend, token);
  requireSame(file, sha256);
  const { year } = yearIn(file);
  const known = queries.holidayYears(backend.db).find((record) => record.year === year);
  const columns = { year, content: file.content, file_name: file.name };
  const { changeId } = backend.changes.record('rules.installHolidays', (change) => {
    if (known === undefined) change.insert('holiday_years', columns);
    else change.update('holiday_years', known.id, columns);
  });
  return { changeId };
}

function yearIn(file: RuleFile): CalendarYear {
  const read = readYear(file);
  if (read.ok) return read.year;
  throw new AppError('ACTION_NOT_ALLOWED', { action: 'install', stage: file.name, reason: 'faulty' });
}

/** The year is again what the program knows of it. Throws AppError NOT_FOUND. */
export function removeHolidays(backend: Backend, year: number) {
  const known = queries.holidayYears(backend.db).find((record) => record.year === year);
  if (known === undefined) throw new AppError('NOT_FOUND', { what: 'holiday_years', id: String(year) });
  const { changeId } = backend.changes.record('rules.removeHolidays', (change) => {
    change.remove('holiday_years', known.id);
  });
  return { changeId };
}
