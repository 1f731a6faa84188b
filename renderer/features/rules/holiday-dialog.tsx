import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HolidayPreview } from '#shared/contract/rules.ts';
import { isOddYear } from '#shared/domain/holiday-file.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { Notice } from '#renderer/components/notice.tsx';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { FaultList } from './fault-list.tsx';

type SoundPreview = Extract<HolidayPreview, { ok: true }>;

/** What a year file says and would change, before it is taken in; one that can hardly be whole is asked about twice. */
export function HolidayDialog({ file, onClose }: { readonly file: string; readonly onClose: () => void }) {
  const t = useT();
  const { query, backend } = useApi();
  const act = useAction();
  const [isAsked, setAsked] = useState(false);
  const preview = useQuery(
    query.rules.previewHolidays.queryOptions({ input: { file }, staleTime: Infinity }),
  );
  const sound = preview.data?.ok === true ? preview.data : undefined;
  const install = async ({ year, sha256 }: SoundPreview): Promise<void> => {
    const done = await act(
      () => backend.rules.installHolidays({ file, sha256 }),
      t('rules.holidays.done', { year }),
    );
    if (done !== undefined) onClose();
  };
  const take = (year: SoundPreview): void => {
    if (isOddYear(year) && !isAsked) setAsked(true);
    else void install(year);
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
            <Button variant={isOddYear(sound) ? 'default' : 'filled'} onClick={() => take(sound)}>
              {t(isAsked ? 'rules.holidays.installSure' : 'rules.holidays.install', { year: sound.year })}
            </Button>
          )}
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      {preview.error && <QueryFailure error={preview.error} onRetry={() => void preview.refetch()} />}
      {sound && <SoundYear preview={sound} isAsked={isAsked} />}
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

function SoundYear({ preview, isAsked }: { readonly preview: SoundPreview; readonly isAsked: boolean }) {
  const t = useT();
  const { year, days, workingDays, replaces, movedDeadlines } = preview;
  const isOdd = isOddYear(preview);
  return (
    <>
      <Notice
        tone={replaces !== 'nothing' || isOdd ? 'warning' : 'info'}
        title={t(`rules.holidays.replaces.${replaces}`, { year })}
      >
        {t('rules.holidays.sum', { count: days.length, workingDays })}
        {isOdd && t('rules.holidays.unusual')}
      </Notice>
      {isAsked && <Notice tone="danger" title={t('rules.holidays.sure', { year })} />}
      <p>
        {movedDeadlines === 0
          ? t('rules.holidays.movesNone')
          : t('rules.holidays.moves', { count: movedDeadlines })}
      </p>
      <Changes preview={preview} />
    </>
  );
}

/** Each day that becomes another kind of day than it is now. */
function Changes({ preview: { year, changes, days } }: { readonly preview: SoundPreview }) {
  const t = useT();
  const format = useFormat();
  const nameOf = (date: string): string => {
    const name = days.find((day) => day.date === date)?.name ?? '';
    return name.split(',')[1] ?? name;
  };
  if (changes.length === 0) return <p className="cf-ink-2">{t('rules.holidays.same', { year })}</p>;
  return (
    <div tabIndex={0} role="group" aria-label={t('rules.holidays.changes')}>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">{t('rules.holidays.changes')}</th>
            <th scope="col">{t('rules.holidays.before')}</th>
            <th scope="col">{t('rules.holidays.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ date, before, after }) => (
            <tr key={date}>
              <th scope="row" className="cf-nowrap">
                {format.date(date)}
              </th>
              <td className="cf-ink-2">{t(`rules.holidays.kind.${before}`)}</td>
              <td>
                {t(`rules.holidays.kind.${after}`)} <span className="cf-ink-2">{nameOf(date)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </div>
  );
}
