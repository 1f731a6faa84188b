import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/{unit,contract,migrations}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/property-seed.ts'],
    environment: 'node',
    // Nothing here is about speed: a busy machine may take its time.
    testTimeout: 120_000,
  },
});
