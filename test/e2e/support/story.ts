import type { ElectronApplication, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launchCertfolio, sampleNow, test as base } from './app.ts';
import type { Certfolio, LaunchOptions } from './app.ts';
import { commandLine } from './command-line.ts';
import type { CommandLine } from './command-line.ts';
import { copyFolder, removeFolder, temporaryFolder } from './folders.ts';
import { keepPicture } from './keep.ts';

/** One application in each of the stages that stories begin in. */
const casesInStories = ['归樾家居', '一勺清补凉', '第三幼儿园', '鹿砚教育'];

interface Shared {
  /** A copy of the sample firm, made once for each worker: all clients and a few applications. */
  readonly sampleFirm: () => string;
}

export const test = base.extend<object, Shared>({
  sampleFirm: [
    async ({}, use) => {
      let made: string | undefined;
      await use(() => copyFolder((made ??= makeSampleFirm())));
      if (made !== undefined) removeFolder(made);
    },
    { scope: 'worker' },
  ],
});

function makeSampleFirm(): string {
  const dataFolder = temporaryFolder();
  fillWithSamples(dataFolder, casesInStories);
  return dataFolder;
}

/** The sample portfolio, and the sample applications of the clients whose names hold one of the words. */
export function fillWithSamples(dataFolder: string, words: readonly string[]): void {
  const script = path.join(import.meta.dirname, 'make-sample-firm.ts');
  execFileSync(process.execPath, [script, dataFolder, sampleNow, ...words], {
    stdio: 'inherit',
    env: plainEnv(),
  });
}

/** Without what the test runner puts there for its own processes. */
const plainEnv = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_OPTIONS: '' });

/** A program that the tests of one file share: they are told in order, each goes on where the last one ended. */
export interface Story {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  readonly userFolder: string;
  /** Ends the program as a user would and starts it again on the same folders. */
  restart(options?: Pick<LaunchOptions, 'now' | 'answers'>): Promise<Page>;
  /** Ends the program; then the command line may look into the data. */
  quit(): Promise<CommandLine>;
  /** The command line at another time, for as long as the program has ended. */
  commandLine(now: string): CommandLine;
}

function endOfLog(userFolder: string): string {
  const file = path.join(userFolder, 'logs', 'certfolio.log');
  if (!fs.existsSync(file)) return 'there is no log';
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  // Where two GLibs are in one process, they complain by the dozen.
  return lines
    .filter((line) => !line.includes('GLib-GObject-CRITICAL'))
    .join('\n')
    .slice(-4000);
}

/** Called at the top of a file. */
export function tellStory(firm: 'empty' | 'sample', now?: string): Story {
  test.describe.configure({ mode: process.env.STORY_MODE === 'default' ? 'default' : 'serial' });
  let running: Certfolio | undefined;
  let page: Page | undefined;
  let programFolder = '';

  const start = async (options: Omit<LaunchOptions, 'programFolder'>): Promise<Page> => {
    running = await launchCertfolio({ ...(now !== undefined && { now }), ...options, programFolder });
    page = await running.window();
    return page;
  };
  const program = (): Certfolio => {
    if (running === undefined) throw new Error('the program does not run');
    return running;
  };

  test.beforeAll(async ({ programFolder: built, sampleFirm }) => {
    programFolder = built;
    await start({ dataFolder: firm === 'sample' ? sampleFirm() : temporaryFolder() });
  });
  test.afterEach(async ({}, testInfo) => {
    if (testInfo.status !== testInfo.expectedStatus && page !== undefined && !page.isClosed()) {
      // A window that is hidden has no picture.
      await keepPicture(page, testInfo, 'at the failure').catch(() => undefined);
      // A run far away keeps no pictures: what stands in the window and in the log goes into its output.
      const seen = page.locator('body').ariaSnapshot({ timeout: 5000 });
      console.error(await seen.catch(() => 'the window does not answer'));
      if (running !== undefined) console.error(endOfLog(running.userFolder));
    }
  });
  test.afterAll(async () => {
    if (running === undefined) return;
    await running.quit().catch(() => undefined);
    removeFolder(running.dataFolder);
    removeFolder(running.userFolder);
  });

  return {
    get app() {
      return program().app;
    },
    get page() {
      if (page === undefined) throw new Error('there is no window');
      return page;
    },
    get dataFolder() {
      return program().dataFolder;
    },
    get userFolder() {
      return program().userFolder;
    },
    async restart(options = {}) {
      const { dataFolder, userFolder } = program();
      await program().quit();
      return start({ dataFolder, userFolder, ...options });
    },
    async quit() {
      await program().quit();
      return commandLine({ programFolder, dataFolder: program().dataFolder });
    },
    commandLine: (at) => commandLine({ programFolder, dataFolder: program().dataFolder, now: at }),
  };
}
