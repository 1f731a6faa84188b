import { Checkbox } from '@mantine/core';
import type { SettingsValues } from '#shared/contract/settings.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** Whether the system shows notices, and when each kind of date is recalled. */
export function RemindersPart({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const save = useSaveSettings();
  return (
    <>
      <section>
        <PartHead title={t('settings.reminders.head')} />
        <Checkbox
          label={t('settings.reminders.enabled')}
          checked={settings.remindersEnabled}
          onChange={(event) => save({ remindersEnabled: event.currentTarget.checked })}
        />
        <p className="cf-ink-3 cf-xs">{t('settings.reminders.note')}</p>
      </section>
      <section>
        <PartHead title={t('settings.reminders.ladder')} />
        <ul className={styles.rungs}>
          {(['papers', 'review', 'refill', 'hours'] as const).map((rung) => (
            <li key={rung}>{t(`settings.reminders.${rung}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
