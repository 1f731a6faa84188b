import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { DocumentPart } from '#shared/domain/document-kind.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import type { Zoom } from '#renderer/components/scan/stage-layout.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { keptMs } from './kept-ms.ts';
import { EmptyPaper } from './empty-paper.tsx';
import { Paper } from './paper.tsx';
import { PaperProvider } from './paper-context.tsx';
import { useFullScreen } from './use-full-screen.ts';
import styles from './viewer.module.css';

interface ViewerPageProps {
  readonly id: string;
  /** The side that is shown first; else the one that stands first. */
  readonly part?: DocumentPart | undefined;
  /** The page, from 1, that comes into sight, and what is looked for on it. */
  readonly page?: number | undefined;
  readonly find?: string | undefined;
  /** What is to take its place: the dialog for it is open. */
  readonly renewBy?: string | undefined;
}

/** One paper, large, with its versions and what is known of it. */
export function ViewerPage({ id, part, page, find, renewBy }: ViewerPageProps) {
  const { query } = useApi();
  const paper = useQuery({ ...query.documents.get.queryOptions({ input: { id } }), gcTime: keptMs });
  const info = useQuery(query.system.info.queryOptions());
  // Zoom and full screen stay from one paper to the next.
  const [zoom, setZoom] = useState<Zoom>('window');
  const full = useFullScreen();
  const error = paper.error ?? info.error;
  if (error) return <QueryFailure error={error} onRetry={() => void paper.refetch()} />;
  const current = paper.data?.current ?? [];
  const shown = current.find((version) => version.part === part) ?? current[0];
  return (
    <div className={styles.viewer} data-full={full.isFull || undefined}>
      {!paper.data || !info.data ? (
        <SkeletonRows count={12} />
      ) : (
        <PaperProvider value={{ paper: paper.data, today: dateOfInstant(info.data.nowMs) }}>
          {shown === undefined ? (
            <EmptyPaper key={id} />
          ) : (
            <Paper key={id} newest={shown} {...{ zoom, full, page, find, renewBy }} onZoom={setZoom} />
          )}
        </PaperProvider>
      )}
    </div>
  );
}
