import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { PageBridge } from '#shared/contract/page-bridge.ts';

declare const location: { readonly origin: string };
declare const window: { postMessage(message: unknown, origin: string, ports: readonly unknown[]): void };

const bridge: PageBridge<File> = {
  platform: process.platform,
  fileToken: (file, mayBeFolder = false) => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? Promise.resolve(null) : ipcRenderer.invoke('grant', path, mayBeFolder);
  },
  connect: () => ipcRenderer.send('connect'),
};

// A port cannot cross the bridge; a message within the window carries it.
ipcRenderer.on('ports', ({ ports }) =>
  window.postMessage({ type: 'certfolio-ports' }, location.origin, ports),
);

contextBridge.exposeInMainWorld('certfolio', bridge);
