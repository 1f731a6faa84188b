import '#renderer/api/zod-without-eval.ts';
import './fonts.css';
import { MantineProvider } from '@mantine/core';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { isClosed } from '#shared/domain/application.ts';
import { calendarDate } from '#shared/domain/calendar-date.ts';
import { createWorkingCalendar } from '#shared/domain/working-calendar.ts';
import { connect, createBackendClient, createShellClient } from '#renderer/api/connect.ts';
import type { BackendClient, ShellClient } from '#renderer/api/connect.ts';
import { ChecklistSheet } from '#renderer/features/print/checklist-sheet.tsx';
import { paperInAddress, printedPaper } from '#renderer/features/print/printed-paper.ts';
import { sheetOf } from '#renderer/features/print/sheet-model.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { I18nProvider } from '#renderer/i18n/i18n-provider.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

/** Cuts of the fonts in which everything is printed, as `sheet.module.css` names them. */
const fonts = '"Noto Sans Variable", "Noto Sans SC Variable", "Certfolio Rare Han"';
const cuts = [400, 600].map((weight) => `${weight} 13px ${fonts}`);

/** The entry of print.html: draws what the address names, and tells the shell when all of it is there. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  const applicationId = applicationInAddress();
  const paper = paperInAddress(window.location.hash);
  if (root === null || (applicationId === null && paper === null))
    throw new Error('nothing to print at this address');
  const ports = await connect();
  const shell = createShellClient(ports.shell);
  const backend = createBackendClient(ports.backend);
  const drawn =
    applicationId === null
      ? printedPaper(root, paper, backend)
      : printed(root, applicationId, backend, shell);
  await drawn.then(
    () => shell.printReady(),
    async (error: unknown) => {
      await shell.printFailed();
      throw error;
    },
  );
}

async function printed(
  root: HTMLElement,
  applicationId: string,
  backend: BackendClient,
  shell: ShellClient,
): Promise<void> {
  const [details, { findings }, settings, info, years] = await Promise.all([
    backend.applications.get({ id: applicationId }),
    backend.applications.preCheck({ id: applicationId }),
    backend.settings.get(),
    backend.system.info(),
    backend.rules.ownHolidays(),
  ]);
  const { rulePackId: id, rulePackVersion: version, rulePackSha256: sha256 } = details.application;
  const { pack } = await backend.rules.get({ id, version, sha256 });
  const calendar = createWorkingCalendar(years);
  const today = calendarDate(info.today);
  const { language } = settings;
  const i18n = createI18n(language);
  document.documentElement.lang = language;
  document.title = `${i18n.t('print.title')} ${details.client.name}`;
  const page = createRoot(root);
  const draw = (pageCount: number): void =>
    flushSync(() =>
      page.render(
        <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme="light">
          <I18nProvider i18n={i18n}>
            <ChecklistSheet
              details={details}
              sheet={sheetOf(
                details,
                pack,
                today,
                calendar,
                isClosed(details.application.stage) ? [] : findings,
              )}
              firm={settings}
              today={today}
              pageCount={pageCount}
            />
          </I18nProvider>
        </MantineProvider>,
      ),
    );
  draw(0);
  await fontsFor(root);
  const { pageCount } = await shell.countPages();
  draw(pageCount);
  await fontsFor(root);
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

void start();
