/**
 * Takes 1,000 pictures of 2 MB into the intake tray, and side by side hashes, copies and syncs as many one by one with
 * nothing else done: prints the speed of both, and exits with 1 when the tray comes to less than 0.6 of it.
 * `npm run bench:ingest`; a number as argument takes so many files.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { openBackend } from '#backend/backend.ts';
import type { Backend } from '#backend/backend.ts';
import { systemClock } from '#backend/clock.ts';
import { connectDerivations } from '#backend/derivations.ts';
import { looksEnded } from '#backend/intake/look.ts';
import { createLocalClient, createRouter } from '#backend/router.ts';
import type { LocalClient } from '#backend/router.ts';
import { numbersFrom } from '#test/fixtures/sample/drawing/ornament.ts';

const root = path.resolve(import.meta.dirname, '../..');
const fileCount = Number(process.argv[2] ?? 1000);
const rounds = 4;
const fileBytes = 2_000_000;
const least = 0.6;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-bench-'));
try {
  await measure();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const photograph = await photographOf(fileBytes);
  const backend = openBackend({
    version: '0.0.0-bench',
    dataFolder: path.join(folder, 'firm'),
    resourcesFolder: path.join(root, 'resources'),
    clock: systemClock(),
    workerFile: (name) => new URL(`../../electron/backend/jobs/workers/${name}.ts`, import.meta.url),
    owner: 'bench',
  });
  connectDerivations(backend);
  const call = createLocalClient(
    createRouter(backend, (error, where) => console.error(where.join('.'), error)),
  );
  await mkdir(path.join(folder, 'bare'));
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const files = writeFiles(photograph, round, Math.ceil(fileCount / rounds));
    const bare = await seconds(() => copyEach(files));
    const taken = await seconds(() => takeAll(backend, call, files));
    await looksEnded(backend);
    ratios.push(bare / taken);
    const speed = (s: number): string => `${((files.length * fileBytes) / 1e6 / s).toFixed(1)} MB/s`;
    console.log(
      `round ${round + 1}, ${files.length} files: bare ${speed(bare)}, into the tray ${speed(taken)}, ratio ${(bare / taken).toFixed(2)}`,
    );
  }
  backend.close();
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  console.log(`ratio, median of ${rounds}: ${median.toFixed(2)}, at least ${least}`);
  if (median < least) process.exitCode = 1;
}

/** A picture of noise on paper, as a camera takes it: it does not compress. */
async function photographOf(bytes: number): Promise<Buffer> {
  const [width, height] = [2200, 1600];
  const next = numbersFrom('ingest');
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 200 + Math.floor(next() * 50);
  let best = Buffer.alloc(0);
  for (let quality = 60; quality <= 98; quality += 2) {
    best = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer();
    if (best.length >= bytes) break;
  }
  return best;
}

/** Each with a comment of its own, so that none is the twin of another. */
function writeFiles(photograph: Buffer, round: number, count: number): readonly string[] {
  const target = path.join(folder, `round-${round}`);
  fs.mkdirSync(target);
  return Array.from({ length: count }, (_, no) => {
    const text = Buffer.from(`${round}-${no}`);
    const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
    const bytes = Buffer.concat([photograph.subarray(0, 2), head, text, photograph.subarray(2)]);
    const file = path.join(target, `${no}.jpg`);
    fs.writeFileSync(file, bytes);
    return file;
  });
}

async function copyEach(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const bytes = await fs.promises.readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const target = path.join(folder, 'bare', sha256);
    const writer = await open(`${target}.part`, 'wx');
    await writer.write(bytes);
    await writer.sync();
    await writer.close();
    await rename(`${target}.part`, target);
  }
}

async function takeAll(backend: Backend, call: LocalClient, files: readonly string[]): Promise<void> {
  const tokens = files.map((file) => backend.tokens.grant(file));
  for await (const step of await call.intake.take({ tokens, cameBy: 'dropped' }))
    if (step.kind === 'refused') throw new Error(`${step.name}: ${step.code}`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
