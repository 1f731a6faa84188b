import { BrowserWindow } from 'electron';
import type { BrowserWindowConstructorOptions, WebContents } from 'electron';

/** Makes the windows that hold our pages, and knows them. */
export interface PageWindows {
  /** Hidden at first. */
  create(looks: BrowserWindowConstructorOptions): BrowserWindow;
  /** The window of ours that shows this; null for any other. */
  of(contents: WebContents): BrowserWindow | null;
  readonly allowDeveloperTools: boolean;
}

/** Every page is sandboxed, isolated, without Node and without plugins. */
export function createPageWindows(preload: string, allowDeveloperTools: boolean): PageWindows {
  const windows = new Map<WebContents, BrowserWindow>();
  return {
    allowDeveloperTools,
    of: (contents) => windows.get(contents) ?? null,
    create(looks) {
      const webPreferences = { ...preferences, preload, devTools: allowDeveloperTools };
      const window = new BrowserWindow({ ...looks, show: false, webPreferences });
      const contents = window.webContents;
      windows.set(contents, window);
      window.once('closed', () => windows.delete(contents));
      return window;
    },
  };
}

const preferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  plugins: false,
  spellcheck: false,
  navigateOnDragDrop: false,
};
