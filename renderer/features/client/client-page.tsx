import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useArrival } from '#renderer/components/use-arrival.ts';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { BodyProvider } from '#renderer/i18n/body.tsx';
import { AccountsSection } from './accounts-section.tsx';
import { Anchors } from './anchors.tsx';
import { ApplicationsSection } from './applications-section.tsx';
import { BanksSection } from './banks-section.tsx';
import { ClientProvider, useClient } from './client-context.tsx';
import { ClientHead } from './client-head.tsx';
import { DutiesSection } from './duties-section.tsx';
import { FactsSection } from './facts-section.tsx';
import { FeesSection } from './fees-section.tsx';
import { HistorySection } from './history-section.tsx';
import { NeededSection } from './needed-section.tsx';
import { NewApplicationDialog } from './new-application-dialog.tsx';
import { NotesSection } from './notes-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RecordFoot } from './record-foot.tsx';
import { RelationsSection } from './relations-section.tsx';
import { RemarkSection } from './remark-section.tsx';
import { clientParts } from './sections.ts';
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
      <Anchors page={page} parts={clientParts} />
      <div className={styles.page} ref={page}>
        <div className={styles.left}>
          <AccountsSection />
          <PapersSection />
          <ApplicationsSection onNew={() => setCreating(true)} />
          <NeededSection />
          <StrategySection />
          <NotesSection place={place} />
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
          <RemarkSection />
        </aside>
      </div>
      <RecordFoot parts={clientParts.left.length + clientParts.right.length} />
      {isCreating && <NewApplicationDialog onClose={() => setCreating(false)} />}
    </>
  );
}
