import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BackupProblem, BackupRow } from '#shared/contract/backups.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { Result } from '#renderer/components/job.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './settings.module.css';

interface BackupTableProps {
  readonly rows: readonly BackupRow[];
  readonly onRestore: (backup: BackupRow) => void;
}

interface Checked {
  readonly name: string;
  readonly problems: readonly BackupProblem[];
}

/** At most so many problems are named. */
const namedProblems = 3;

/** The backups in the folder, newest first, each to be checked or put back. */
export function BackupTable({ rows, onRestore }: BackupTableProps) {
  const t = useT();
  const format = useFormat();
  const { backend, query } = useApi();
  const { report } = useFailures();
  const info = useQuery(query.system.info.queryOptions());
  const [checked, setChecked] = useState<Checked | null>(null);
  const [checking, setChecking] = useState<string | null>(null);
  const verify = (name: string): void => {
    setChecked(null);
    setChecking(name);
    backend.backups
      .verify({ name })
      .then(({ problems }) => setChecked({ name, problems }))
      .catch(report)
      .finally(() => setChecking(null));
  };
  return (
    <>
      {checked && (
        <Result
          tone={checked.problems.length === 0 ? 'success' : 'danger'}
          title={
            checked.problems.length === 0
              ? t('settings.backup.verified', { name: checked.name })
              : t('settings.backup.broken', { name: checked.name, n: checked.problems.length })
          }
          onDismiss={() => setChecked(null)}
        >
          <Problems problems={checked.problems} />
        </Result>
      )}
      <table className={styles.table}>
        <tbody>
          {rows.map((backup) => (
            <tr key={backup.name}>
              <td>{format.moment(backup.atMs, info.data?.nowMs ?? backup.atMs)}</td>
              <td className="cf-ink-2">{t(`settings.backup.reason.${backup.reason}`)}</td>
              <td className="cf-ink-2">
                {t('settings.backup.contents', {
                  clients: format.count(backup.clientCount),
                  files: format.count(backup.fileCount),
                })}
              </td>
              <td className="cf-ink-2">{format.bytes(backup.sizeBytes)}</td>
              <td>
                <Button
                  variant="subtle"
                  loading={checking === backup.name}
                  disabled={checking !== null}
                  onClick={() => verify(backup.name)}
                >
                  {t('settings.backup.verify')}
                </Button>
                <Button variant="subtle" onClick={() => onRestore(backup)}>
                  {t('settings.backup.restore')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Problems({ problems }: Pick<Checked, 'problems'>) {
  const t = useT();
  const named = problems.slice(0, namedProblems);
  const others = problems.length - named.length;
  return (
    <ul>
      {named.map(({ code, subject }) => (
        <li key={`${code} ${subject}`} title={subject}>
          {t(`settings.backup.problem.${code}`)}
        </li>
      ))}
      {others > 0 && <li>{t('settings.backup.moreProblems', { n: others })}</li>}
    </ul>
  );
}
