import '#renderer/api/zod-without-eval.ts';
import '@fontsource-variable/noto-sans-sc';
import { MantineProvider } from '@mantine/core';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { connect, createBackendClient, createShellClient } from '#renderer/api/connect.ts';
import { ChecklistSheet } from '#renderer/features/print/checklist-sheet.tsx';
import { sheetOf } from '#renderer/features/print/sheet-model.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { formatFor } from '#renderer/i18n/format.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

/** Cuts of the one font in which everything is printed. */
const cuts = ['400 13px "Noto Sans SC Variable"', '600 13px "Noto Sans SC Variable"'] as const;

/** The entry of print.html: draws what the address names, and tells the shell when all of it is there. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  const applicationId = applicationInAddress();
  if (root === null || applicationId === null) throw new Error('nothing to print at this address');
  const ports = await connect();
  const backend = createBackendClient(ports.backend);
  const shell = createShellClient(ports.shell);
  const [details, settings, info] = await Promise.all([
    backend.applications.get({ id: applicationId }),
    backend.settings.get(),
    backend.system.info(),
  ]);
  const { rulePackId: id, rulePackVersion: version, rulePackAsOf } = details.application;
  const { pack } = await backend.rules.get({ id, version });
  const today = calendarDate(info.today);
  const { language } = settings;
  const i18n = createI18n(language);
  document.documentElement.lang = language;
  document.title = `${i18n.t('print.title')} ${details.client.name}`;
  flushSync(() =>
    createRoot(root).render(
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme="light">
        <I18nProvider i18n={i18n}>
          <ChecklistSheet
            details={details}
            sheet={sheetOf(details, pack, today)}
            firm={settings}
            today={today}
          />
        </I18nProvider>
      </MantineProvider>,
    ),
  );
  await fontsFor(root);
  const asOf = formatFor(language).dateNear(rulePackAsOf, today);
  await shell.printReady({
    footLeft: i18n.t('print.foot.rules', { version, date: asOf }),
    footMiddle: i18n.t('print.foot.chain', { head: chainHeadWords(details.chainHead) }),
  });
}

/** '#/checklist/<application>' */
function applicationInAddress(): string | null {
  const match = /^#\/checklist\/([^/]+)$/.exec(window.location.hash);
  return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
}

/** The font comes in parts by character: every part that the text needs has to be there before it is printed. */
async function fontsFor(root: HTMLElement): Promise<void> {
  await Promise.all(cuts.map((cut) => document.fonts.load(cut, root.textContent)));
  await document.fonts.ready;
}

/** The first 16 digits in fours, short enough to be read out. */
const chainHeadWords = (head: string): string => (head.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');

void start();
