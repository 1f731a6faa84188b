import { MantineProvider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { SettingsValues } from '#shared/contract/settings.ts';
import { useApi } from '#renderer/api/api.tsx';
import { FirmKey } from '#renderer/components/firm-key.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import { applyDensity } from './density.ts';
import { Opening } from './opening.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

/** Language, theme, density and zoom of this computer, on the page and on the window's frame. */
export function Appearance({ children }: { readonly children: ReactNode }) {
  const { query } = useApi();
  const settings = useQuery(query.settings.get.queryOptions());
  const info = useQuery(query.system.info.queryOptions());
  if (settings.data === undefined || info.data === undefined) return <Opening />;
  return (
    <FirmKey value={info.data.dataFolder}>
      <Appeared settings={settings.data}>{children}</Appeared>
    </FirmKey>
  );
}

interface AppearedProps {
  readonly settings: SettingsValues;
  readonly children: ReactNode;
}

function Appeared({ settings, children }: AppearedProps) {
  const { shell } = useApi();
  const { language, theme: scheme, density, zoomPercent } = settings;
  const i18n = useMemo(() => createI18n(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    applyDensity(document.documentElement, density);
    void shell.setAppearance({ theme: scheme, language, zoomPercent });
  }, [shell, scheme, language, density, zoomPercent]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      {...(scheme !== 'system' && { forceColorScheme: scheme })}
    >
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </MantineProvider>
  );
}
