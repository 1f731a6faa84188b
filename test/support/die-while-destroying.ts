import process from 'node:process';
import path from 'node:path';
import { openBackend } from '#backend/backend.ts';
import { clockFrom } from '#backend/clock.ts';
import { connectDerivations } from '#backend/derivations.ts';
import { destroy } from '#backend/keeping/service.ts';

/** Run as a process of its own: destroys a paper and dies, as in a power cut, before so many files are off the disk. */
const [dataFolder = '', id = '', nowMs = '0', steps = '0'] = process.argv.slice(2);
const backend = openBackend({
  version: '0.0.0-test',
  dataFolder,
  resourcesFolder: path.resolve(import.meta.dirname, '../../resources'),
  clock: clockFrom(() => Number(nowMs)),
  workerFile: (name) => new URL(`../../electron/backend/jobs/workers/${name}.ts`, import.meta.url),
  owner: 'test',
});
connectDerivations(backend);
let left = Number(steps);
const real = backend.vault;
const vault = {
  ...real,
  remove(sha256: string): void {
    if (left === 0) process.kill(process.pid, 'SIGKILL');
    left -= 1;
    real.remove(sha256);
  },
};
await destroy({ ...backend, calendar: backend.calendar, vault }, { ids: [id], remark: null });
