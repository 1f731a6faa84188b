import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
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
import { clientParts, trashedParts } from './sections.ts';
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
  const isTrashed = details.client.deletedAtMs !== null;
  const parts = isTrashed ? trashedParts : clientParts;
  useArrival(place);
  useShortcuts({
    n: isTrashed ? undefined : () => setCreating(true),
  });
  return (
    <>
      <ClientHead onNewApplication={() => setCreating(true)} />
      <Anchors page={page} parts={parts} />
      <div className={styles.page} ref={page}>
        <div className={styles.left}>
          <Still is={isTrashed}>
            <AccountsSection />
            <PapersSection />
            <ApplicationsSection onNew={() => setCreating(true)} />
          </Still>
          {!isTrashed && <NeededSection />}
          {!isTrashed && <StrategySection />}
          <NotesSection place={place} />
          <Still is={isTrashed}>
            <FeesSection />
          </Still>
          <HistorySection />
        </div>
        <aside className={styles.right}>
          <Still is={isTrashed}>
            <DutiesSection />
            <FactsSection />
            <PeopleSection />
            <BanksSection />
          </Still>
          <RelationsSection />
          <Still is={isTrashed}>
            <TagsSection />
            <RemarkSection />
          </Still>
        </aside>
      </div>
      <RecordFoot parts={parts.left.length + parts.right.length} />
      {isCreating && <NewApplicationDialog onClose={() => setCreating(false)} />}
    </>
  );
}

/** What is in the trash is read, not changed. */
function Still({ is, children }: { readonly is: boolean; readonly children: ReactNode }) {
  return is ? (
    <fieldset className={styles.still} disabled>
      {children}
    </fieldset>
  ) : (
    children
  );
}
