import { useMemo } from 'react';
import type { DestroyedRow } from '#shared/contract/keeping.ts';
import type { Column } from '#renderer/components/table-column.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './keeping.module.css';
import { WhatCell } from './what-cell.tsx';

/** What it was, whose, when and by which rule it was destroyed, and the hashes of its files. */
export function useDestroyedColumns(nowMs: number | undefined): readonly Column<DestroyedRow>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'what',
        title: t('keeping.column.what'),
        width: 'minmax(200px, 1.2fr)',
        render: (row) => <WhatCell row={row} />,
      },
      {
        id: 'client',
        title: t('keeping.column.client'),
        width: 'minmax(150px, 1fr)',
        render: (row) => <span className="cf-cut">{row.clientName ?? '—'}</span>,
      },
      {
        id: 'at',
        title: t('keeping.column.at'),
        width: 'minmax(160px, 0.8fr)',
        render: (row) => (
          <Two
            first={nowMs === undefined ? '' : format.moment(row.atMs, nowMs)}
            second={t(`keeping.rule.${row.rule}`, { date: row.keepUntilOn ?? '' })}
          />
        ),
      },
      {
        id: 'files',
        title: t('keeping.column.files'),
        width: 'minmax(220px, 1.4fr)',
        render: (row) => <FilesCell row={row} />,
      },
      {
        id: 'remark',
        title: t('keeping.column.remark'),
        width: 'minmax(120px, 0.8fr)',
        render: (row) => <Two first={row.remark ?? ''} second={row.actorName ?? ''} />,
      },
    ],
    [t, format, nowMs],
  );
}

function Two({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <span className={styles.names}>
      <span className="cf-cut" title={first}>
        {first === '' ? '—' : first}
      </span>
      {second !== '' && <span className="cf-xs cf-ink-3 cf-cut">{second}</span>}
    </span>
  );
}

function FilesCell({ row: { files, stackName } }: { readonly row: DestroyedRow }) {
  const t = useT();
  const [first] = files;
  if (first === undefined) return <span className="cf-ink-3">—</span>;
  const all = files.map(({ originalName, sha256 }) => `${originalName} ${sha256}`).join('\n');
  const names = files.map(({ originalName }) => originalName).join(t('keeping.comma'));
  return (
    <span className={styles.names} title={all}>
      <span className="cf-cut">{names}</span>
      <span className="cf-xs cf-ink-3 cf-cut">{leftWords(stackName, files, t) ?? first.sha256}</span>
    </span>
  );
}

/** What of its bytes is still there. */
function leftWords(
  stackName: string | null,
  files: DestroyedRow['files'],
  t: ReturnType<typeof useT>,
): string | null {
  if (stackName !== null) return t('keeping.stack', { name: stackName });
  return files.some(({ isShared }) => isShared) ? t('keeping.shared') : null;
}
