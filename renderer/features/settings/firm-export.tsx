import { Button } from '@mantine/core';
import { IconFolderShare } from '@tabler/icons-react';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './settings.module.css';
import { useFirmExport } from './use-firm-export.ts';

/** Everything the firm has, into a folder that is read without the program. */
export function FirmExport() {
  const t = useT();
  const { isBusy, start } = useFirmExport();
  return (
    <section>
      <PartHead title={t('settings.export.head')} />
      <div className={styles.panel}>
        <div className="cf-grow">
          <p>{t('settings.export.what')}</p>
          <p className="cf-ink-2 cf-xs">{t('settings.export.note')}</p>
        </div>
        <Button
          disabled={isBusy}
          leftSection={<IconFolderShare size={16} stroke={iconStroke} />}
          onClick={start}
        >
          {t(isBusy ? 'settings.export.running' : 'settings.export.start')}
        </Button>
      </div>
    </section>
  );
}
