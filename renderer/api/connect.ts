import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/contract.ts';
import { portsMessage } from '#shared/contract/page-bridge.ts';
import type { PageBridge } from '#shared/contract/page-bridge.ts';
import { PortLink } from '#shared/contract/port-link.ts';
import type { ShellContract } from '#shared/contract/shell.ts';

declare global {
  interface Window {
    readonly certfolio: PageBridge<File>;
  }
}

export interface Connection {
  readonly backend: MessagePort;
  readonly shell: MessagePort;
}

export type BackendClient = ContractRouterClient<Contract>;
export type ShellClient = ContractRouterClient<ShellContract>;

/** 'lost': calls fail with BACKEND_UNAVAILABLE. 'back': calls work again, streams have to be opened anew. */
export type BackendEvent = 'lost' | 'back';

const replacementListeners = new Set<(port: MessagePort) => void>();
const eventListeners = new Set<(event: BackendEvent) => void>();
let connection: Promise<Connection> | undefined;

/** The page's two ports. Asked for once a page: a reload makes a new page and so new ports. */
export function connect(): Promise<Connection> {
  connection ??= new Promise((resolve) => {
    window.addEventListener('message', (event) => {
      if (event.source !== window || !isPortsMessage(event.data)) return;
      const [backend, shell] = event.ports;
      if (backend === undefined) return;
      if (shell === undefined) replacementListeners.forEach((listener) => listener(backend));
      else resolve({ backend, shell });
    });
    window.certfolio.connect();
  });
  return connection;
}

/** Calls of the contract. When the backend dies and comes back, the same client goes on over the new port. */
export function createBackendClient(port: MessagePort): BackendClient {
  const link = new PortLink();
  const goOnOver = (next: MessagePort): void => {
    link.use(next);
    next.addEventListener('close', () => tell('lost'));
    next.start();
  };
  goOnOver(port);
  replacementListeners.add((next) => {
    goOnOver(next);
    tell('back');
  });
  return createORPCClient(link);
}

/** What the main process does for this window. */
export function createShellClient(port: MessagePort): ShellClient {
  const link = new PortLink();
  link.use(port);
  port.start();
  return createORPCClient(link);
}

/** Tells when the backend is lost and when it is back; returns a function that ends the listening. */
export function onBackendEvent(listener: (event: BackendEvent) => void): () => void {
  eventListeners.add(listener);
  return () => void eventListeners.delete(listener);
}

const tell = (event: BackendEvent): void => eventListeners.forEach((listener) => listener(event));

const isPortsMessage = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === portsMessage;
