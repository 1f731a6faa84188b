import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { addDays, compareDates, dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { StatusBar } from '#renderer/components/page.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useArrival } from '#renderer/components/use-arrival.ts';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { BodyProvider } from '#renderer/i18n/body.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { AccountsSection } from './accounts-section.tsx';
import { Anchors } from './anchors.tsx';
import { ApplicationsSection } from './applications-section.tsx';
import { BanksSection } from './banks-section.tsx';
import { ClientProvider, useClient } from './client-context.tsx';
import { ClientHead } from './client-head.tsx';
import { DutiesSection } from './duties-section.tsx';
import { isToDo } from './duty-words.ts';
import { FactsSection } from './facts-section.tsx';
import { FeesSection } from './fees-section.tsx';
import { HistorySection } from './history-section.tsx';
import { NeededSection } from './needed-section.tsx';
import { NewApplicationDialog } from './new-application-dialog.tsx';
import { NotesSection } from './notes-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RelationsSection } from './relations-section.tsx';
import { StrategySection } from './strategy-section.tsx';
import { TagsSection } from './tags-section.tsx';
import styles from './client.module.css';

interface ClientPageProps {
  readonly id: string;
  /** The part that comes into view: `fact.name`, `contact.ID`, `banks`. */
  readonly place: string | undefined;
}

/** Everything of one client on one page. */
export function ClientPage({ id, place }: ClientPageProps) {
  const { query } = useApi();
  const client = useQuery(query.clients.get.queryOptions({ input: { id } }));
  const info = useQuery(query.system.info.queryOptions());
  const calendar = useCalendar();
  const nowMs = info.data?.nowMs;
  const onPage = useMemo(
    () =>
      client.data &&
      nowMs !== undefined && { details: client.data, nowMs, today: dateOfInstant(nowMs), calendar },
    [client.data, nowMs, calendar],
  );
  const error = client.error ?? info.error;
  if (error) return <QueryFailure error={error} onRetry={() => void client.refetch()} />;
  if (!onPage) return <SkeletonRows count={16} />;
  return (
    <ClientProvider value={onPage}>
      <BodyProvider entityType={onPage.details.client.entityType}>
        <Page place={place} />
      </BodyProvider>
    </ClientProvider>
  );
}

function Page({ place }: Pick<ClientPageProps, 'place'>) {
  const page = useRef<HTMLDivElement>(null);
  const [isCreating, setCreating] = useState(false);
  const { details } = useClient();
  const canCreate = details.client.deletedAtMs === null;
  useArrival(place);
  useShortcuts({
    n: canCreate ? () => setCreating(true) : undefined,
  });
  return (
    <>
      <ClientHead onNewApplication={() => setCreating(true)} />
      <Anchors page={page} />
      <div className={styles.page} ref={page}>
        <div className={styles.left}>
          <AccountsSection />
          <PapersSection />
          <ApplicationsSection onNew={() => setCreating(true)} />
          <NeededSection />
          <StrategySection />
          <FeesSection />
          <HistorySection />
        </div>
        <aside className={styles.right}>
          <DutiesSection />
          <FactsSection />
          <PeopleSection />
          <BanksSection />
          <RelationsSection />
          <TagsSection />
          <NotesSection />
        </aside>
      </div>
      <Foot />
      {isCreating && <NewApplicationDialog onClose={() => setCreating(false)} />}
    </>
  );
}

/** The foot says who changed it last and how much is due within this many days. */
const soonDays = 30;

function Foot() {
  const t = useT();
  const format = useFormat();
  const narrow = useNarrow();
  const { details, today, nowMs } = useClient();
  const [last] = details.history;
  const soon = details.obligations.filter(
    (duty) => isToDo(duty, today) && compareDates(duty.dueOn, addDays(today, soonDays)) <= 0,
  ).length;
  const hints = [
    { keys: ['1–9'], text: t('client.keys.jump') },
    { keys: ['n'], text: t('client.newApplication.button') },
  ];
  return (
    <StatusBar keys={!narrow && <KbdHints hints={hints} />}>
      {last && (
        <span>
          {last.actorName === null
            ? t('client.lastChange', { moment: format.moment(last.atMs, nowMs) })
            : t('client.lastChangeBy', { moment: format.moment(last.atMs, nowMs), name: last.actorName })}
        </span>
      )}
      <span>{t('client.dueSoon', { days: soonDays, n: soon })}</span>
    </StatusBar>
  );
}
