import path from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import type { BackendMessage, MainMessage, StartOptions } from '#shared/contract/backend-messages.ts';
import { isAppError } from '#shared/contract/errors.ts';
import type { Backend, WorkerName } from './backend.ts';
import { openBackend } from './backend.ts';
import { recoverFromBackup } from './backups/recover.ts';
import { beforeUpgradeBackup } from './backups/service.ts';
import { applyPendingRestore } from './backups/restore.ts';
import { clockStartingAt, systemClock } from './clock.ts';
import { connectDerivations } from './derivations.ts';
import { watchFileTexts } from './documents/texts/watch.ts';
import { watchQuality } from './documents/quality/watch.ts';
import { watchReading } from './documents/reading/watch.ts';
import { createEngineDesk } from './reading/asked-engine.ts';
import { watchFiles } from './file-checks/watch.ts';
import { watchFolder } from './intake/folder/watch.ts';
import { makeUpLooks } from './intake/look.ts';
import { createRouter } from './router.ts';

const workerFile = (name: WorkerName) => new URL(`./${name}.js`, import.meta.url);
const say = (message: BackendMessage): void => process.parentPort.postMessage(message);
const report = (error: unknown, where: readonly string[]): void =>
  console.error(`[backend] ${where.join('.')}:`, error);

const engines = createEngineDesk((engineNo) => say({ type: 'engineWanted', engineNo }));

let backend: Backend | undefined;
/** End what goes on in quiet moments. */
let endings: readonly (() => void)[] = [];
let handler: RPCHandler<object> | undefined;

function start({ version, dataFolder, resourcesFolder, clockStartMs }: StartOptions): void {
  const clock = clockStartMs === null ? systemClock() : clockStartingAt(clockStartMs);
  const startEngine = engines.start;
  const owner = 'Certfolio';
  const options = { version, dataFolder, resourcesFolder, clock, workerFile, startEngine, owner };
  backend = openBackend(options, {
    beforeOpen: () => applyPendingRestore(dataFolder),
    beforeUpgrade: (db, fromVersion) => beforeUpgradeBackup({ db, dataFolder, fromVersion, clock }),
  });
  connectDerivations(backend);
  endings = [
    watchFileTexts(backend),
    watchReading(backend),
    watchQuality(backend),
    watchFiles(backend),
    watchFolder(backend),
    makeUpLooks(backend),
  ];
  handler = new RPCHandler(createRouter(backend, report));
  say({ type: 'ready' });
}

function fail(error: unknown, dataFolder: string): void {
  report(error, [path.basename(dataFolder)]);
  const known = isAppError(error);
  say({
    type: 'failed',
    code: known ? error.code : 'INTERNAL',
    data: known ? error.data : {},
    message: error instanceof Error ? error.message : String(error),
  });
}

process.parentPort.on('message', ({ data, ports }) => {
  const message = data as MainMessage;
  switch (message.type) {
    case 'start':
      try {
        start(message.options);
      } catch (error) {
        fail(error, message.options.dataFolder);
      }
      return;
    case 'connect': {
      const port = ports[0];
      if (port === undefined || handler === undefined) return;
      handler.upgrade(port);
      port.start();
      return;
    }
    case 'grant':
      backend?.tokens.grant(message.path, message.token, message.use);
      say({ type: 'granted', token: message.token });
      return;
    case 'engine':
      if (ports[0] !== undefined) engines.hand(message.engineNo, ports[0]);
      return;
    case 'engineEnded':
      engines.lose(message.engineNo, message.reason);
      return;
    case 'restore': {
      const { dataFolder, folder } = message;
      recoverFromBackup({ dataFolder, chosen: folder, owner: 'Certfolio', nowMs: Date.now() }).then(
        () => say({ type: 'restored' }),
        (error: unknown) => fail(error, dataFolder),
      );
      return;
    }
    case 'close':
      for (const end of endings) end();
      backend?.close();
      backend = undefined;
      say({ type: 'closed' });
  }
});
