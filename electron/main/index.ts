import { app, dialog, session } from 'electron';
import path from 'node:path';
import { nextZoom, usualZoom } from '#shared/domain/zoom.ts';
import { createAppearance } from './appearance.ts';
import type { Appearance } from './appearance.ts';
import { backUpAtClose } from './automatic-backup.ts';
import { createBackendProcess } from './backend-process.ts';
import type { BackendClient } from './backend-process.ts';
import { closeInOrder } from './closing.ts';
import { createConnections } from './connections.ts';
import { createDataService } from './data-service.ts';
import { createDialogs } from './dialogs.ts';
import { createFileGrants } from './file-grants.ts';
import { createLimitedLog } from './limited-log.ts';
import { setProgramMenu } from './menu.ts';
import type { MenuActions } from './menu.ts';
import { createNotifications } from './notifications.ts';
import { readOptions } from './options.ts';
import { ownPages } from './own-pages.ts';
import { createPageWindows } from './page-window.ts';
import { createPrinting } from './print.ts';
import { registerSchemes, restrictDevelopmentServer, serveApp } from './protocols.ts';
import { secureProgram, secureSession } from './security.ts';
import { createShellService } from './shell-service.ts';
import { isOnlyInstance } from './single-instance.ts';
import { smokeTest } from './smoke.ts';
import { recover } from './start-failure.ts';
import { createUpkeep } from './upkeep.ts';
import { serveVault } from './vault-protocol.ts';
import { createWindows } from './windows.ts';
import type { Windows } from './windows.ts';

const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

const outFolder = path.resolve(import.meta.dirname, '..');
const userFile = (...names: string[]): string => path.join(app.getPath('userData'), ...names);
const options = readOptions({
  argv: process.argv,
  env: process.env,
  isPackaged: app.isPackaged,
  userDataFolder: app.getPath('userData'),
  appFolder: app.getAppPath(),
  packagedResourcesFolder: process.resourcesPath,
});
const pages = ownPages(options.developmentUrl);
const log = createLimitedLog(userFile('logs', 'certfolio.log'), LOG_LIMIT_BYTES);
let windows: Windows | undefined;

process.on('uncaughtException', (error) => report('uncaught', error));
process.on('unhandledRejection', (error) => report('unhandled', error));
app.setAppUserModelId('app.certfolio.desktop');
registerSchemes();
secureProgram(pages);
// Not awaited: an ES module that waits for "ready" at its top level keeps it from ever coming.
if (isOnlyInstance(() => windows?.show())) void app.whenReady().then(run);

function run(): void {
  const { dataFolder } = options;
  const appearance = createAppearance(userFile('appearance.json'));
  const backend = startBackend();
  const { client } = backend;
  const data = createDataService({
    backend,
    askUser: (failure) => recover(failure, { dataFolder, appearance, restore: backend.restore }),
    quit: () => app.quit(),
    nowMs: Date.now,
  });

  const pageWindows = createPageWindows(path.join(outFolder, 'preload', 'preload.cjs'), !app.isPackaged);
  const grants = createFileGrants(backend.grant);
  const dialogs = createDialogs(grants, appearance);
  const printing = createPrinting({ pages, pageWindows, dialogs, grants, register: client.handOuts, report });
  const placeFile = userFile('window.json');
  const ours = (windows = createWindows({
    pages,
    pageWindows,
    appearance,
    placeFile,
    worthSeeing: data.worthSeeing,
  }));
  const smoke = options.smoke ? smokeTest(data.opened) : null;
  const connections = createConnections({
    ...{ pages, backend, grants, pageWindows },
    serveShell: createShellService({ dialogs, grants, printing, appearance, windows: ours, data, report }),
    onConnected: () => smoke?.onConnected(),
  });
  const notifications = createNotifications({ client, appearance, openPath: ours.show, report });

  data.onOpened((reason) => {
    grants.repeat();
    void notifications.follow();
    followSettings(client, appearance);
    if (reason === 'loss') {
      connections.reconnect();
      tellAboutLoss(appearance);
    }
    if (reason === 'restart') ours.all().forEach((window) => window.reload());
  });
  prepareSession(client);
  keepMenu(client, appearance, ours, pageWindows.allowDeveloperTools);
  const upkeep = createUpkeep(client, report);
  void data.opened.then(() => upkeep.start());
  endInOrder(ours, backend.close, (stop) => {
    upkeep.stop();
    return backUpAtClose(client, stop);
  });
  const window = ours.open();
  smoke?.watch(window);
  void data.open();
}

function report(where: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.write(`${new Date().toISOString()} [main] ${where}: ${text}\n`);
  if (!app.isPackaged) process.stderr.write(`[main] ${where}: ${text}\n`);
}

function startBackend() {
  const { dataFolder, resourcesFolder, clockStartMs } = options;
  return createBackendProcess({
    file: path.join(outFolder, 'main', 'backend.js'),
    engineFile: path.join(outFolder, 'main', 'reading-engine.js'),
    start: { version: app.getVersion(), dataFolder, resourcesFolder, clockStartMs },
    log,
  });
}

function prepareSession(client: BackendClient): void {
  const { defaultSession } = session;
  secureSession(defaultSession, pages);
  serveApp(defaultSession, path.join(outFolder, 'renderer'));
  serveVault(defaultSession, client.files, pages.origin, report);
  if (options.developmentUrl !== null) restrictDevelopmentServer(defaultSession, pages);
}

function keepMenu(
  client: BackendClient,
  appearance: Appearance,
  { open }: Windows,
  allowDeveloperTools: boolean,
): void {
  const zoom: MenuActions['zoom'] = (to) => {
    const { zoomPercent } = appearance.values();
    const next = to === 'usual' ? usualZoom : nextZoom(zoomPercent, to === 'in' ? 1 : -1);
    // The pages hear of the setting and have the windows drawn by it.
    client.settings.set({ zoomPercent: next }).catch((error: unknown) => report('zoom', error));
  };
  const set = (): void =>
    setProgramMenu(appearance.texts(), { newWindow: () => void open('/today'), zoom, allowDeveloperTools });
  set();
  appearance.onChange(set);
}

function endInOrder(
  ours: Windows,
  closeData: () => Promise<void>,
  backUp: (stop: AbortSignal) => Promise<void>,
): void {
  const hideWindows = (): void => ours.all().forEach((window) => void window.hide());
  closeInOrder({ hideWindows, backUp, closeData, report });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => ours.show());
}

/** The settings win over what this computer remembered of the last time. */
function followSettings(client: BackendClient, appearance: Appearance): void {
  client.settings.get().then(
    ({ theme, language, zoomPercent }) => appearance.set({ theme, language, zoomPercent }),
    (error: unknown) => report('settings', error),
  );
}

function tellAboutLoss(appearance: Appearance): void {
  const { happened, safe, ok } = appearance.texts().backendLost;
  void dialog.showMessageBox({ type: 'warning', message: happened, detail: safe, buttons: [ok] });
}
