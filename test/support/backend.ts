import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openBackend } from '#backend/backend.ts';
import type { Backend, BackendOptions } from '#backend/backend.ts';
import { clockFrom } from '#backend/clock.ts';
import { connectDerivations } from '#backend/derivations.ts';
import { createLocalClient, createRouter } from '#backend/router.ts';
import type { LocalClient } from '#backend/router.ts';

/** 2026-09-22 09:00 in the business time zone, the reference day of all sample data. */
export const sampleNowMs = Date.parse('2026-09-22T09:00:00+08:00');

const root = path.resolve(import.meta.dirname, '../..');

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-test-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestBackend {
  readonly backend: Backend;
  readonly call: LocalClient;
  /** Moves the clock. */
  setNow(nowMs: number): void;
}

/** The real backend over a real SQLite file in a temporary folder; only the clock is ours. */
export function openTestBackend(
  dataFolder: string = temporaryFolder(),
  nowMs: number = sampleNowMs,
  more: Pick<BackendOptions, 'startEngine'> = {},
): TestBackend {
  let now = nowMs;
  const backend = openBackend({
    version: '0.0.0-test',
    dataFolder,
    resourcesFolder: path.join(root, 'resources'),
    clock: clockFrom(() => now),
    workerFile: (name) => new URL(`../../electron/backend/jobs/workers/${name}.ts`, import.meta.url),
    owner: 'test',
    ...more,
  });
  onTestFinished(() => backend.close());
  connectDerivations(backend);
  const router = createRouter(backend, (error, where) => console.error(where.join('.'), error));
  return { backend, call: createLocalClient(router), setNow: (ms) => void (now = ms) };
}
