import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { MessageChannelMain, utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import type {
  BackendMessage,
  FileUse,
  MainMessage,
  StartOptions,
} from '#shared/contract/backend-messages.ts';
import type { Contract } from '#shared/contract/contract.ts';
import { PortLink } from '#shared/contract/port-link.ts';
import { startEngine } from './engine-process.ts';
import type { Log } from './limited-log.ts';

export type BackendClient = ContractRouterClient<Contract>;

/** Why the data could not be opened: a code of the contract's errors or INTERNAL, with what its message needs. */
export interface StartFailure {
  readonly kind: 'failed';
  readonly code: string;
  readonly data: unknown;
  readonly message: string;
}
export type StartOutcome = { readonly kind: 'ready' } | StartFailure;
export type RestoreOutcome = { readonly kind: 'restored' } | StartFailure;

export interface BackendProcess {
  /** Starts it, or starts it again after it ended. */
  start(): Promise<StartOutcome>;
  /** Gives the port of a page to the backend, as soon as it runs. */
  connect(port: MessagePortMain): void;
  /** Resolves once the backend knows the token, or when there is none that could. */
  readonly grant: (token: string, path: string, use: FileUse) => Promise<void>;
  /** Our own calls; the same client over every restart. */
  readonly client: BackendClient;
  /** Checks the backup in a folder and puts it in place for the next start; only while the data is not open. */
  readonly restore: (folder: string) => Promise<RestoreOutcome>;
  /** Lets it close the database and ends it. */
  readonly close: () => Promise<void>;
  /** Calls back when it ended without having been asked to, after it had been ready. */
  onLost(listener: () => void): void;
}

export interface BackendProcessOptions {
  readonly file: string;
  /** The code of the process that reads pages. */
  readonly engineFile: string;
  readonly start: StartOptions;
  readonly log: Log;
}

const CLOSE_LIMIT_MS = 15_000;

export function createBackendProcess(options: BackendProcessOptions): BackendProcess {
  const link = new PortLink();
  const waiting: MessagePortMain[] = [];
  let child: UtilityProcess | null = null;
  const lossListeners: (() => void)[] = [];
  let isReady = false;
  const untold = new Map<string, () => void>();
  const tellGranted = (token: string): void => {
    untold.get(token)?.();
    untold.delete(token);
  };
  const say = (message: MainMessage, ports: MessagePortMain[] = []): void =>
    child?.postMessage(message, ports);

  const becomeReady = (): void => {
    isReady = true;
    const { port1, port2 } = new MessageChannelMain();
    say({ type: 'connect' }, [port1]);
    link.use(port2);
    port2.start();
    for (const port of waiting.splice(0)) say({ type: 'connect' }, [port]);
  };

  return {
    client: createORPCClient(link),
    start() {
      child?.kill();
      isReady = false;
      const started = fork(options);
      child = started;
      return new Promise((resolve) => {
        started.on('message', (message: BackendMessage) => {
          if (message.type === 'engineWanted')
            startEngine(options.engineFile, message.engineNo, started, options.log);
          if (message.type === 'ready') becomeReady();
          if (message.type === 'granted') tellGranted(message.token);
          if (message.type === 'failed') end(started);
          if (message.type === 'ready') resolve({ kind: 'ready' });
          if (message.type === 'failed') resolve({ ...message, kind: 'failed' });
        });
        started.once('exit', (code) => {
          options.log.write(`[main] backend ended with code ${code}\n`);
          resolve(exited(code));
          if (child !== started) return;
          child = null;
          // The next one is told every grant again.
          [...untold.keys()].forEach(tellGranted);
          const hadData = isReady;
          isReady = false;
          if (hadData) lossListeners.forEach((listener) => listener());
        });
        say({ type: 'start', options: options.start });
      });
    },
    connect(port) {
      if (isReady) say({ type: 'connect' }, [port]);
      else waiting.push(port);
    },
    grant(token, path, use) {
      if (child === null) return Promise.resolve();
      const known = new Promise<void>((resolve) => untold.set(token, resolve));
      say({ type: 'grant', token, path, use });
      return known;
    },
    onLost: (listener) => void lossListeners.push(listener),
    restore: (folder) => restoreBackup(options, folder),
    async close() {
      const closing = child;
      const hasData = isReady;
      // From here on its end is wanted, however it comes.
      isReady = false;
      if (closing === null) return;
      if (hasData) await closed(closing);
      end(closing);
    },
  };

  function end(process: UtilityProcess): void {
    if (child === process) {
      child = null;
      isReady = false;
    }
    process.kill();
  }
}

function fork({ file, log }: BackendProcessOptions): UtilityProcess {
  const child = utilityProcess.fork(file, [], { serviceName: 'Certfolio backend', stdio: 'pipe' });
  child.stdout?.on('data', (chunk: Buffer) => log.write(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => log.write(chunk.toString()));
  return child;
}

/** In a process of its own, that ends with it: the data cannot be opened, so no backend is there. */
function restoreBackup(options: BackendProcessOptions, folder: string): Promise<RestoreOutcome> {
  const child = fork(options);
  return new Promise<RestoreOutcome>((resolve) => {
    child.on('message', (message: BackendMessage) => {
      if (message.type === 'restored') resolve({ kind: 'restored' });
      if (message.type === 'failed') resolve({ ...message, kind: 'failed' });
    });
    child.once('exit', (code) => resolve(exited(code)));
    child.postMessage({
      type: 'restore',
      dataFolder: options.start.dataFolder,
      folder,
    } satisfies MainMessage);
  }).finally(() => child.kill());
}

const exited = (code: number): StartFailure => ({
  kind: 'failed',
  code: 'INTERNAL',
  data: {},
  message: `exit code ${code}`,
});

/** Asks the process to close its files and waits until it has, or until it is clear that it will not. */
function closed(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, CLOSE_LIMIT_MS);
    const finish = (): void => {
      clearTimeout(limit);
      resolve();
    };
    child.on('message', (message: BackendMessage) => message.type === 'closed' && finish());
    child.once('exit', finish);
    child.postMessage({ type: 'close' } satisfies MainMessage);
  });
}
