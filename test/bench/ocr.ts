/**
 * Draws licences, cards and other papers, damages them, reads them and prints how much of each field was read right;
 * `npm run bench:ocr`. Fails when a target is missed, or when a code whose check digit is wrong was trusted. `--seed WORD`
 * draws other papers, `--all` gives every paper every damage, `--only WORD` takes the papers whose names hold the word,
 * `--wrong` lists what was read wrong, `--keep FOLDER` keeps the pictures.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readFields } from '#shared/domain/paper-fields.ts';
import { guessKind } from '#shared/domain/paper-kind-guess.ts';
import { drawPage } from '#backend/jobs/workers/draw-page.ts';
import { createPageReader } from '#backend/reading/engine.ts';
import { forkEngine } from '#backend/reading/forked-engine.ts';
import { clean, damages } from '#test/fixtures/ocr/damages.ts';
import type { Damage } from '#test/fixtures/ocr/damages.ts';
import { drawPapers } from '#test/fixtures/ocr/draw-papers.ts';
import type { PaperPictures } from '#test/fixtures/ocr/draw-papers.ts';
import { drawnPapers } from '#test/fixtures/ocr/drawn-papers.ts';
import type { DrawnPaper } from '#test/fixtures/ocr/drawn-papers.ts';
import { numbersFrom } from '#test/fixtures/sample/drawing/ornament.ts';
import { groups, isChecked, marksOf, shareRight, tableOf } from './ocr-score.ts';
import type { Mark } from './ocr-score.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '20260922' },
    all: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    wrong: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

/** Each paper is read as it is and with so many damages, which take turns from paper to paper. */
const damagesEach = 3;

const papers = drawnPapers(options.seed).filter(({ name }) => name.includes(options.only));
const pictures = drawPapers(papers);
const reader = createPageReader({
  start: () => forkEngine(new URL('../../electron/backend/jobs/workers/reading-engine.ts', import.meta.url)),
  idleMs: 60_000,
  timeoutMs: 120_000,
  pagesEach: 100,
});

const marks: Mark[] = [];
const seconds: number[] = [];
let guessedKinds = 0;

for (const [index, paper] of papers.entries()) {
  const drawn = pictures.get(paper);
  if (drawn === undefined) continue;
  for (const damage of damagesOf(index)) await readDamaged(paper, drawn, damage);
}
reader.close();
report();

function damagesOf(index: number): readonly Damage[] {
  if (options.all) return [clean, ...damages];
  const begin = index * damagesEach;
  const own = Array.from({ length: damagesEach }, (_, at) => damages[(begin + at) % damages.length] ?? clean);
  return [clean, ...own];
}

async function readDamaged(paper: DrawnPaper, drawn: PaperPictures, damage: Damage): Promise<void> {
  const next = numbersFrom(`${paper.name} ${damage.name}`);
  const bytes = await damage.on(damage.isSealed === true ? drawn.sealed : drawn.plain, next);
  if (options.keep !== undefined) keep(options.keep, `${paper.name} ${damage.name}.jpg`, bytes);
  const startedAt = performance.now();
  const page = await reader.read(
    await drawPage({ bytes: new Uint8Array(bytes), mediaType: 'image/jpeg', pageNo: 1 }),
  );
  seconds.push((performance.now() - startedAt) / 1000);
  if (guessKind(page.lines)?.kind === paper.kind) guessedKinds += 1;
  marks.push(...marksOf(paper, damage, readFields(paper.kind, page.lines)));
}

function keep(folder: string, name: string, bytes: Buffer): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), bytes);
}

function report(): void {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
  console.log(tableOf(marks));
  console.log(
    `\n${papers.length} papers, ${seconds.length} pages; seconds per page: median ${at(0.5)}, nine of ten ${at(0.9)}, longest ${at(1)}; ` +
      `kind guessed right on ${guessedKinds} of ${seconds.length}`,
  );
  const mild = marks.filter(({ damage }) => damage.isMild);
  const missed = Object.entries(groups).filter(([name, { fields, target }]) => {
    const own = mild.filter(({ field }) => fields.some((one) => one === field));
    const share = shareRight(own);
    console.log(
      `${name}, clean and mildly damaged: ${(share * 100).toFixed(1)} % of ${own.length}, target ${target * 100} %`,
    );
    return share < target;
  });
  const trusted = marks.filter(({ result, isTrusted }) => result === 'wrong' && isTrusted);
  const unguarded = trusted.filter(isChecked);
  console.log(
    `wrong with high confidence: ${trusted.length}, of those with a check digit: ${unguarded.length}`,
  );
  if (options.wrong) for (const mark of marks) if (mark.result !== 'right') console.log(lineOf(mark));
  if (missed.length > 0 || unguarded.length > 0) process.exitCode = 1;
}

function lineOf({ paper, damage, field, expected, read }: Mark): string {
  const got = read === undefined ? 'nothing' : `${read.value} (${read.confidence}, ${read.doubts.join(' ')})`;
  return `${paper}, ${damage.name}: ${field} ${expected}, read ${got}`;
}
