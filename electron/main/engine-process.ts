import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import type { MainMessage } from '#shared/contract/backend-messages.ts';
import type { Log } from './limited-log.ts';

/**
 * Starts a process that reads pages and puts it and the backend in touch, for a utility process can start none itself. It
 * ends when its port is closed, and with the backend.
 */
export function startEngine(file: string, engineNo: number, backend: UtilityProcess, log: Log): void {
  const engine = utilityProcess.fork(file, [], { serviceName: 'Certfolio reading', stdio: 'pipe' });
  const tell = (message: MainMessage): void => backend.postMessage(message);
  const endWithBackend = (): void => void engine.kill();
  engine.stdout?.on('data', (chunk: Buffer) => log.write(chunk.toString()));
  engine.stderr?.on('data', (chunk: Buffer) => log.write(chunk.toString()));
  backend.once('exit', endWithBackend);
  engine.once('exit', (code) => {
    backend.off('exit', endWithBackend);
    tell({ type: 'engineEnded', engineNo, reason: `exit code ${code}` });
  });
  const { port1, port2 } = new MessageChannelMain();
  engine.postMessage(null, [port1]);
  backend.postMessage({ type: 'engine', engineNo } satisfies MainMessage, [port2]);
}
