import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import type { BackupRow } from '#shared/contract/backups.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { DialogFrame } from '#renderer/components/dialog-frame.tsx';
import { EmptyLine } from '#renderer/components/empty-state.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';

export interface RestoreSource {
  /** A folder that was chosen; without it the firm's own backup folder. */
  readonly folder?: string;
  readonly backups: readonly BackupRow[];
}

interface RestoreDialogProps {
  readonly source: RestoreSource;
  readonly onClose: () => void;
}

/** Says what a restore does, then does it: checked first, the present data set aside, the program started again. */
export function RestoreDialog({ source, onClose }: RestoreDialogProps) {
  const t = useT();
  const format = useFormat();
  const { backend, shell } = useApi();
  const { report } = useFailures();
  const [name, setName] = useState(source.backups[0]?.name ?? '');
  const [busy, setBusy] = useState(false);
  const chosen = source.backups.find((backup) => backup.name === name);
  const moment = (backup: BackupRow): string =>
    `${format.dateLong(dateOfInstant(backup.atMs))} ${format.time(backup.atMs)}`;
  const restore = async (): Promise<void> => {
    setBusy(true);
    try {
      await backend.backups.restore({ name, ...(source.folder !== undefined && { folder: source.folder }) });
      await shell.restart();
    } catch (error) {
      setBusy(false);
      onClose();
      report(error);
    }
  };
  const title =
    chosen === undefined
      ? t('settings.backup.chooseTitle')
      : t('settings.backup.confirmTitle', { moment: moment(chosen) });
  return (
    <DialogFrame
      opened
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button
            variant="filled"
            loading={busy}
            disabled={chosen === undefined}
            onClick={() => void restore()}
          >
            {t('settings.backup.confirm')}
          </Button>
          <Button onClick={onClose}>{t('components.action.cancel')}</Button>
        </>
      }
    >
      {source.backups.length === 0 && <EmptyLine>{t('settings.backup.empty')}</EmptyLine>}
      {source.backups.length > 1 && (
        <Radio.Group value={name} onChange={setName} aria-label={t('settings.backup.chooseTitle')}>
          {source.backups.map((backup) => (
            <Radio
              key={backup.name}
              value={backup.name}
              label={`${moment(backup)}，${t('settings.backup.contents', {
                clients: format.count(backup.clientCount),
                files: format.count(backup.fileCount),
              })}`}
            />
          ))}
        </Radio.Group>
      )}
      {chosen && <p>{t('settings.backup.confirmText')}</p>}
    </DialogFrame>
  );
}
