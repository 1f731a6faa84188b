import { Button } from '@mantine/core';
import { IconFileImport, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { HolidayPreview } from '#shared/contract/rules.ts';
import { addDays, calendarDate, dateOfInstant, yearOf } from '#shared/domain/calendar-date.ts';
import type { CalendarDate } from '#shared/domain/calendar-date.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Notice } from '#renderer/components/notice.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useRuleText } from '#renderer/i18n/rule-text.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FaultList } from './fault-list.tsx';
import { useRuleFile } from './use-rule-file.ts';
import styles from './rules.module.css';

/** A year's arrangement leaves about 248 working days; far from it, the file is hardly whole. */
const usualWorkingDays = { from: 244, to: 253 };

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
  const newest = years.data.toReversed().slice(0, shownYears);
  return (
    <div className={styles.whole} role="group" aria-label={t('rules.tab.holidays')} tabIndex={0}>
      <p className="cf-ink-2">
        {t('rules.holidays.note', { year: years.data.at(-1)?.year ?? 0 })}{' '}
        <Button leftSection={<IconFileImport size={16} stroke={iconStroke} />} onClick={pick}>
          {t('rules.holidays.pick')}
        </Button>
      </p>
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
  const rows = useMemo(() => holidaysOf(calendar, year), [calendar, year]);
  return (
    <PlainTable className={styles.days}>
      <tbody>
        {rows.map(({ zh, en, off, worked }) => (
          <tr key={`${zh} ${off[0] ?? ''}`}>
            <th scope="row">{say({ zh, en })}</th>
            <td>{off.map((date) => format.monthDay(date)).join(t('application.list'))}</td>
            <td className="cf-ink-2">
              {worked.length > 0 &&
                t('rules.holidays.worked', {
                  days: worked.map((date) => format.monthDay(date)).join(t('application.list')),
                })}
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
  return [...byName.values()];
}

function HolidayDialog({ file, onClose }: { readonly file: string; readonly onClose: () => void }) {
  const t = useT();
  const { query, backend } = useApi();
  const act = useAction();
  const preview = useQuery(
    query.rules.previewHolidays.queryOptions({ input: { file }, staleTime: Infinity }),
  );
  const sound = preview.data?.ok === true ? preview.data : undefined;
  const install = async (year: number, sha256: string): Promise<void> => {
    const done = await act(
      () => backend.rules.installHolidays({ file, sha256 }),
      t('rules.holidays.done', { year }),
    );
    if (done !== undefined) onClose();
  };
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={t('rules.holidays.pick')}
      width={560}
      footer={
        <>
          {sound && (
            <Button variant="filled" onClick={() => void install(sound.year, sound.sha256)}>
              {t('rules.holidays.install', { year: sound.year })}
            </Button>
          )}
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      {preview.error && <QueryFailure error={preview.error} onRetry={() => void preview.refetch()} />}
      {sound && <SoundYear preview={sound} />}
      {preview.data?.ok === false && (
        <FaultList
          fileName={preview.data.fileName}
          faults={preview.data.faults.map(({ at, code }) => ({
            place: at,
            words: t(`rules.holidays.fault.${code}`),
          }))}
        />
      )}
    </DialogFrame>
  );
}

function SoundYear({ preview }: { readonly preview: Extract<HolidayPreview, { ok: true }> }) {
  const t = useT();
  const format = useFormat();
  const { year, days, workingDays, replaces } = preview;
  const isUnusual = workingDays < usualWorkingDays.from || workingDays > usualWorkingDays.to;
  return (
    <>
      <Notice
        tone={replaces === 'nothing' && !isUnusual ? 'info' : 'warning'}
        title={t(`rules.holidays.replaces.${replaces}`, { year })}
      >
        {t('rules.holidays.sum', { count: days.length, workingDays })}
        {isUnusual && t('rules.holidays.unusual')}
      </Notice>
      <ul className={styles.faults} tabIndex={0} aria-label={t('rules.holidays.year', { year })}>
        {days.map(({ date, kind, name }) => (
          <li key={date}>
            <span className="cf-num">{format.date(date)}</span>
            <span>
              {t(`rules.holidays.kind.${kind}`)}{' '}
              <span className="cf-ink-2">{name.split(',')[1] ?? name}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
