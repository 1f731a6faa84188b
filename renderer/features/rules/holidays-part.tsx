import { Button } from '@mantine/core';
import { IconFileImport, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { addDays, calendarDate, dateOfInstant, yearOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import { stretches } from '#shared/domain/holiday-difference.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { HolidayDialog } from './holiday-dialog.tsx';
import { useRuleFile } from './use-rule-file.ts';
import styles from './rules.module.css';

/** How many of the known years are shown, the newest first. */
const shownYears = 6;

/** The days off and make-up days that every deadline is reckoned with, by year, and the file that brings the next. */
export function HolidaysPart() {
  const t = useT();
  const format = useFormat();
  const { query, backend } = useApi();
  const act = useAction();
  const calendar = useCalendar();
  const [file, setFile] = useState<string>();
  const pick = useRuleFile(setFile);
  const years = useQuery(query.rules.holidayYears.queryOptions());
  if (years.error) return <QueryFailure error={years.error} onRetry={() => void years.refetch()} />;
  if (years.data === undefined) return <SkeletonRows count={8} />;
  const last = years.data.at(-1)?.year ?? yearOf(dateOfInstant(Date.now()));
  const newest = years.data.toReversed().slice(0, shownYears);
  return (
    <div className={styles.whole} role="group" aria-label={t('rules.tab.holidays')} tabIndex={0}>
      <div className={styles.holidayHead}>
        <p className="cf-ink-2">{t('rules.holidays.note', { year: last })}</p>
        <Button leftSection={<IconFileImport size={16} stroke={iconStroke} />} onClick={pick}>
          {t('rules.holidays.pick')}
        </Button>
      </div>
      <section aria-labelledby={`holidays-${last + 1}`}>
        <PartHead
          id={`holidays-${last + 1}`}
          title={t('rules.holidays.year', { year: last + 1 })}
          count={t('rules.holidays.notAnnounced')}
        />
        <p className="cf-ink-2">{t('rules.holidays.notAnnouncedNote')}</p>
      </section>
      {newest.map(({ year, origin, fileName, atMs }) => (
        <section key={year} aria-labelledby={`holidays-${year}`}>
          <PartHead
            id={`holidays-${year}`}
            title={t('rules.holidays.year', { year })}
            count={
              origin === 'shipped'
                ? t('rules.holidays.shipped')
                : t('rules.holidays.imported', {
                    name: fileName ?? '',
                    date: atMs === null ? '' : format.dateLong(dateOfInstant(atMs)),
                  })
            }
          >
            {origin === 'imported' && (
              <Button
                size="xs"
                leftSection={<IconX size={14} stroke={iconStroke} />}
                onClick={() =>
                  void act(
                    () => backend.rules.removeHolidays({ year }),
                    t('rules.holidays.removed', { year }),
                  )
                }
              >
                {t('rules.holidays.remove')}
              </Button>
            )}
          </PartHead>
          <YearDays calendar={calendar} year={year} />
        </section>
      ))}
      {file !== undefined && <HolidayDialog key={file} file={file} onClose={() => setFile(undefined)} />}
    </div>
  );
}

/** Days off that fall on weekdays, by holiday, and the weekend days that are worked for them. */
function YearDays({ calendar, year }: { readonly calendar: WorkingCalendar; readonly year: number }) {
  const t = useT();
  const format = useFormat();
  const say = useRuleText();
  const daysInWords = (days: readonly CalendarDate[]): ReactNode =>
    stretches(days).map(([from, to], index) => (
      <Fragment key={from}>
        {index > 0 && t('application.list')}
        <span className="cf-nowrap">
          {from === to
            ? format.monthDay(from)
            : t('rules.holidays.range', { from: format.monthDay(from), to: format.monthDay(to) })}
        </span>
      </Fragment>
    ));
  const rows = useMemo(() => holidaysOf(calendar, year), [calendar, year]);
  return (
    <PlainTable className={styles.days}>
      <tbody>
        {rows.map(({ zh, en, off, worked }) => (
          <tr key={`${zh} ${off[0] ?? ''}`}>
            <th scope="row">{say({ zh, en })}</th>
            <td>{daysInWords(off)}</td>
            <td className="cf-ink-2">
              {worked.length > 0 && (
                <>
                  {t('rules.holidays.worked')} {daysInWords(worked)}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

interface Holiday {
  readonly zh: string;
  readonly en: string;
  readonly off: CalendarDate[];
  readonly worked: CalendarDate[];
}

function holidaysOf(calendar: WorkingCalendar, year: number): Holiday[] {
  const byName = new Map<string, Holiday>();
  for (let date = calendarDate(`${year}-01-01`); yearOf(date) === year; date = addDays(date, 1)) {
    const name = calendar.holidayName(date);
    if (name === undefined) continue;
    const holiday = byName.get(name.zh) ?? { ...name, off: [], worked: [] };
    (calendar.dayKind(date) === 'make_up' ? holiday.worked : holiday.off).push(date);
    byName.set(name.zh, holiday);
  }
  return [...byName.values()].sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
}

/** The holiday itself gives its place; a year may know only its make-up day. */
const firstOf = ({ off, worked }: Holiday): string => off[0] ?? worked[0] ?? '';
