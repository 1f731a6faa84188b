import { describe, expect, it, onTestFinished } from 'vitest';
import type { FileTasks } from '#backend/jobs/file-jobs.ts';
import { createWorkerPool, WorkerLost } from '#backend/jobs/worker-pool.ts';
import { temporaryFolder } from '#test/support/folders.ts';
import * as scans from '#test/support/scans.ts';

const file = new URL('../../electron/backend/jobs/workers/file-worker.ts', import.meta.url);
const limitBytes = 100_000_000;

async function openPool(size = 1, idleMs = 5000, maxGrowthMb?: number) {
  const limit = maxGrowthMb === undefined ? {} : { maxGrowthMb };
  const pool = createWorkerPool<FileTasks>({ file, size, idleMs, maxHeapMb: 512, ...limit });
  onTestFinished(() => pool.close());
  const folder = temporaryFolder();
  const path = scans.fileIn(folder, 'a.png', await scans.picture('png'));
  /** Takes a while: every page is looked up. */
  const slow = scans.fileIn(folder, 'slow.pdf', scans.pdf(1500));
  return { pool, small: { path, limitBytes }, slow: { path: slow, limitBytes } };
}

describe('the worker pool', () => {
  it('runs more tasks than it has workers, each with its own answer', async () => {
    const { pool, small, slow } = await openPool(2);
    const answers = await Promise.all(
      [slow, small, small, slow, small].map((input) => pool.run('inspect', input)),
    );
    expect(answers.map(({ pageCount }) => pageCount)).toEqual([1500, 1, 1, 1500, 1]);
  });

  it('ends a task that is cancelled while it runs, and the next one runs on', async () => {
    const { pool, small, slow } = await openPool();
    await pool.run('inspect', small);
    const stop = new AbortController();
    const running = pool.run('inspect', slow, { signal: stop.signal });
    const waiting = pool.run('inspect', small);
    setTimeout(() => stop.abort(), 20);
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await waiting).toMatchObject({ pageCount: 1 });
  });

  it('drops a task that is cancelled before its turn', async () => {
    const { pool, small, slow } = await openPool();
    const stop = new AbortController();
    const running = pool.run('inspect', slow);
    const waiting = pool.run('inspect', small, { signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await running).toMatchObject({ pageCount: 1500 });
    await expect(pool.run('inspect', small, { signal: stop.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('ends a task that takes too long', async () => {
    const { pool, small, slow } = await openPool();
    await expect(pool.run('inspect', slow, { timeoutMs: 5 })).rejects.toThrow(WorkerLost);
    expect(await pool.run('inspect', small)).toMatchObject({ pageCount: 1 });
  });

  it('ends a task that a small file makes grow without end, and the next one runs on', async () => {
    const { pool, small } = await openPool(1, 5000, 200);
    await pool.run('inspect', small);
    const bytes = new Uint8Array(scans.bombPdf(1536));
    expect(bytes.length).toBeLessThan(20_000);
    const read = pool.run('text', { bytes }, { transfer: [bytes.buffer] });
    await expect(read).rejects.toThrow(/more than 200 MB/u);
    expect(await pool.run('inspect', small)).toMatchObject({ pageCount: 1 });
  });

  it('hands refusals over as data, and starts anew after its workers have ended', async () => {
    const { pool, small } = await openPool(1, 1);
    await expect(pool.run('inspect', { ...small, limitBytes: 10 })).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { name: 'a.png', limitBytes: 10 },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await pool.run('inspect', small)).toMatchObject({ mediaType: 'image/png' });
  });
});
