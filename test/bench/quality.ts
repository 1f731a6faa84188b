/**
 * Draws licences, cards and other papers, damages them, and prints what the quality gate finds; `npm run bench:quality`. The
 * limits were set on papers of another seed than the one reported here. Fails when fewer than 95 % of the degraded pictures
 * are caught by the finding that they deserve, or more than 5 % of the good ones are refused. `--seed WORD` draws other papers, `--all`
 * gives every paper every damage, `--only WORD` takes the papers whose names hold the word, `--damage WORD`
 * the damages whose names hold it (several with commas), `--wrong` lists what went wrong.
 */
import { parseArgs } from 'node:util';
import { measurePage } from '#shared/domain/page-quality.ts';
import { qualityFindings } from '#shared/domain/quality-finding.ts';
import type { QualityFinding } from '#shared/domain/quality-finding.ts';
import { pagePixels } from '#backend/jobs/workers/page-pixels.ts';
import { drawPapers } from '#test/fixtures/ocr/draw-papers.ts';
import type { PaperPictures } from '#test/fixtures/ocr/draw-papers.ts';
import { drawnPapers } from '#test/fixtures/ocr/drawn-papers.ts';
import type { DrawnPaper } from '#test/fixtures/ocr/drawn-papers.ts';
import { qualityDamages } from '#test/fixtures/ocr/quality-damages.ts';
import type { QualityDamage } from '#test/fixtures/ocr/quality-damages.ts';
import { numbersFrom } from '#test/fixtures/sample/drawing/ornament.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '20270105' },
    all: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    wrong: { type: 'boolean', default: false },
    damage: { type: 'string', default: '' },
  },
});

/** Each paper is looked at with so many damages, which take turns from paper to paper. */
const damagesEach = 6;
const [caughtTarget, refusedTarget] = [0.95, 0.05];

type Look = {
  readonly paper: string;
  readonly damage: QualityDamage;
  readonly found: readonly QualityFinding[];
  readonly ms: number;
};

const papers = drawnPapers(options.seed).filter(({ name }) => name.includes(options.only));
const pictures = drawPapers(papers);
const looks: Look[] = [];
for (const [index, paper] of papers.entries()) {
  const drawn = pictures.get(paper);
  if (drawn === undefined) continue;
  for (const damage of damagesOf(paper, index)) looks.push(await lookAt(paper, drawn, damage));
}
report();

/** A card bears no seal that could be missing. */
function damagesOf({ kind }: DrawnPaper, index: number): readonly QualityDamage[] {
  const all = qualityDamages
    .filter(({ finds }) => finds !== 'no_seal' || kind !== 'id_card')
    .filter(({ name }) => options.damage.split(',').some((word) => name.includes(word)));
  if (options.all || options.damage !== '') return all;
  const own = Array.from({ length: damagesEach }, (_, at) => all[(index * damagesEach + at) % all.length]);
  return own.filter((damage) => damage !== undefined);
}

async function lookAt(paper: DrawnPaper, drawn: PaperPictures, damage: QualityDamage): Promise<Look> {
  const next = numbersFrom(`${options.seed} ${paper.name} ${damage.name}`);
  const source = damage.isUnsealed ? drawn.unsealed : damage.isSealed ? drawn.sealed : drawn.plain;
  const bytes = new Uint8Array(await damage.on(source, next));
  const startedAt = performance.now();
  const page = await pagePixels({ bytes, mediaType: 'image/jpeg', pageNo: 1 });
  const measures = measurePage(page.pixels, page);
  const ms = performance.now() - startedAt;
  const part = paper.name.startsWith('card-back') ? 'back' : paper.kind === 'id_card' ? 'front' : 'whole';
  const found = qualityFindings(measures, 1, { kind: paper.kind, part, wantsColour: true });
  return { paper: paper.name, damage, found, ms };
}

function isRight({ damage: { finds }, found }: Look): boolean {
  return finds === null ? found.length === 0 : found.some(({ kind }) => kind === finds);
}

function wordsOf({ kind, measured, limit }: QualityFinding): string {
  return `${kind} ${measured.toFixed(3)} (${limit})`;
}

function report(): void {
  for (const { name, finds } of qualityDamages) {
    const own = looks.filter(({ damage }) => damage.name === name);
    const right = own.filter(isRight).length;
    const verb = finds === null ? 'let through' : `caught as ${finds}`;
    console.log(`${name.padEnd(16)} ${right} of ${own.length} ${verb}`);
  }
  const degraded = looks.filter(({ damage }) => damage.finds !== null);
  const good = looks.filter(({ damage }) => damage.finds === null);
  const caught = degraded.filter(isRight).length / degraded.length;
  const refused = 1 - good.filter(isRight).length / good.length;
  const times = looks.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(0);
  console.log(
    `\n${papers.length} papers of seed ${options.seed}, ${looks.length} pictures; ms a picture: median ${at(0.5)}, nine of ten ${at(0.9)}`,
  );
  console.log(
    `caught ${(caught * 100).toFixed(1)} % of ${degraded.length} degraded, target ${caughtTarget * 100} %`,
  );
  console.log(
    `refused ${(refused * 100).toFixed(1)} % of ${good.length} good, target at most ${refusedTarget * 100} %`,
  );
  if (options.wrong)
    for (const look of looks.filter((each) => !isRight(each)))
      console.log(`${look.paper}, ${look.damage.name}: ${look.found.map(wordsOf).join('; ') || 'nothing'}`);
  if (caught < caughtTarget || refused > refusedTarget) process.exitCode = 1;
}
