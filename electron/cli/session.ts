import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBackend } from '#backend/backend.ts';
import type { Backend, BackendOptions } from '#backend/backend.ts';
import { applyPendingRestore } from '#backend/backups/restore.ts';
import { beforeUpgradeBackup } from '#backend/backups/service.ts';
import { clockStartingAt, systemClock } from '#backend/clock.ts';
import { connectDerivations, deriveForNewDay } from '#backend/derivations.ts';
import { createLocalClient, createRouter } from '#backend/router.ts';
import { readSettings } from '#backend/settings/service.ts';
import { tellIn } from './spoken-failure.ts';
import type { Language } from './spoken-failure.ts';
import type { LocalClient } from '#backend/router.ts';

export interface SessionOptions {
  readonly dataFolder: string;
  readonly resourcesFolder: string | undefined;
  /** The instant at which the clock starts; undefined for the system's. */
  readonly nowMs: number | undefined;
  /** In which failures are told; undefined for that of the data. */
  readonly language?: Language | undefined;
  readonly program: ProgramPlace;
}

/** Where the program's first file lies. Only that file knows: the bundler moves all others. */
interface ProgramPlace {
  readonly folder: string;
  /** The sources run as they are in tests. */
  readonly isBundle: boolean;
}

export interface Session {
  readonly backend: Backend;
  readonly call: LocalClient;
}

/** Who holds the data, as another process would be told. */
export const owner = 'command line';

export const clockOf = ({ nowMs }: SessionOptions) =>
  nowMs === undefined ? systemClock() : clockStartingAt(nowMs);

function backendOptions(options: SessionOptions): BackendOptions {
  const { folder, isBundle } = options.program;
  const projectFolder = path.join(folder, '../..');
  const workers = isBundle ? folder : path.join(folder, '../backend/jobs/workers');
  const { version } = JSON.parse(fs.readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    version,
    dataFolder: options.dataFolder,
    resourcesFolder: options.resourcesFolder ?? path.join(projectFolder, 'resources'),
    clock: clockOf(options),
    workerFile: (name) => pathToFileURL(path.join(workers, `${name}.${isBundle ? 'js' : 'ts'}`)),
    owner,
  };
}

/** Opens the data as the program does, runs `work`, and closes it again. */
export async function withSession<T>(
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const backend = open(options);
  try {
    connectDerivations(backend);
    await deriveForNewDay(backend);
    const call = createLocalClient(
      createRouter(backend, (error, where) => console.error(where.join('.'), error)),
    );
    return await work({ backend, call });
  } catch (error) {
    tellIn(error, readSettings(backend).language);
    throw error;
  } finally {
    backend.close();
  }
}

/** The same without the derived rows, which `work` has to compute again. */
export async function withBareBackend<T>(
  options: SessionOptions,
  work: (backend: Backend) => Promise<T>,
): Promise<T> {
  const backend = open(options);
  try {
    return await work(backend);
  } finally {
    backend.close();
  }
}

function open(options: SessionOptions): Backend {
  const { dataFolder, clock, version, ...others } = backendOptions(options);
  return openBackend(
    { dataFolder, clock, version, ...others },
    {
      beforeOpen() {
        const outcome = applyPendingRestore(dataFolder, clock.nowMs());
        if (outcome.state === 'refused') console.error('the pending restore was refused:', outcome.error);
      },
      beforeUpgrade: (db, fromVersion) =>
        beforeUpgradeBackup({ db, dataFolder, fromVersion, clock, appVersion: version }),
    },
  );
}
