/** A file that was chosen to be read is never written; what was chosen as a target may be both. */
export type FileUse = 'read' | 'write';

/** What the main process says to the backend's process. Ports carry the contract; a grant ties a token to a chosen file. */
export type MainMessage =
  | { readonly type: 'start'; readonly options: StartOptions }
  | { readonly type: 'connect' }
  | { readonly type: 'grant'; readonly token: string; readonly path: string; readonly use: FileUse }
  /** Instead of 'start', when the data cannot be opened: puts the backup in this folder in its place. */
  | { readonly type: 'restore'; readonly dataFolder: string; readonly folder: string }
  /** With the port to a process that reads pages, which the backend has asked for under this number. */
  | { readonly type: 'engine'; readonly engineNo: number }
  | { readonly type: 'engineEnded'; readonly engineNo: number; readonly reason: string }
  | { readonly type: 'close' };

export interface StartOptions {
  readonly version: string;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  /** Set only in development and tests: the instant at which the program's clock starts. */
  readonly clockStartMs: number | null;
}

/** What the backend's process says to the main process. */
export type BackendMessage =
  | { readonly type: 'ready' }
  /** The token is known from here on. */
  | { readonly type: 'granted'; readonly token: string }
  | { readonly type: 'failed'; readonly code: string; readonly data: unknown; readonly message: string }
  | { readonly type: 'restored' }
  /** A process that reads pages is wanted; it is ended when its port is closed. */
  | { readonly type: 'engineWanted'; readonly engineNo: number }
  | { readonly type: 'closed' };
