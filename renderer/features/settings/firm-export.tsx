import { Button } from '@mantine/core';
import { IconFolderShare } from '@tabler/icons-react';
import { iconStroke } from '#renderer/components/icon.ts';
import { Job, Result } from '#renderer/components/job.tsx';
import { PartHead } from '#renderer/components/page.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './settings.module.css';
import { useFirmExport } from './use-firm-export.ts';

/** Everything the firm has, into a folder that is read without the program. */
export function FirmExport() {
  const t = useT();
  const format = useFormat();
  const { progress, result, start, cancel, dismiss, open } = useFirmExport();
  return (
    <section>
      <PartHead title={t('settings.export.head')} />
      <div className={styles.panel}>
        <div className="cf-grow">
          <p>{t('settings.export.what')}</p>
          <p className="cf-ink-2 cf-xs">{t('settings.export.note')}</p>
        </div>
        <Button
          disabled={progress !== null}
          leftSection={<IconFolderShare size={16} stroke={iconStroke} />}
          onClick={start}
        >
          {t('settings.export.start')}
        </Button>
      </div>
      {progress && (
        <Job
          title={t('settings.export.running')}
          figures={t(`settings.export.part.${progress.what}`, {
            done: format.count(progress.done),
            total: format.count(progress.total),
          })}
          share={progress.total === 0 ? null : progress.done / progress.total}
          onCancel={cancel}
        />
      )}
      {result && (
        <Result
          tone={result.missingCount === 0 ? 'success' : 'warning'}
          title={t('settings.export.done', {
            name: result.name,
            clients: format.count(result.clientCount),
            files: format.count(result.originalCount),
            size: format.bytes(result.sizeBytes),
          })}
          actions={
            <TextButton onClick={() => open(result.token)}>{t('components.export.reveal')}</TextButton>
          }
          onDismiss={dismiss}
        >
          {result.missingCount > 0 &&
            t('settings.export.missing', {
              count: result.missingCount,
              n: format.count(result.missingCount),
            })}
        </Result>
      )}
    </section>
  );
}
