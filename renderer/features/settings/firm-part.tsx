import type { SettingsValues } from '#shared/contract/settings.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import { AutosaveField } from './autosave-field.tsx';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** Who the firm is, as its papers say it. */
export function FirmPart({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const save = useSaveSettings();
  return (
    <section>
      <PartHead title={t('settings.firm.head')}>{t('settings.firm.note')}</PartHead>
      <div className={styles.form}>
        <AutosaveField
          label={t('settings.firm.name')}
          value={settings.firmName}
          onSave={(firmName) => save({ firmName })}
        />
        <AutosaveField
          label={t('settings.firm.phone')}
          value={settings.firmPhone ?? ''}
          onSave={(firmPhone) => save({ firmPhone })}
        />
        <div className={styles.wide}>
          <AutosaveField
            label={t('settings.firm.address')}
            value={settings.firmAddress ?? ''}
            onSave={(firmAddress) => save({ firmAddress })}
          />
        </div>
      </div>
    </section>
  );
}
