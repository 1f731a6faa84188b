import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import path from 'node:path';

// The targets are written out because the program has to run on Electron 33 (Node 20.18, Chromium 130)
// as well as on the Electron of package.json: electron-vite would derive them from the latter.
const node = 'node20.18';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, beside the one that the bundler puts into each chunk.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: node,
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: 'electron/main/index.ts',
          backend: 'electron/backend/index.ts',
          'file-worker': 'electron/backend/jobs/workers/file-worker.ts',
          'import-worker': 'electron/backend/jobs/workers/import-worker.ts',
          'export-worker': 'electron/backend/jobs/workers/export-worker.ts',
          cli: 'electron/cli/index.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      rollupOptions: {
        input: { preload: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      target: chrome,
      minify: true,
      // Small files would become data: addresses, which the page's policy refuses.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: path.resolve('renderer/index.html'), print: path.resolve('renderer/print.html') },
      },
    },
    plugins: [react()],
  },
});
