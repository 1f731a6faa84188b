import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDeviceFloppy, IconFolder, IconHistory, IconShieldCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { BackupRow } from '#shared/contract/backups.ts';
import type { SettingsValues } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { Job, Result } from '#renderer/components/job.tsx';
import { Link } from '#renderer/components/link.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { paths } from '#renderer/components/paths.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { BackupTable } from './backup-table.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import type { RestoreSource } from './restore-dialog.tsx';
import { FirmExport } from './firm-export.tsx';
import styles from './settings.module.css';
import { useBackup } from './use-backup.ts';
import { useSaveSettings } from './use-save-settings.ts';

/** Copies of the data: made on demand, once a day and at close; checked, and put back without losing what is here. */
export function BackupPart({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const { query, backend, shell } = useApi();
  const { report } = useFailures();
  const list = useQuery(query.backups.list.queryOptions({ input: {} }));
  const info = useQuery(query.system.info.queryOptions());
  const [restoring, setRestoring] = useState<RestoreSource | null>(null);
  const rows = list.data ?? [];
  const fromElsewhere = async (): Promise<void> => {
    try {
      const folder = await shell.chooseFolder({ purpose: 'restore' });
      if (folder === null) return;
      const found = await backend.backups.list({ folder: folder.token });
      setRestoring({ folder: folder.token, backups: found });
    } catch (error) {
      report(error);
    }
  };
  return (
    <>
      <LastBackup last={rows[0]} onRestore={() => void fromElsewhere()} onDone={() => void list.refetch()} />
      <BackupFolder settings={settings} />
      <Rhythm settings={settings} />
      <section>
        <PartHead title={t('settings.backup.list')} count={t('settings.backup.count', { n: rows.length })} />
        {rows.length === 0 ? (
          <EmptyLine>{t('settings.backup.none')}</EmptyLine>
        ) : (
          <BackupTable rows={rows} onRestore={(backup) => setRestoring({ backups: [backup] })} />
        )}
      </section>
      <FirmExport />
      <section>
        <PartHead title={t('settings.backup.integrity')} />
        <div className={styles.line}>
          <span className="cf-grow cf-ink-2">
            {info.data?.integrity.length === 0
              ? t('settings.backup.healthy')
              : info.data?.integrity.join('，')}
          </span>
          <Link href={paths.files()}>{t('fileChecks.title')}</Link>
          <Link href={paths.keeping()}>{t('keeping.title')}</Link>
          <Link href={paths.erasures()}>{t('people.tab.erasures')}</Link>
        </div>
      </section>
      {restoring && <RestoreDialog source={restoring} onClose={() => setRestoring(null)} />}
    </>
  );
}

interface LastBackupProps {
  readonly last: BackupRow | undefined;
  readonly onRestore: () => void;
  readonly onDone: () => void;
}

function LastBackup({ last, onRestore, onDone }: LastBackupProps) {
  const t = useT();
  const format = useFormat();
  const { query } = useApi();
  const info = useQuery(query.system.info.queryOptions());
  const { progress, result, start, cancel, dismiss } = useBackup(onDone);
  const words = (backup: BackupRow) => ({
    clients: format.count(backup.clientCount),
    files: format.count(backup.fileCount),
    size: format.bytes(backup.sizeBytes),
  });
  return (
    <section>
      <PartHead title={t('settings.backup.last')} />
      <div className={styles.panel}>
        {last && <IconShieldCheckFilled size={20} className="cf-success" aria-hidden />}
        <div className="cf-grow">
          <b>{last ? format.moment(last.atMs, info.data?.nowMs ?? last.atMs) : t('settings.backup.none')}</b>
          <p className="cf-ink-2 cf-xs">
            {last ? t('settings.backup.contents', words(last)) : t('settings.backup.noneNote')}
          </p>
        </div>
        <Button leftSection={<IconHistory size={16} stroke={iconStroke} />} onClick={onRestore}>
          {t('settings.backup.restoreFrom')}
        </Button>
        <Button
          variant="filled"
          disabled={progress !== null}
          leftSection={<IconDeviceFloppy size={16} stroke={iconStroke} />}
          onClick={start}
        >
          {t('settings.backup.now')}
        </Button>
      </div>
      {progress && (
        <Job
          title={t('settings.backup.running')}
          figures={
            progress.what === 'database'
              ? t('settings.backup.database')
              : t('settings.backup.files', { done: progress.done, total: progress.total })
          }
          share={progress.total === 0 ? null : progress.done / progress.total}
          onCancel={cancel}
        />
      )}
      {result && (
        <Result tone="success" title={t('settings.backup.done', words(result))} onDismiss={dismiss} />
      )}
    </section>
  );
}

function BackupFolder({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const { shell } = useApi();
  const save = useSaveSettings();
  const change = async (): Promise<void> => {
    const folder = await shell.chooseFolder({ purpose: 'backup' });
    if (folder !== null) save({ backupFolder: folder.token });
  };
  return (
    <section>
      <PartHead title={t('settings.backup.folder')} />
      <div className={styles.line}>
        <span className="cf-row cf-cut">
          <IconFolder size={16} stroke={iconStroke} aria-hidden />
          {settings.backupFolderName}
        </span>
        <span className="cf-grow cf-ink-3 cf-xs">
          {settings.backupFolderIsDefault &&
            `${t('settings.backup.folderDefault')}；${t('settings.backup.sameDisk')}`}
        </span>
        {!settings.backupFolderIsDefault && (
          <Button onClick={() => save({ backupFolder: null })}>{t('settings.backup.useDefault')}</Button>
        )}
        <Button onClick={() => void change()}>{t('settings.backup.change')}</Button>
      </div>
    </section>
  );
}

function Rhythm({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const save = useSaveSettings();
  return (
    <section>
      <PartHead title={t('settings.backup.rhythm')} />
      <div className={styles.line}>
        <Checkbox
          label={t('settings.backup.daily')}
          checked={settings.backupDaily}
          onChange={(event) => save({ backupDaily: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('settings.backup.atClose')}
          checked={settings.backupAtClose}
          onChange={(event) => save({ backupAtClose: event.currentTarget.checked })}
        />
        <span className="cf-grow" />
        <span className="cf-ink-2">{t('settings.backup.keep', { n: settings.backupKeep })}</span>
        <NumberInput
          w={72}
          min={1}
          max={365}
          allowDecimal={false}
          aria-label={t('settings.backup.keep', { n: settings.backupKeep })}
          value={settings.backupKeep}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) save({ backupKeep: value });
          }}
        />
      </div>
    </section>
  );
}
