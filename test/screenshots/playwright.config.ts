import { defineConfig } from '@playwright/test';
import path from 'node:path';

// Not part of the tests: writes the pictures of all screens.
export default defineConfig<object, { readonly programFolder: string }>({
  testDir: '.',
  testMatch: 'screenshots.spec.ts',
  outputDir: '../../test-results/screenshots',
  timeout: 300_000,
  expect: { timeout: 10_000 },
  workers: 1,
  reporter: 'list',
  use: { programFolder: path.resolve(import.meta.dirname, '../..') },
});
