import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ApplicationDetails, PreCheckReport } from '#shared/contract/applications.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import type { ApplicationActionKind } from '#shared/domain/stages.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { BodyProvider } from '#renderer/i18n/body.tsx';
import { Aftercare } from './aftercare.tsx';
import { ApplicationHead } from './application-head.tsx';
import { CallCard } from './call-card.tsx';
import { CaseProvider } from './case-context.tsx';
import { Checklist } from './checklist.tsx';
import { ClockLine } from './clock-line.tsx';
import { focusItem } from './focus-item.ts';
import { Ledger } from './ledger.tsx';
import { Matrix } from './matrix.tsx';
import { Notes } from './notes.tsx';
import { NextHints } from './next-hints.tsx';
import { PageDrop } from './page-drop.tsx';
import { PreCheck } from './pre-check.tsx';
import { Remark } from './remark.tsx';
import { StageLine } from './stage-line.tsx';
import { TakeFilesProvider } from './take-files.tsx';
import { Timeline } from './timeline.tsx';
import styles from './application-page.module.css';

interface ApplicationPageProps {
  readonly id: string;
  /** The item that is to come into view. */
  readonly itemId?: string | undefined;
  /** The step whose dialog is to open. */
  readonly step?: ApplicationActionKind | undefined;
}

/** One certification order: where it stands, what is left of its time, what it still needs, and what happened. */
export function ApplicationPage({ id, itemId, step }: ApplicationPageProps) {
  const { query } = useApi();
  const details = useQuery(query.applications.get.queryOptions({ input: { id } }));
  const preCheck = useQuery(query.applications.preCheck.queryOptions({ input: { id } }));
  const info = useQuery(query.system.info.queryOptions());
  const failed = [details, preCheck, info].find(({ error }) => error !== null);
  if (failed?.error) return <QueryFailure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!details.data || !preCheck.data || !info.data) return <SkeletonRows count={16} />;
  const { today, nowMs } = info.data;
  return (
    <ReadApplication
      details={details.data}
      preCheck={preCheck.data}
      today={today}
      nowMs={nowMs}
      itemId={itemId}
      step={step}
    />
  );
}

interface ReadApplicationProps {
  readonly details: ApplicationDetails;
  readonly preCheck: PreCheckReport;
  readonly today: string;
  readonly nowMs: number;
  readonly itemId: string | undefined;
  readonly step: ApplicationActionKind | undefined;
}

function ReadApplication({ details, preCheck, today, nowMs, itemId, step }: ReadApplicationProps) {
  useEffect(() => {
    if (itemId !== undefined) focusItem(itemId);
  }, [itemId]);
  const { query } = useApi();
  const { rulePackId: id, rulePackVersion: version, rulePackSha256: sha256 } = details.application;
  const rules = useQuery(query.rules.get.queryOptions({ input: { id, version, sha256 } }));
  const pack = rules.data?.pack;
  const value = useMemo(
    () => ({ details, today: calendarDate(today), nowMs, pack, preCheck }),
    [details, today, nowMs, pack, preCheck],
  );
  return (
    <CaseProvider value={value}>
      <BodyProvider entityType={details.application.entityType}>
        <TakeFilesProvider>
          <PageDrop>
            <ApplicationHead step={step} />
            <div className={styles.scroll}>
              <StageLine />
              <ClockLine />
              <div className={styles.grid}>
                <div className={styles.column}>
                  <Checklist />
                  <Matrix />
                  <Notes />
                  <Timeline />
                </div>
                <div className={styles.column}>
                  <PreCheck />
                  {(details.application.stage === 'passed' || details.aftercare.length > 0) && <Aftercare />}
                  {details.application.stage !== 'passed' && <NextHints />}
                  <Ledger />
                  <CallCard />
                  <Remark />
                </div>
              </div>
            </div>
          </PageDrop>
        </TakeFilesProvider>
      </BodyProvider>
    </CaseProvider>
  );
}
