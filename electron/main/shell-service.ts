import fs from 'node:fs/promises';
import path from 'node:path';
import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { shell } from 'electron';
import type { BrowserWindow, MessagePortMain } from 'electron';
import { AppError } from '#shared/contract/errors.ts';
import { guarded, isStream } from '#shared/contract/guarded.ts';
import { shellContract } from '#shared/contract/shell.ts';
import type { Appearance } from './appearance.ts';
import type { DataService } from './data-service.ts';
import type { Dialogs } from './dialogs.ts';
import type { FileGrants } from './file-grants.ts';
import type { Printing } from './print.ts';
import type { Windows } from './windows.ts';

export interface ShellServiceOptions {
  readonly dialogs: Dialogs;
  readonly grants: FileGrants;
  readonly printing: Printing;
  readonly appearance: Appearance;
  readonly windows: Pick<Windows, 'open'>;
  readonly data: Pick<DataService, 'restart'>;
  readonly report: (where: string, error: unknown) => void;
}

interface ShellContext {
  readonly window: BrowserWindow;
}

/** Answers the shell's part of the contract; each port belongs to one window. */
export function createShellService(options: ShellServiceOptions) {
  const handler = new RPCHandler(createShellRouter(options));
  return (port: MessagePortMain, window: BrowserWindow): void => {
    handler.upgrade(port, { context: { window } });
    port.start();
  };
}

function createShellRouter(options: ShellServiceOptions) {
  const { dialogs, grants, printing, appearance } = options;
  const os = implement(shellContract)
    .$context<ShellContext>()
    .use(async ({ next, path }) => {
      const turned = (error: unknown): unknown =>
        contractError(error, (cause) => options.report(path.join('.'), cause));
      try {
        const result = await next();
        return isStream(result.output) ? { ...result, output: guarded(result.output, turned) } : result;
      } catch (error) {
        throw turned(error);
      }
    });
  return os.router({
    chooseFiles: os.chooseFiles.handler(({ input, context }) =>
      dialogs.chooseFiles(context.window, input.kind, input.multiple),
    ),
    chooseFolder: os.chooseFolder.handler(({ input, context }) =>
      dialogs.chooseFolder(context.window, input.purpose),
    ),
    chooseTarget: os.chooseTarget.handler(({ input, context }) =>
      dialogs.chooseTarget(context.window, input.kind, input.name),
    ),
    exportChecklist: os.exportChecklist.handler(({ input, context }) =>
      printing.exportChecklist(context.window, input),
    ),
    printChecklists: os.printChecklists.handler(({ input, signal }) =>
      printing.printChecklists(grants.pathOf(input.folder, 'write'), input.items, signal),
    ),
    printPaper: os.printPaper.handler(async ({ input }) => ({
      isPrinted: await printing.printPaper(input),
    })),
    setFullScreen: os.setFullScreen.handler(({ input, context }) => {
      context.window.setFullScreen(input.isFull);
      return {};
    }),
    reveal: os.reveal.handler(({ input }) => {
      shell.showItemInFolder(grants.pathOf(input.token, 'read'));
      return {};
    }),
    openFolder: os.openFolder.handler(async ({ input }) => {
      await openFolder(grants.pathOf(input.token, 'read'));
      return {};
    }),
    countPages: os.countPages.handler(async ({ context }) => ({
      pageCount: await printing.countPages(context.window),
    })),
    printReady: os.printReady.handler(({ context }) => {
      printing.ready(context.window);
      return {};
    }),
    printFailed: os.printFailed.handler(({ context }) => {
      printing.failed(context.window);
      return {};
    }),
    appearance: os.appearance.handler(() => {
      const { theme, language } = appearance.values();
      return { theme, language };
    }),
    setAppearance: os.setAppearance.handler(({ input }) => {
      appearance.set(input);
      return {};
    }),
    newWindow: os.newWindow.handler(({ input }) => {
      options.windows.open(input.path);
      return {};
    }),
    restart: os.restart.handler(() => {
      void options.data.restart();
      return {};
    }),
  });
}

/** Only ever a folder: a file would be run by whatever opens it. Throws AppError NOT_FOUND. */
async function openFolder(folder: string): Promise<void> {
  const isFolder = (await fs.stat(folder).catch(() => null))?.isDirectory() === true;
  if (!isFolder) throw new AppError('NOT_FOUND', { what: 'folder', id: path.basename(folder) });
  await shell.openPath(folder);
}

function contractError(error: unknown, report: (error: unknown) => void): unknown {
  if (error instanceof ORPCError) return error;
  if (error instanceof AppError) {
    return new ORPCError(error.code, {
      defined: true,
      data: error.data,
      message: error.message,
      cause: error,
    });
  }
  report(error);
  return new ORPCError('INTERNAL_SERVER_ERROR', {
    message: error instanceof Error ? error.message : String(error),
  });
}
