import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

// The targets are written out because the program has to run on Electron 33 (Node 20.18, Chromium 130)
// as well as on the Electron of package.json: electron-vite would derive them from the latter.
const node = 'node20.18';
const chrome = 'chrome130';

/**
 * What pdf.js reads while it runs, under pdf/ of the interface: its worker, the tables of Asian fonts, the fonts that every
 * reader brings, and decoders as scripts, for the page's policy lets no WebAssembly be compiled.
 */
function pdfParts(): Plugin {
  const folder = path.resolve('node_modules/pdfjs-dist');
  const filesIn = (name: string, ending: RegExp): [string, string][] =>
    fs
      .readdirSync(path.join(folder, name))
      .filter((file) => ending.test(file))
      .map((file) => [`pdf/${name}/${file}`, path.join(folder, name, file)]);
  const parts = new Map<string, string>([
    ['pdf/pdf.worker.min.mjs', path.join(folder, 'legacy/build/pdf.worker.min.mjs')],
    ...filesIn('cmaps', /\.bcmap$|^LICENSE/),
    ...filesIn('standard_fonts', /\.(pfb|ttf)$|^LICENSE/),
    ...filesIn('wasm', /_fallback\.js$|^LICENSE/),
  ]);
  return {
    name: 'pdf-parts',
    generateBundle() {
      for (const [fileName, file] of parts)
        this.emitFile({ type: 'asset', fileName, source: fs.readFileSync(file) });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = parts.get((request.url ?? '').split('?')[0]?.slice(1) ?? '');
        if (file === undefined) return next();
        response.setHeader('Content-Type', /js$/.test(file) ? 'text/javascript' : 'application/octet-stream');
        fs.createReadStream(file).pipe(response);
      });
    },
  };
}

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
          'reading-engine': 'electron/backend/jobs/workers/reading-engine.ts',
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
    plugins: [react(), pdfParts()],
  },
});
