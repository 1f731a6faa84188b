import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DuplicatesFound } from '#shared/contract/merging.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { KbdHints } from '#renderer/components/kbd-hints.tsx';
import { Crumbs, RecordHead, StatusBar } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useNarrow } from '#renderer/components/use-narrow.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { DuplicateGroups } from './duplicate-groups.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import type { MergeChoice } from './merge-dialog.tsx';
import { ToldApart } from './told-apart.tsx';
import styles from './duplicates.module.css';

/** Clients that may be one body, in groups with their reasons; each is merged, or said not to be the same. */
export function DuplicatesPage() {
  const t = useT();
  const { query } = useApi();
  const found = useQuery(query.clients.duplicates.queryOptions({ input: {} }));
  const [choice, setChoice] = useState<MergeChoice | null>(null);
  if (found.error) return <QueryFailure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <SkeletonRows count={16} />;
  return (
    <>
      <Head found={found.data} />
      <div className={styles.page}>
        {found.data.groups.length === 0 ? (
          <div className={styles.nothing}>
            <EmptyState title={t('duplicates.empty')} note={t('duplicates.emptyNote')} />
          </div>
        ) : (
          <DuplicateGroups groups={found.data.groups} onMerge={setChoice} />
        )}
        {found.data.apart.length > 0 && <ToldApart pairs={found.data.apart} />}
      </div>
      <Foot found={found.data} />
      {choice !== null && <MergeDialog {...choice} onClose={() => setChoice(null)} />}
    </>
  );
}

function Head({ found: { total } }: { readonly found: DuplicatesFound }) {
  const t = useT();
  const format = useFormat();
  const title = t('duplicates.title');
  return (
    <RecordHead
      crumbs={<Crumbs items={[{ label: t('client.clients'), href: paths.clients() }, { label: title }]} />}
      title={title}
      subtitle={total > 0 && t('duplicates.count', { n: format.count(total) })}
    />
  );
}

function Foot({ found: { groups, total } }: { readonly found: DuplicatesFound }) {
  const t = useT();
  const narrow = useNarrow();
  const format = useFormat();
  const hints = [
    { keys: ['arrowup', 'arrowdown'], text: t('duplicates.keys.move') },
    { keys: ['enter'], text: t('duplicates.keys.merge') },
    { keys: ['x'], text: t('duplicates.keys.apart') },
  ];
  return (
    <StatusBar keys={!narrow && groups.length > 0 && <KbdHints hints={hints} />}>
      <span>{t('duplicates.rule')}</span>
      {groups.length < total && <span>{t('duplicates.first', { n: format.count(groups.length) })}</span>}
    </StatusBar>
  );
}
