import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { BrowserWindow, MessagePortMain } from 'electron';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AppError } from '#shared/contract/errors.ts';
import { PortLink } from '#shared/contract/port-link.ts';
import type { ShellContract } from '#shared/contract/shell.ts';
import { failureOf } from '#test/support/failures.ts';
import { allOf } from '#test/support/streams.ts';
import { createShellService } from '../../../electron/main/shell-service.ts';
import type { ShellServiceOptions } from '../../../electron/main/shell-service.ts';

vi.mock('electron', () => ({ shell: {} }));

/** Prints one and fails at the next with `error`. */
function printingThatFails(error: unknown) {
  const reported: [string, unknown][] = [];
  const options = {
    dialogs: {},
    appearance: {},
    grants: { pathOf: () => '/folder' },
    printing: {
      async *printChecklists() {
        yield await Promise.resolve({ kind: 'working', done: 0, total: 2 });
        throw error;
      },
    },
    report: (where: string, cause: unknown) => void reported.push([where, cause]),
  };
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  // Only what this call reaches is there; Electron's port is the same interface as Node's.
  const serve = createShellService(options as unknown as ShellServiceOptions);
  const window: unknown = {};
  serve(port1 as unknown as MessagePortMain, window as BrowserWindow);
  const link = new PortLink();
  link.use(port2);
  const shell: ContractRouterClient<ShellContract> = createORPCClient(link);
  const print = () => shell.printChecklists({ folder: 'token', items: [] }).then(allOf);
  return { print, reported };
}

test('what ends the printing in the middle reaches the window by its name', async () => {
  const { print, reported } = printingThatFails(new AppError('NOT_WRITABLE', { name: '清单.pdf' }));
  expect(await failureOf(print())).toEqual({ code: 'NOT_WRITABLE', data: { name: '清单.pdf' } });
  expect(reported).toEqual([]);
});

test('what nobody foresaw in the middle of the printing is reported', async () => {
  const fault = new Error('no such thing');
  const { print, reported } = printingThatFails(fault);
  await expect(print()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(reported).toEqual([['printChecklists', fault]]);
});
