import { fileTextLimit } from '#shared/domain/file-text.ts';
import type { FileTasks } from '#backend/jobs/file-jobs.ts';
import { inspectBytes, inspectFile } from './inspect-file.ts';
import { serveTasks } from './serve-tasks.ts';

/** A file of thousands of pages gives what was read of it in this time. */
const readingMs = 30_000;

// Each task loads what it needs when it is first asked for: pictures, PDF and SQLite take their time to load.
serveTasks<FileTasks>({
  async inspect(input) {
    return { output: await inspectFile(input.path, input), transfer: [] };
  },
  async inspectBytes({ bytes, name }) {
    return { output: await inspectBytes(bytes, name), transfer: [] };
  },
  async picture({ bytes, mediaType, pageNo, longSidePx }) {
    const { drawPicture } = await import('./picture.ts');
    const output = await drawPicture({ bytes, mediaType, pageNo }, longSidePx);
    return { output, transfer: [output.buffer] };
  },
  async prints({ bytes, mediaType, limit }) {
    const { printPages } = await import('./prints.ts');
    return { output: await printPages(bytes, mediaType, limit), transfer: [] };
  },
  async assemble({ sources, pages, limitBytes, isPdf = false }) {
    const { assemblePages } = await import('./assemble.ts');
    const output = await assemblePages(sources, pages, { limitBytes, isPdf });
    return { output, transfer: [output.buffer] };
  },
  async text({ bytes }) {
    const { readPdfText } = await import('./pdf.ts');
    return { output: await readPdfText(bytes, { characters: fileTextLimit, ms: readingMs }), transfer: [] };
  },
  async page(page) {
    const { drawPage } = await import('./draw-page.ts');
    return { output: await drawPage(page), transfer: [] };
  },
  async quality(page) {
    const { measurePageOf } = await import('./page-pixels.ts');
    return { output: await measurePageOf(page), transfer: [] };
  },
  async uploadPicture({ ask, edit, ...page }) {
    const { makeUploadPicture } = await import('./upload-picture.ts');
    const output = await makeUploadPicture(page, ask, edit);
    return { output, transfer: [output.bytes.buffer] };
  },
  async markedPicture({ format, mark, ...page }) {
    const { makeMarkedPicture } = await import('./upload-picture.ts');
    const output = await makeMarkedPicture(page, format, mark);
    return { output, transfer: [output.buffer] };
  },
  async snapshot({ file, target }) {
    const { snapshotDatabase } = await import('#backend/backups/snapshot.ts');
    return { output: snapshotDatabase(file, target), transfer: [] };
  },
  async checkDatabase({ file }) {
    const { readDatabaseFacts } = await import('#backend/backups/snapshot.ts');
    return { output: readDatabaseFacts(file), transfer: [] };
  },
});
