import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBuildings, IconChevronDown, IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { TodayPage as TodayData } from '#shared/contract/today.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useSampleOffer } from '#renderer/api/use-sample-offer.tsx';
import { DayStrip } from '#renderer/components/day-strip.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useDrawnInSlices } from '#renderer/components/use-drawn-in-slices.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { Agenda } from './agenda.tsx';
import { useDaySentence } from './day-sentence.ts';
import { openDuties, readDuties } from './duties-of.ts';
import { DutiesPage } from './duties-page.tsx';
import { FileFaults } from './file-faults.tsx';
import { NewReminder } from './new-reminder.tsx';
import { TodaySide } from './today-side.tsx';
import styles from './today-page.module.css';

/** The morning page: what now, for whom, how long is left. */
export function TodayPage({ of }: { readonly of: unknown }) {
  const duties = readDuties(of);
  return duties === undefined ? <Morning /> : <DutiesPage of={duties} />;
}

function Morning() {
  const { query } = useApi();
  const [consultantId, setConsultantId] = useState<string | null>(null);
  const today = useQuery(query.today.get.queryOptions({ input: { consultantId, limitPerGroup: 60 } }));
  const isSideDrawn = useDrawnInSlices(today.data !== undefined);
  if (today.error) return <QueryFailure error={today.error} onRetry={() => void today.refetch()} />;
  if (today.data === undefined) return <SkeletonRows count={16} />;
  if (today.data.clientCount === 0) return <NoClients />;
  return (
    <div className={styles.today}>
      <section className={styles.main}>
        <TodayHead data={today.data} consultantId={consultantId} onConsultant={setConsultantId} />
        <FileFaults />
        <TodayStrip data={today.data} consultantId={consultantId} />
        <Agenda data={today.data} consultantId={consultantId} />
      </section>
      {isSideDrawn && <TodaySide data={today.data} consultantId={consultantId} />}
    </div>
  );
}

interface TodayHeadProps {
  readonly data: TodayData;
  readonly consultantId: string | null;
  readonly onConsultant: (id: string | null) => void;
}

function TodayHead({ data, consultantId, onConsultant }: TodayHeadProps) {
  const t = useT();
  const format = useFormat();
  const sentence = useDaySentence(data.today);
  const [adding, setAdding] = useState(false);
  return (
    <header className={styles.head}>
      <h1>{format.date(data.today)}</h1>
      <div className="cf-row">
        <ConsultantMenu data={data} consultantId={consultantId} onConsultant={onConsultant} />
        <Button leftSection={<IconPlus size={16} stroke={iconStroke} />} onClick={() => setAdding(true)}>
          {t('today.newReminder')}
        </Button>
      </div>
      <p className="cf-ink-2">{sentence}</p>
      {adding && <NewReminder today={data.today} onClose={() => setAdding(false)} />}
    </header>
  );
}

function ConsultantMenu({ data, consultantId, onConsultant }: TodayHeadProps) {
  const t = useT();
  const people = data.workload.flatMap(({ consultantId: id, name }) =>
    id === null || name === null ? [] : [{ id, name }],
  );
  const chosen = people.find(({ id }) => id === consultantId);
  if (people.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} stroke={iconStroke} />}>
          {chosen?.name ?? t('today.everybody')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onConsultant(null)}>{t('today.everybody')}</Menu.Item>
        {people.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onConsultant(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TodayStrip({ data, consultantId }: Pick<TodayHeadProps, 'data' | 'consultantId'>) {
  const calendar = useCalendar();
  const days = useMemo(() => {
    return data.days.map((day) => ({ ...day, kind: calendar.dayKind(day.date) }));
  }, [data.days, calendar]);
  return (
    <div className={styles.strip}>
      <DayStrip
        days={days}
        today={data.today}
        onOpenDay={(date, part) =>
          openDuties(
            date < data.today
              ? { at: 'group', group: 'overdue', consultantId }
              : { at: 'day', date, part, consultantId },
          )
        }
      />
    </div>
  );
}

function NoClients() {
  const t = useT();
  const sample = useSampleOffer();
  const ways = [
    {
      id: 'import',
      Icon: IconFileSpreadsheet,
      title: t('today.empty.import'),
      note: t('today.empty.importNote'),
      action: (
        <Button variant="filled" onClick={() => navigateTo(paths.imports())}>
          {t('today.empty.importAction')}
        </Button>
      ),
    },
    {
      id: 'create',
      Icon: IconBuildings,
      title: t('today.empty.create'),
      note: t('today.empty.createNote'),
      action: <Button onClick={() => navigateTo(paths.clients())}>{t('today.empty.createAction')}</Button>,
    },
  ];
  return (
    <EmptyState title={t('today.empty.title')} note={t('today.empty.note')} ways={ways} sample={sample} />
  );
}
