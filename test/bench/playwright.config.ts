import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config.ts';

process.env.CERTFOLIO_STORY_LIMITS = '1';

/** The large firm's story alone, held against its limits; a trace would be most of what is measured. */
export default defineConfig({
  ...e2e,
  testDir: '../e2e',
  testMatch: 'large-firm.spec.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  use: { ...e2e.use, trace: 'off' },
});
