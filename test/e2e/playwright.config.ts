import { defineConfig } from '@playwright/test';
import path from 'node:path';

// Every test starts a program of its own on folders of its own; two at once fill two cores.
export default defineConfig<object, { readonly programFolder: string }>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // Nothing here is about speed: a busy machine may take its time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    programFolder: process.env.CERTFOLIO_TEST_PROGRAM ?? path.resolve(import.meta.dirname, '../..'),
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
