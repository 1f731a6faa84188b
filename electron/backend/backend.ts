import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { WorkingCalendar } from '#shared/domain/working-calendar.ts';
import { lockData } from './data-lock.ts';
import type { Clock } from './clock.ts';
import { createChangeRecorder } from './db/change.ts';
import type { ChangeRecorder } from './db/change.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import type { Db } from './db/open.ts';
import { ensureSeat } from './db/seat.ts';
import { createFileTokens } from './files/tokens.ts';
import type { FileTokens } from './files/tokens.ts';
import { openCategoryPacks } from './rules/categories.ts';
import type { CategoryPacks } from './rules/categories.ts';
import type { StartEngine } from './reading/engine-messages.ts';
import { forkEngine } from './reading/forked-engine.ts';
import { openRuleLibrary } from './rules/library.ts';
import type { RulePacks } from './rules/library.ts';
import { readUpkeep } from './rules/upkeep.ts';
import type { LoadedUpkeep } from './rules/upkeep.ts';
import { actingConsultantId } from './settings/service.ts';
import { fileSystemError } from './vault/durable-files.ts';
import { createVault } from './vault/store.ts';
import type { Vault } from './vault/store.ts';

/** What every use case works with. Made once per process by `openBackend`. */
export interface Backend {
  readonly version: string;
  readonly dataFolder: string;
  readonly db: Db;
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly rules: RulePacks;
  readonly categories: CategoryPacks;
  readonly upkeep: LoadedUpkeep;
  readonly vault: Vault;
  readonly tokens: FileTokens;
  readonly changes: ChangeRecorder;
  /** Where a worker's code lies: sources in tests, the bundle in the program. */
  readonly workerFile: (name: WorkerName) => URL;
  /** Starts a process that reads pages: a child of this one, or in the program one of the main process. */
  readonly startEngine: StartEngine;
  readonly close: () => void;
}

export type WorkerName = 'file-worker' | 'import-worker' | 'export-worker' | 'reading-engine';

export interface BackendOptions {
  readonly version: string;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly workerFile: (name: WorkerName) => URL;
  /** A child of this process where it is left out. */
  readonly startEngine?: StartEngine;
  /** Who holds the data while this process runs, as another one would be told: e.g. "Certfolio" or "command line". */
  readonly owner: string;
}

export const databaseFile = (dataFolder: string): string => path.join(dataFolder, 'certfolio.sqlite');
const vaultFolder = (dataFolder: string): string => path.join(dataFolder, 'vault');

/**
 * Opens the firm's data and everything that works on it. Throws AppError: DATABASE_IN_USE, DATABASE_READ_ONLY,
 * DATABASE_DAMAGED, DATABASE_NEWER, NOT_WRITABLE, DISK_FULL; nothing is changed then.
 */
export function openBackend(options: BackendOptions, hooks: BackendHooks = {}): Backend {
  makeFolder(options.dataFolder);
  const lock = lockData(options.dataFolder, options.owner);
  try {
    hooks.beforeOpen?.();
    refuseEmptied(options.dataFolder);
    const db = openDatabase({ file: databaseFile(options.dataFolder) });
    try {
      migrate(db, (fromVersion) => hooks.beforeUpgrade?.(db, fromVersion));
      ensureSeat(db, options.clock.nowMs());
      return assemble(options, db, lock.release);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fileSystemError(error, path.basename(folder));
  }
}

/**
 * SQLite takes an empty file for a new database, so that a lost one would look like a new firm. The vault is made
 * after the first database: beside it an empty file is no beginning.
 */
function refuseEmptied(dataFolder: string): void {
  const file = databaseFile(dataFolder);
  const isEmpty = fs.statSync(file, { throwIfNoEntry: false })?.size === 0;
  if (!isEmpty || !fs.existsSync(vaultFolder(dataFolder))) return;
  throw new AppError('DATABASE_DAMAGED', { name: path.basename(file), detail: 'the file is empty' });
}

export interface BackendHooks {
  /** Runs under the lock before the database is opened, e.g. to put a restored backup in place. */
  readonly beforeOpen?: () => void;
  /** Runs before an older database is brought to the current schema, e.g. to back it up. */
  readonly beforeUpgrade?: (db: Db, fromVersion: number) => void;
}

function assemble(options: BackendOptions, db: Db, release: () => void): Backend {
  const { version, dataFolder, clock, workerFile } = options;
  const rules = openRuleLibrary(db, path.join(options.resourcesFolder, 'rules'));
  const changes = createChangeRecorder({ db, clock, actorId: () => actingConsultantId(db) });
  return {
    version,
    dataFolder,
    db,
    clock,
    get calendar() {
      return rules.calendar;
    },
    rules,
    categories: openCategoryPacks(db, path.join(options.resourcesFolder, 'categories')),
    upkeep: readUpkeep(path.join(options.resourcesFolder, 'upkeep')),
    vault: createVault(vaultFolder(dataFolder)),
    tokens: createFileTokens(),
    changes,
    workerFile,
    startEngine: options.startEngine ?? (() => forkEngine(workerFile('reading-engine'))),
    close() {
      db.close();
      release();
    },
  };
}
