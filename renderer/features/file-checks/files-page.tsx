import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { FaultyFile } from '#shared/contract/file-checks.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { nextOf } from '#renderer/components/chosen-rows.ts';
import type { ChosenRows } from '#renderer/components/chosen-rows.ts';
import { DataTable } from '#renderer/components/data-table.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Job } from '#renderer/components/job.tsx';
import { PageHead, StatusBar } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { TrashDialog } from '#renderer/components/trash-dialog.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useCheckNow } from './use-check-now.ts';
import { useFileColumns } from './use-file-columns.tsx';
import { useFileDeeds } from './use-file-deeds.ts';

const nothing: ReadonlySet<string> = new Set();

/** What the last look at the firm's files has found: what is missing, altered, unreadable or nobody's, and what helps. */
export function FilesPage() {
  const t = useT();
  const { query } = useApi();
  const faults = useQuery(query.fileChecks.faults.queryOptions());
  const [selection, setSelection] = useState(nothing);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const columns = useFileColumns();
  const checking = useCheckNow();
  const deeds = useFileDeeds(() => setSelection(nothing));
  if (faults.error) return <QueryFailure error={faults.error} onRetry={() => void faults.refetch()} />;
  const rows = faults.data?.files ?? [];
  const chosen = selection.size === 0 ? rows : rows.filter(({ sha256 }) => selection.has(sha256));
  const selected: ChosenRows = { kind: 'some', ids: selection };
  const hashesOf = (is: (file: FaultyFile) => boolean) => chosen.filter(is).map(({ sha256 }) => sha256);
  const orphans = hashesOf(({ fault }) => fault === 'orphaned');
  return (
    <>
      <PageHead title={t('fileChecks.title')} count={t('fileChecks.count', { count: rows.length })}>
        <FileButtons
          repairable={hashesOf(({ isInBackup }) => isInBackup)}
          orphans={orphans}
          all={hashesOf(() => true)}
          deeds={deeds}
          onRemove={() => setAsked(orphans)}
        />
        <Button
          variant="filled"
          disabled={checking.progress !== null}
          leftSection={<IconFileSearch size={16} stroke={iconStroke} aria-hidden />}
          onClick={checking.start}
        >
          {t('fileChecks.checkNow')}
        </Button>
      </PageHead>
      {checking.progress && (
        <Job
          title={t('fileChecks.running')}
          figures={checking.progress.figures}
          share={checking.progress.share}
          onCancel={checking.cancel}
        />
      )}
      <DataTable<FaultyFile>
        takesKeys
        label={t('fileChecks.title')}
        columns={columns}
        rows={rows}
        rowId={({ sha256 }) => sha256}
        rowName={({ sha256, papers: [paper] }) => paper?.originalName ?? sha256}
        tall
        selection={selected}
        onSelect={(next) => {
          const rowsMeant = nextOf(next, selected);
          setSelection(rowsMeant.kind === 'some' ? rowsMeant.ids : new Set(rows.map(({ sha256 }) => sha256)));
        }}
        onOpen={({ papers: [paper] }) => {
          if (paper !== undefined) navigateTo(paper.isTrashed ? paths.trash() : paths.document(paper.id));
        }}
        loading={faults.data === undefined}
        empty={<Healthy />}
      />
      <LastCheck />
      {asked !== null && (
        <TrashDialog
          title={t('fileChecks.removeTitle', { count: asked.length })}
          onTrash={() => deeds.remove(asked)}
          onClose={() => setAsked(null)}
        >
          <p>{t('fileChecks.removeNote')}</p>
        </TrashDialog>
      )}
    </>
  );
}

interface FileButtonsProps {
  readonly repairable: readonly string[];
  readonly orphans: readonly string[];
  readonly all: readonly string[];
  readonly deeds: ReturnType<typeof useFileDeeds>;
  readonly onRemove: () => void;
}

/** They act on the selected files, or on all of them. */
function FileButtons({ repairable, orphans, all, deeds, onRemove }: FileButtonsProps) {
  const t = useT();
  return (
    <>
      {all.length > 0 && <Button onClick={() => deeds.check(all)}>{t('fileChecks.checkAgain')}</Button>}
      {repairable.length > 0 && (
        <Button onClick={() => deeds.repair(repairable)}>{t('fileChecks.repair')}</Button>
      )}
      {orphans.length > 0 && <Button onClick={onRemove}>{t('fileChecks.remove')}</Button>}
    </>
  );
}

function useLastCheck(): { readonly isNever: boolean; readonly text: string } {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const health = useQuery(query.fileChecks.health.queryOptions()).data;
  const nowMs = useQuery(query.system.info.queryOptions()).data?.nowMs;
  const at = health?.checkedAtMs ?? null;
  if (health === undefined || nowMs === undefined) return { isNever: false, text: '' };
  return at === null
    ? { isNever: true, text: t('fileChecks.never') }
    : { isNever: false, text: t('fileChecks.last', { at: format.moment(at, nowMs) }) };
}

function Healthy() {
  const t = useT();
  const { isNever, text } = useLastCheck();
  return isNever ? (
    <EmptyState title={text} note={t('fileChecks.note')} />
  ) : (
    <EmptyState title={t('fileChecks.healthy')} note={t('fileChecks.note')} />
  );
}

const LastCheck = () => <StatusBar>{useLastCheck().text}</StatusBar>;
