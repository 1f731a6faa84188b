import type { ChosenFile } from './shell.ts';

/**
 * The one object that a page finds on its window, `window.certfolio`. `PageFile` is the browser's `File`, which has no
 * type outside a page.
 */
export interface PageBridge<PageFile> {
  /** The operating system, as Node names it: 'win32', 'darwin', 'linux'. */
  readonly platform: string;
  /**
   * A token for a file that was dropped or picked; null when there is no file on disk behind it, and for a folder unless
   * one is meant too.
   */
  fileToken(file: PageFile, mayBeFolder?: boolean): Promise<ChosenFile | null>;
  /** Asks for the page's ports; they come as a window message (`portsMessage`). Earlier ports are closed. */
  connect(): void;
}

/**
 * How ports reach a page: two ports are the backend's and the shell's, one port alone is the backend's new one after
 * it was started again.
 */
export const portsMessage = 'certfolio-ports';
