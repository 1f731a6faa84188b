import { defineConfig } from '@playwright/test';
import path from 'node:path';

// One run, told in order: a step that fails ends it.
export default defineConfig<object, { readonly programFolder: string }>({
  testDir: '.',
  testMatch: 'demo.spec.ts',
  outputDir: '../../test-results/demo',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 1,
  maxFailures: 1,
  reporter: 'list',
  use: { programFolder: path.resolve(import.meta.dirname, '../..') },
});
