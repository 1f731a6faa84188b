import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFolder } from '@tabler/icons-react';
import type { SettingsValues } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** The folder that the intake tray takes files from by itself. */
export function IntakePart({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const { query, shell } = useApi();
  const { report } = useFailures();
  const save = useSaveSettings();
  const folder = useQuery(query.intake.folder.queryOptions());
  const { watchedFolderName: name } = settings;
  const choose = async (): Promise<void> => {
    try {
      const chosen = await shell.chooseFolder({ purpose: 'watch' });
      if (chosen !== null) save({ watchedFolder: chosen.token, watchedFolderOn: true });
    } catch (error) {
      report(error);
    }
  };
  return (
    <section>
      <PartHead title={t('settings.intake.head')} />
      <div className={styles.line}>
        <span className="cf-row cf-cut" title={name ?? undefined}>
          <IconFolder size={16} stroke={iconStroke} aria-hidden />
          <span className="cf-cut">{name ?? t('settings.intake.none')}</span>
        </span>
        <span className="cf-grow" />
        {name !== null && (
          <Button onClick={() => save({ watchedFolder: null })}>{t('settings.intake.forget')}</Button>
        )}
        <Button onClick={() => void choose()}>
          {t(name === null ? 'settings.intake.choose' : 'settings.intake.change')}
        </Button>
      </div>
      {name !== null && (
        <div className={styles.line}>
          <Checkbox
            label={t('settings.intake.on')}
            checked={settings.watchedFolderOn}
            onChange={(event) => save({ watchedFolderOn: event.currentTarget.checked })}
          />
        </div>
      )}
      <p className="cf-ink-3 cf-xs">
        {t('settings.intake.note', { folder: folder.data?.takenFolderName ?? '' })}
      </p>
    </section>
  );
}
