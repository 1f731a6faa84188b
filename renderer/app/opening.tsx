import { Loader, MantineProvider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '#renderer/api/api.tsx';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import type { Language } from '#renderer/i18n/language.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { cssVariablesResolver, theme } from './theme.ts';
import styles from './opening.module.css';

/** As a rule the data is open before anybody could read a word. */
const quietMs = 700;

/**
 * What stands in the window while the data takes its time to open: after an update all dates of a large firm are worked
 * out anew. The settings are in the data, so that the shell is asked for the language.
 */
export function Opening() {
  const { shell } = useApi();
  const looks = useQuery({ queryKey: ['shell', 'appearance'], queryFn: () => shell.appearance() }).data;
  const isLate = useLate();
  return isLate && looks ? <Shown {...looks} /> : null;
}

function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

interface Looks {
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
}

function Shown({ language, theme: scheme }: Looks) {
  const i18n = useMemo(() => createI18n(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      {...(scheme !== 'system' && { forceColorScheme: scheme })}
    >
      <I18nProvider i18n={i18n}>
        <Words />
      </I18nProvider>
    </MantineProvider>
  );
}

function Words() {
  const t = useT();
  return (
    <div className={styles.opening} role="status">
      <Loader size={18} aria-hidden />
      <h1>{t('shell.opening.title')}</h1>
      <p className="cf-ink-2">{t('shell.opening.note')}</p>
    </div>
  );
}
