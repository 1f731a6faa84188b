import { Button } from '@mantine/core';
import { IconEraser, IconEye, IconEyeOff, IconFolderShare } from '@tabler/icons-react';
import { useState } from 'react';
import type { Erasure } from '#shared/contract/people.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { useLook } from '#renderer/api/use-look.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { Keys } from '#renderer/components/kbd-hints.tsx';
import { Crumbs, RecordHead } from '#renderer/components/page.tsx';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { SkeletonRows } from '#renderer/components/skeleton-rows.tsx';
import { useShortcuts } from '#renderer/components/use-shortcuts.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { ErasureDialog } from './erasure-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { PersonSections } from './person-sections.tsx';
import styles from './people.module.css';

/** Everything that is held about one person; it can be given to them, and erased. */
export function PersonPage({ id }: { readonly id: string }) {
  const t = useT();
  const { backend } = useApi();
  const [asked, setAsked] = useState<'export' | 'erase' | null>(null);
  const [erased, setErased] = useState<Erasure | null>(null);
  const [isShown, setShown] = useState(false);
  const look = useLook(['people.report', id], (signal) => backend.people.report({ id }, { signal }));
  const report = look.result;
  const isThere = report !== undefined && erased === null;
  useShortcuts({
    e: () => isThere && setAsked('export'),
    n: () => setShown(!isShown),
  });
  if (erased !== null) return <ErasureDialog erasure={erased} onClose={() => navigateTo(paths.erasures())} />;
  if (look.error) return <QueryFailure error={look.error} onRetry={look.again} />;
  const crumbs = [
    { label: t('documents.title'), href: paths.documents() },
    { label: t('people.title'), href: paths.people() },
  ];
  return (
    <>
      <RecordHead
        crumbs={<Crumbs items={crumbs} />}
        title={report?.person.name ?? '…'}
        subtitle={t('people.subtitle')}
      >
        <Button
          variant="subtle"
          leftSection={
            isShown ? (
              <IconEyeOff size={16} stroke={iconStroke} aria-hidden />
            ) : (
              <IconEye size={16} stroke={iconStroke} aria-hidden />
            )
          }
          rightSection={<Keys of="n" />}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? 'people.hide' : 'people.reveal')}
        </Button>
        <Button
          disabled={!isThere}
          leftSection={<IconEraser size={16} stroke={iconStroke} aria-hidden />}
          onClick={() => setAsked('erase')}
        >
          {t('people.erase.button')}
        </Button>
        <Button
          variant="filled"
          disabled={!isThere}
          leftSection={<IconFolderShare size={16} stroke={iconStroke} aria-hidden />}
          rightSection={<Keys of="e" />}
          onClick={() => setAsked('export')}
        >
          {t('people.export.button')}
        </Button>
      </RecordHead>
      <div className={styles.page} aria-busy={report === undefined}>
        {report === undefined ? (
          <>
            <p className="cf-ink-2" role="status">
              {t('people.looking')}
            </p>
            <SkeletonRows count={8} />
          </>
        ) : (
          <PersonSections report={report} isShown={isShown} />
        )}
      </div>
      {report !== undefined && asked === 'export' && <ExportDialog id={id} onClose={() => setAsked(null)} />}
      {report !== undefined && asked === 'erase' && (
        <EraseDialog
          id={id}
          name={report.person.name}
          onErased={(erasure) => setErased(erasure)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
