import process from 'node:process';
import { openBackend } from '#backend/backend.ts';
import { systemClock } from '#backend/clock.ts';

/** Run as a process of its own: holds the data until it is killed. */
const [dataFolder = '', resourcesFolder = ''] = process.argv.slice(2);

const backend = openBackend({
  version: '0.0.0-test',
  dataFolder,
  resourcesFolder,
  clock: systemClock(),
  workerFile: (name) => new URL(`../../electron/backend/jobs/workers/${name}.ts`, import.meta.url),
  owner: 'the other program',
});
console.log('holding');
// Used on and on, so that nothing of it is collected.
setInterval(() => backend.clock.nowMs(), 1000);
