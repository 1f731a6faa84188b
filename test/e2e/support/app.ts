import { _electron, expect, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeStandIn } from './dialogs.ts';
import type { DialogAnswers } from './dialogs.ts';

/** 2026-09-22 09:00 in the business time zone, the reference day of all sample data. */
export const sampleNow = '2026-09-22T09:00:00+08:00';

const root = path.resolve(import.meta.dirname, '../../..');

export interface LaunchOptions {
  /** Where the built program lies. */
  readonly programFolder: string;
  /** By default an empty folder of its own. */
  readonly dataFolder?: string;
  /** Where the program keeps what belongs to this computer. By default an empty folder of its own. */
  readonly userFolder?: string;
  readonly now?: string;
  /** Answers to dialogs that come up at start. */
  readonly answers?: DialogAnswers;
}

/** A program that runs, on real files. */
export interface Certfolio {
  readonly app: ElectronApplication;
  readonly dataFolder: string;
  readonly userFolder: string;
  /** The first window, when it shows: its page is loaded and the data is open. */
  readonly window: () => Promise<Page>;
  /** Ends it as a user would, and waits for the end. */
  quit(): Promise<void>;
}

export async function launchCertfolio(options: LaunchOptions): Promise<Certfolio> {
  const dataFolder = options.dataFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-data-'));
  const userFolder = options.userFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-user-'));
  const app = await _electron.launch({
    cwd: root,
    args: [
      `--user-data-dir=${userFolder}`,
      '-r',
      writeStandIn(userFolder, options.answers ?? {}),
      options.programFolder,
      `--data=${dataFolder}`,
    ],
    env: {
      ...definedOnly(process.env),
      CERTFOLIO_NOW: options.now ?? sampleNow,
      // Chromium refuses its sandbox to root; pages stay sandboxed from Node either way.
      ...(process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
    },
  });
  return {
    app,
    dataFolder,
    userFolder,
    window: async () => {
      const page = await app.firstWindow();
      await page.waitForURL('app://certfolio/**');
      await expect.poll(() => isShown(app), { message: 'the window shows', timeout: 30_000 }).toBe(true);
      // Keys are heard from the moment that the frame is drawn.
      const isDrawn = () => page.evaluate(() => document.querySelector('main') !== null);
      await expect.poll(isDrawn, { message: 'the frame is drawn' }).toBe(true);
      return page;
    },
    quit: () => app.close(),
  };
}

/** Whether a window of the program is on the screen. */
export const isShown = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));

interface Fixtures {
  /** Starts programs that end with the test, whatever becomes of it. */
  readonly launch: (options?: Omit<LaunchOptions, 'programFolder'>) => Promise<Certfolio>;
}

interface Settings {
  /** The program to test: the build in this repository, or another one that is laid out like it. */
  readonly programFolder: string;
}

export const test = base.extend<Fixtures, Settings>({
  programFolder: [root, { scope: 'worker', option: true }],
  launch: async ({ programFolder }, use) => {
    const running: Certfolio[] = [];
    const folders: string[] = [];
    await use(async (options = {}) => {
      const certfolio = await launchCertfolio({ ...options, programFolder });
      running.push(certfolio);
      if (options.dataFolder === undefined) folders.push(certfolio.dataFolder);
      if (options.userFolder === undefined) folders.push(certfolio.userFolder);
      return certfolio;
    });
    for (const { app } of running) await endProgram(app);
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
  },
  /** The window of a program that has just been started on empty folders. */
  page: async ({ launch }, use) => {
    const { window } = await launch();
    await use(await window());
  },
});

/** A program that does not end by itself must not hold up the others. */
async function endProgram(app: ElectronApplication): Promise<void> {
  const limit = setTimeout(() => app.process().kill('SIGKILL'), 20_000);
  await app.close().catch(() => undefined);
  clearTimeout(limit);
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
