import process from 'node:process';
import path from 'node:path';
import { resultOf } from '#shared/contract/work.ts';
import { openBackend } from '#backend/backend.ts';
import { clockFrom } from '#backend/clock.ts';
import { connectDerivations } from '#backend/derivations.ts';
import { erasePerson } from '#backend/people/erase.ts';

/** Run as a process of its own: erases a person and dies, as in a power cut, before so many files are off the disk. */
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
await resultOf(
  erasePerson({ ...backend, calendar: backend.calendar, vault }, { id, remark: null }, undefined),
);
