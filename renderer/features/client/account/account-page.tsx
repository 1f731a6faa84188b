import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { AccountDetails } from '#shared/contract/account-pages.ts';
import type { ClientDetails } from '#shared/contract/clients.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useArrival } from '#renderer/components/use-arrival.ts';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { BodyProvider } from '#renderer/i18n/body.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { Anchors } from '../anchors.tsx';
import { ClientProvider } from '../client-context.tsx';
import type { ClientOnPage } from '../client-context.tsx';
import { DutiesSection } from '../duties-section.tsx';
import { FeesSection } from '../fees-section.tsx';
import { HistorySection } from '../history-section.tsx';
import { NewApplicationDialog } from '../new-application-dialog.tsx';
import { RecordFoot } from '../record-foot.tsx';
import { accountParts } from '../sections.ts';
import { AccountProvider, useAccount } from './account-context.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountHead } from './account-head.tsx';
import { CertificationPanel } from './certification-panel.tsx';
import { OrdersSection } from './orders-section.tsx';
import { PlanRail } from './plan-rail.tsx';
import { UsedPapersSection } from './used-papers-section.tsx';
import styles from '../client.module.css';

interface AccountPageProps {
  readonly id: string;
  /** The part that comes into view: `fact.appId`. */
  readonly place: string | undefined;
}

/** Everything of one account on one page. */
export function AccountPage({ id, place }: AccountPageProps) {
  const { query } = useApi();
  const account = useQuery(query.accounts.get.queryOptions({ input: { id } }));
  const info = useQuery(query.system.info.queryOptions());
  const calendar = useCalendar();
  const nowMs = info.data?.nowMs;
  const onPage = useMemo(
    (): ClientOnPage | undefined =>
      account.data && nowMs !== undefined
        ? {
            details: narrowed(account.data),
            nowMs,
            today: dateOfInstant(nowMs),
            calendar,
            account: { id, applicationId: account.data.applications[0]?.id ?? null },
          }
        : undefined,
    [account.data, nowMs, calendar, id],
  );
  const error = account.error ?? info.error;
  if (error) return <QueryFailure error={error} onRetry={() => void account.refetch()} />;
  if (!onPage || !account.data) return <SkeletonRows count={16} />;
  return (
    <AccountProvider value={account.data}>
      <ClientProvider value={onPage}>
        <BodyProvider entityType={onPage.details.client.entityType}>
          <Page place={place} />
        </BodyProvider>
      </ClientProvider>
    </AccountProvider>
  );
}

function Page({ place }: Pick<AccountPageProps, 'place'>) {
  const t = useT();
  const page = useRef<HTMLDivElement>(null);
  const [isCreating, setCreating] = useState(false);
  const { account, client } = useAccount();
  const canCreate = account.deletedAtMs === null && client.deletedAtMs === null;
  const create = (): void => setCreating(true);
  useArrival(place);
  useShortcuts({ n: canCreate ? create : undefined });
  return (
    <>
      <AccountHead onNewApplication={create} />
      <PlanRail />
      <CertificationPanel />
      <Anchors page={page} parts={accountParts} titles={{ facts: t('account.facts.title') }} />
      <div className={styles.page} ref={page}>
        <div className={styles.left}>
          <OrdersSection {...(canCreate && { onNew: create })} />
          <UsedPapersSection />
          <FeesSection />
          <HistorySection />
        </div>
        <aside className={styles.right}>
          <DutiesSection />
          <AccountFacts />
        </aside>
      </div>
      <RecordFoot parts={accountParts.left.length + accountParts.right.length} />
      {isCreating && <NewApplicationDialog onlyHere onClose={() => setCreating(false)} />}
    </>
  );
}

/** The client as the parts that both pages share see it here: with this account alone. */
const narrowed = ({ account, ...shared }: AccountDetails): ClientDetails => ({
  ...shared,
  accounts: [account],
  tags: [],
  bankAccounts: [],
  relations: [],
  questions: [],
  former: [],
  mergedInto: null,
  noteCount: 0,
});
