import path from 'node:path';
import { openBackend } from '#backend/backend.ts';
import type { Backend } from '#backend/backend.ts';
import { clockFrom } from '#backend/clock.ts';
import { deriveSearch } from '#backend/search/service.ts';
import { temporaryFolder } from './folders.ts';

/** The real database and index, without the other derivations: properties write thousands of rows into it. */
export function openSearch(): Backend {
  const backend = openBackend({
    version: '0.0.0-test',
    dataFolder: temporaryFolder(),
    resourcesFolder: path.resolve(import.meta.dirname, '../../resources'),
    clock: clockFrom(() => 1),
    workerFile: (name) => new URL(name, import.meta.url),
    owner: 'test',
  });
  backend.changes.addDerivation((touched) => deriveSearch(backend, touched));
  return backend;
}
