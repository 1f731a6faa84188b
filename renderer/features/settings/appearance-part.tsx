import { SegmentedControl } from '@mantine/core';
import { densities, languages, startPages, themes } from '#shared/contract/settings.ts';
import type { SettingsValues } from '#shared/contract/settings.ts';
import { zoomSteps } from '#shared/domain/zoom.ts';
import { PartHead } from '#renderer/components/page.tsx';
import { useT } from '#renderer/i18n/use-t.ts';
import styles from './settings.module.css';
import { useSaveSettings } from './use-save-settings.ts';

/** A language is offered in its own name, so that it is found in any. */
const languageNames = { 'zh-CN': '简体中文', en: 'English' } as const;

/** Theme, row height, zoom and language of this computer, and with which page it begins. */
export function AppearancePart({ settings }: { readonly settings: SettingsValues }) {
  const t = useT();
  const save = useSaveSettings();
  const pick = <V extends string>(values: readonly V[], value: string): V | undefined =>
    values.find((known) => known === value);
  return (
    <section>
      <PartHead title={t('settings.appearance.head')} />
      <div className={styles.line}>
        <span>{t('settings.appearance.theme')}</span>
        <SegmentedControl
          aria-label={t('settings.appearance.theme')}
          value={settings.theme}
          data={themes.map((value) => ({ value, label: t(`settings.appearance.themes.${value}`) }))}
          onChange={(value) => save({ theme: pick(themes, value) })}
        />
      </div>
      <div className={styles.line}>
        <span>{t('settings.appearance.density')}</span>
        <SegmentedControl
          aria-label={t('settings.appearance.density')}
          value={settings.density}
          data={densities.map((value) => ({ value, label: t(`settings.appearance.densities.${value}`) }))}
          onChange={(value) => save({ density: pick(densities, value) })}
        />
      </div>
      <div className={styles.line}>
        <span>{t('settings.appearance.zoom')}</span>
        <SegmentedControl
          aria-label={t('settings.appearance.zoom')}
          value={String(settings.zoomPercent)}
          data={zoomSteps.map((step) => ({ value: String(step), label: `${step}%` }))}
          onChange={(value) => save({ zoomPercent: zoomSteps.find((step) => String(step) === value) })}
        />
      </div>
      <div className={styles.line}>
        <span>{t('settings.appearance.language')}</span>
        <SegmentedControl
          aria-label={t('settings.appearance.language')}
          value={settings.language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) => save({ language: pick(languages, value) })}
        />
      </div>
      <div className={styles.line}>
        <span>{t('settings.appearance.startPage')}</span>
        <SegmentedControl
          aria-label={t('settings.appearance.startPage')}
          value={settings.startPage}
          data={startPages.map((value) => ({ value, label: t(`settings.appearance.startPages.${value}`) }))}
          onChange={(value) => save({ startPage: pick(startPages, value) })}
        />
      </div>
    </section>
  );
}
