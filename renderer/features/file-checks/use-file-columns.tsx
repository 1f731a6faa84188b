import { useMemo } from 'react';
import type { FaultyFile, FileFaultCode } from '#shared/contract/file-checks.ts';
import { Status } from '#renderer/components/status.tsx';
import type { Column } from '#renderer/components/table-column.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './files.module.css';

const signs = {
  missing: 'blocker',
  altered: 'blocker',
  unreadable: 'blocker',
  orphaned: 'note',
} as const satisfies Readonly<Record<FileFaultCode, string>>;

/** What is wrong, with which file, whose it is, and what helps. */
export function useFileColumns(): readonly Column<FaultyFile>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'fault',
        title: t('fileChecks.column.fault'),
        width: '120px',
        render: ({ fault }) => <Status of={signs[fault]}>{t(`fileChecks.fault.${fault}`)}</Status>,
      },
      {
        id: 'file',
        title: t('fileChecks.column.file'),
        width: 'minmax(220px, 1.2fr)',
        render: ({ sha256, papers: [paper] }) => (
          <Two first={paper?.originalName ?? sha256} second={paper === undefined ? '' : sha256} />
        ),
      },
      {
        id: 'whose',
        title: t('fileChecks.column.whose'),
        width: 'minmax(220px, 1.2fr)',
        render: (row) => <WhoseCell row={row} />,
      },
      {
        id: 'help',
        title: t('fileChecks.column.help'),
        width: 'minmax(220px, 1.2fr)',
        render: (row) => (
          <span className="cf-ink-2 cf-cut" title={t(`fileChecks.help.${helpOf(row)}`)}>
            {t(`fileChecks.help.${helpOf(row)}`)}
          </span>
        ),
      },
      {
        id: 'size',
        title: t('fileChecks.column.size'),
        width: '88px',
        render: ({ sizeBytes }) => <span className="cf-ink-2">{format.bytes(sizeBytes)}</span>,
      },
    ],
    [t, format],
  );
}

function helpOf({ fault, isInBackup }: FaultyFile): 'backup' | 'again' | 'orphaned' {
  if (fault === 'orphaned') return 'orphaned';
  return isInBackup ? 'backup' : 'again';
}

function WhoseCell({ row: { papers } }: { readonly row: FaultyFile }) {
  const t = useT();
  const [paper, ...others] = papers;
  if (paper === undefined) return <span className="cf-ink-3">{t('fileChecks.nobody')}</span>;
  const kind = t(`vocabulary.documentKind.${paper.kind}`);
  const facts = [
    paper.title === '' ? kind : paper.title,
    t('fileChecks.version', { n: paper.versionNo }),
    paper.isTrashed ? t('fileChecks.trashed') : null,
    others.length > 0 ? t('fileChecks.more', { count: others.length }) : null,
  ].filter((fact) => fact !== null);
  return <Two first={paper.clientName} second={facts.join(t('fileChecks.comma'))} />;
}

function Two({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <span className={styles.names}>
      <span className="cf-cut" title={first}>
        {first}
      </span>
      {second !== '' && (
        <span className="cf-xs cf-ink-3 cf-cut" title={second}>
          {second}
        </span>
      )}
    </span>
  );
}
