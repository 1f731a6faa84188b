import { ipcMain, MessageChannelMain } from 'electron';
import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent, MessagePortMain } from 'electron';
import type { ChosenFile } from '#shared/contract/shell.ts';
import type { BackendProcess } from './backend-process.ts';
import type { FileGrants } from './file-grants.ts';
import type { OwnPages } from './own-pages.ts';
import type { PageWindows } from './page-window.ts';
import { isOwnFrame } from './security.ts';

/** The ports between our pages, the backend and ourselves, and the only messages that a page can send us without one. */
export interface Connections {
  /** Gives each connected page a port to the backend that was started again. */
  reconnect(): void;
}

export interface ConnectionsOptions {
  readonly pages: OwnPages;
  readonly backend: Pick<BackendProcess, 'connect'>;
  readonly grants: FileGrants;
  readonly pageWindows: Pick<PageWindows, 'of'>;
  /** Answers the shell's calls of this window over the port. */
  readonly serveShell: (port: MessagePortMain, window: BrowserWindow) => void;
  readonly onConnected: () => void;
}

export function createConnections(options: ConnectionsOptions): Connections {
  const { pages, backend, grants, pageWindows } = options;
  const shellPorts = new Map<BrowserWindow, MessagePortMain>();

  const ownWindow = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | null => {
    const window = pageWindows.of(sender);
    return isOwnFrame(senderFrame, pages) ? window : null;
  };

  const backendPort = (): MessagePortMain => {
    const { port1, port2 } = new MessageChannelMain();
    backend.connect(port1);
    return port2;
  };

  ipcMain.on('connect', (event) => {
    const window = ownWindow(event);
    if (window === null) return;
    if (!shellPorts.has(window)) window.once('closed', () => shellPorts.delete(window));
    shellPorts.get(window)?.close();
    const { port1, port2 } = new MessageChannelMain();
    shellPorts.set(window, port1);
    options.serveShell(port1, window);
    event.sender.postMessage('ports', null, [backendPort(), port2]);
    options.onConnected();
  });

  ipcMain.handle('grant', (event, file: unknown, mayBeFolder: unknown): Promise<ChosenFile | null> => {
    if (ownWindow(event) === null) throw new Error('refused');
    if (typeof file !== 'string') return Promise.resolve(null);
    return mayBeFolder === true ? grants.grantDropped(file) : grants.grantFile(file);
  });

  return {
    reconnect() {
      for (const window of shellPorts.keys()) window.webContents.postMessage('ports', null, [backendPort()]);
    },
  };
}
