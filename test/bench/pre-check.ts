/**
 * Judges 1,000 applications of a generated firm and prints what it costs; `npm run bench:pre-check`. Fails when it takes longer
 * than it may, or when the firm has fewer.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBackend } from '#backend/backend.ts';
import { clockFrom } from '#backend/clock.ts';
import { createLocalClient, createRouter } from '#backend/router.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-bench-'));
const wanted = 1000;
const longestMs = 2000;

try {
  const demo = ['out/main/cli.js', '--data', dataFolder, 'demo-data', '--clients', '1500', '--seed', '1'];
  execFileSync(process.execPath, demo, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const backend = openBackend({
    version: '0.0.0-bench',
    dataFolder,
    resourcesFolder: path.join(root, 'resources'),
    clock: clockFrom(Date.now),
    workerFile: (name) => new URL(`../../electron/backend/jobs/workers/${name}.ts`, import.meta.url),
    owner: 'bench',
  });
  const call = createLocalClient(createRouter(backend, (error) => console.error(error)));
  const ids: string[] = [];
  for (let after: string | null = null; ids.length < wanted;) {
    const page = await call.applications.list({ limit: 500, after });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.nextCursor;
    if (after === null) break;
  }
  const judged = ids.slice(0, wanted);
  const details = await msOf(async () => {
    for (const id of judged) await call.applications.get({ id });
  });
  let findings = 0;
  const preCheck = await msOf(async () => {
    for (const id of judged) findings += (await call.applications.preCheck({ id })).findings.length;
  });
  backend.close();
  console.log(
    `pre-check of ${judged.length} applications: ${preCheck.toFixed(0)} ms, ${(preCheck / judged.length).toFixed(2)} ms each, ` +
      `${findings} findings; ${(preCheck / details).toFixed(2)} × reading the same pages (${details.toFixed(0)} ms)`,
  );
  if (judged.length < wanted || preCheck > longestMs) {
    console.error(`the limit is ${wanted} in ${longestMs} ms`);
    process.exitCode = 1;
  }
} finally {
  fs.rmSync(dataFolder, { recursive: true, force: true });
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
