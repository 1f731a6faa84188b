import { dialog, screen } from 'electron';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Appearance } from './appearance.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { popUpEditMenu } from './menu.ts';
import type { OwnPages } from './own-pages.ts';
import type { PageWindows } from './page-window.ts';
import { defaultSize, minimumSize, placeWindow, windowPlace } from './window-place.ts';
import type { WindowPlace } from './window-place.ts';

/** The program's windows. */
export interface Windows {
  /**
   * Opens one more window at a page of the interface, e.g. `/clients`, or at the page with which the program begins. It
   * shows itself when it is painted.
   */
  readonly open: (path?: string) => BrowserWindow;
  /** Brings the window that was used last to the front, at `path` when one is given. */
  readonly show: (path?: string) => void;
  all(): readonly BrowserWindow[];
}

export interface WindowsOptions {
  readonly pages: OwnPages;
  readonly pageWindows: PageWindows;
  readonly appearance: Appearance;
  readonly placeFile: string;
  /** Windows stay hidden until the data is open, or takes so long that somebody wonders. */
  readonly worthSeeing: Promise<void>;
}

const FRAME_HEIGHT = 44;
const SAVE_DELAY_MS = 400;
const CASCADE = 28;

export function createWindows(options: WindowsOptions): Windows {
  const { pages, pageWindows, appearance } = options;
  /** The window used last comes last. */
  const windows: BrowserWindow[] = [];
  appearance.onChange(() => windows.forEach((window) => dress(window, appearance)));

  const open = (path = '/'): BrowserWindow => {
    const place = nextPlace(options.placeFile, windows.at(-1));
    const window = pageWindows.create({ ...place.bounds, ...looks(appearance) });
    windows.push(window);
    window.on('focus', () => void windows.push(...windows.splice(windows.indexOf(window), 1)));
    window.on('closed', () => void windows.splice(windows.indexOf(window), 1));
    rememberPlace(window, options.placeFile);
    showWhenReady(window, place, options.worthSeeing);
    offerReload(window, appearance);
    window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(zoomOf(appearance)));
    window.webContents.on('context-menu', (_event, target) =>
      popUpEditMenu(window, target, appearance.texts()),
    );
    void window.loadURL(pages.url('index.html', pagePath(path)));
    return window;
  };

  return {
    open,
    show(path) {
      const window = windows.at(-1);
      if (window === undefined) return void open(path);
      // The address differs in its hash alone, so the page stays and its router follows.
      if (path !== undefined) void window.loadURL(pages.url('index.html', pagePath(path)));
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    all: () => [...windows],
  };
}

/** Of an address of a page, with its # or without; what is none leads home. */
function pagePath(address: string): string {
  const path = address.replace(/^#/u, '');
  return path.startsWith('/') ? path : '/';
}

function looks(appearance: Appearance): BrowserWindowConstructorOptions {
  const { ground, symbols } = appearance.frame();
  const frame: BrowserWindowConstructorOptions =
    process.platform === 'darwin'
      ? { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 14, y: 14 } }
      : {
          titleBarStyle: 'hidden',
          titleBarOverlay: { color: ground, symbolColor: symbols, height: FRAME_HEIGHT },
        };
  return {
    ...frame,
    title: appearance.texts().program,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    backgroundColor: ground,
    autoHideMenuBar: true,
  };
}

const zoomOf = (appearance: Appearance): number => appearance.values().zoomPercent / 100;

/** Brings an open window to the present theme and zoom. */
function dress(window: BrowserWindow, appearance: Appearance): void {
  const { ground, symbols } = appearance.frame();
  window.setBackgroundColor(ground);
  window.webContents.setZoomFactor(zoomOf(appearance));
  if (process.platform === 'darwin') return;
  window.setTitleBarOverlay({ color: ground, symbolColor: symbols, height: FRAME_HEIGHT });
}

function nextPlace(file: string, last: BrowserWindow | undefined): WindowPlace {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  const areas = [main.workArea, ...others.map((display) => display.workArea)] as const;
  if (last === undefined) return placeWindow(readJsonFile(file, windowPlace), areas);
  const { x, y } = last.getNormalBounds();
  return placeWindow({ bounds: { ...defaultSize, x: x + CASCADE, y: y + CASCADE }, maximized: false }, areas);
}

function rememberPlace(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (!window.isVisible()) return;
    writeJsonFile(file, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    } satisfies WindowPlace);
  };
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => !window.isDestroyed() && save(), SAVE_DELAY_MS);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', save);
}

/** Only a window with something to see is shown, so that none ever flashes. */
function showWhenReady(window: BrowserWindow, place: WindowPlace, worthSeeing: Promise<void>): void {
  window.once('ready-to-show', () => {
    void worthSeeing.then(() => {
      if (window.isDestroyed()) return;
      if (place.maximized) window.maximize();
      window.show();
    });
  });
}

/** A page that crashed offers to be loaded again. */
function offerReload(window: BrowserWindow, appearance: Appearance): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { happened, safe, reload, close } = appearance.texts().pageLost;
    const question = {
      type: 'warning',
      message: happened,
      detail: safe,
      buttons: [reload, close],
      cancelId: 1,
    } as const;
    void dialog
      .showMessageBox(window, { ...question, buttons: [...question.buttons] })
      .then(({ response }) => {
        if (window.isDestroyed()) return;
        if (response === 0) window.webContents.reload();
        else window.destroy();
      });
  });
}
