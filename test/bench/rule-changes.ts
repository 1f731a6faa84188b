/**
 * Looks at a new version of the certification pack and of the list of categories over every open application of a firm,
 * in one go and in slices, and moves them all; prints times and the longest while in which nobody else was answered.
 * `npm run bench:rules` generates 10,000 clients; a folder as argument takes that firm, and changes it.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import { resultOf } from '#shared/contract/work.ts';
import { findApplication } from '#backend/applications/queries.ts';
import { touchedUnder } from '#backend/applications/case-impact.ts';
import type { OtherRules } from '#backend/applications/case-impact.ts';
import { openBackend } from '#backend/backend.ts';
import { clockFrom } from '#backend/clock.ts';
import { connectDerivations } from '#backend/derivations.ts';
import { createLocalClient, createRouter } from '#backend/router.ts';
import { knownBy } from '#test/support/known-by.ts';

const root = path.resolve(import.meta.dirname, '../..');
const made =
  process.argv[2] === undefined ? fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-bench-')) : undefined;
const dataFolder = process.argv[2] ?? made ?? '';
const nowMs = Date.parse('2026-09-22T09:00:00+08:00');

try {
  if (made !== undefined) {
    const demo = [
      '--data',
      made,
      '--now',
      new Date(nowMs).toISOString(),
      'demo-data',
      '--clients',
      '10000',
      '--seed',
      '1',
    ];
    execFileSync(process.execPath, ['out/main/cli.js', ...demo], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  await measure();
} finally {
  if (made !== undefined) fs.rmSync(made, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const backend = openBackend({
    version: '0.0.0-bench',
    dataFolder,
    resourcesFolder: path.join(root, 'resources'),
    clock: clockFrom(() => nowMs),
    workerFile: (name) => new URL(`../../electron/backend/jobs/workers/${name}.ts`, import.meta.url),
    owner: 'bench',
  });
  connectDerivations(backend);
  const call = createLocalClient(createRouter(backend, (error) => console.error(error)));
  const chosen = (name: string, content: object): string => {
    const file = path.join(dataFolder, name);
    fs.writeFileSync(file, knownBy(content));
    return backend.tokens.grant(file, undefined, 'read');
  };
  const pack = nextPack(backend.rules.get('wechat.mp.certification').base);
  const list = nextList(backend.categories.find('wechat', 'mini_program')?.pack);
  const packFile = chosen('bench-pack.json', pack);
  const listFile = chosen('bench-list.json', list);

  const ids = openIds('rule_pack_id = ?', pack.id);
  const fresh = { pack: () => pack };
  report('pack, in one go', ids.length, await timed(() => inOneGo(ids, fresh)));
  const preview = await timed(() => resultOf(call.rules.previewPack({ file: packFile })));
  report('pack, in slices', ids.length, preview);

  const lists = await timed(() => resultOf(call.rules.previewCategories({ file: listFile })));
  const listImpact = lists.result;
  if (!listImpact.ok) throw new Error('faulty');
  const concerned = [...listImpact.touched.map(({ id }) => id), ...listImpact.untouchedIds];
  const other = {
    list: { pack: list, sha256: listImpact.head.sha256, content: '', origin: 'imported' as const },
  };
  report('list, in one go', concerned.length, await timed(() => inOneGo(concerned, other)));
  report('list, in slices', concerned.length, lists);

  const change = { kind: 'clock', clockId: 'review', total: 12 } as const;
  const look = () => resultOf(call.rules.previewOverride({ packId: pack.id, change }));
  report('override, in slices', ids.length, await timed(look));
  const set = () =>
    resultOf(call.rules.setOverride({ author: '示例顾问', packId: pack.id, change, reason: 'bench' }));
  report('override, laid on', ids.length, await timed(set));

  const { result } = preview;
  if (!result.ok) throw new Error('faulty');
  const applicationIds = [
    ...result.touched.filter(({ canMove }) => canMove).map(({ id }) => id),
    ...result.untouchedIds,
  ];
  const install = () =>
    resultOf(call.rules.installPack({ file: packFile, sha256: result.head.sha256, applicationIds }));
  report('pack, taken in with all', applicationIds.length, await timed(install));
  const installList = () =>
    resultOf(
      call.rules.installCategories({
        file: listFile,
        sha256: listImpact.head.sha256,
        applicationIds: concerned,
      }),
    );
  report('list, taken in with all', concerned.length, await timed(installList));
  backend.close();

  function openIds(condition: string, value: string): string[] {
    const sql = `SELECT id FROM applications WHERE ${condition} AND deleted_at_ms IS NULL
      AND stage NOT IN ('passed', 'failed', 'withdrawn')`;
    return backend.db
      .prepare<[string], { id: string }>(sql)
      .all(value)
      .map(({ id }) => id);
  }

  function inOneGo(all: readonly string[], rules: OtherRules): Promise<void> {
    for (const id of all) {
      const record = findApplication(backend.db, id);
      if (record !== undefined) touchedUnder(backend, record, rules);
    }
    return Promise.resolve();
  }
}

function nextPack(pack: RulePack): RulePack {
  const clocks = pack.clocks.map((clock) => (clock.id === 'review' ? { ...clock, total: 20 } : clock));
  return { ...pack, version: '2099.01', clocks };
}

/** The list as if what is free had come to ask for a permit. */
function nextList(list: CategoryPack | undefined): CategoryPack {
  const [permit] = list?.permits ?? [];
  if (list === undefined || permit === undefined) throw new Error('no list');
  const categories = list.categories.map((category) => {
    const isFree = category.formula.op === 'all_of' && category.formula.parts.length === 0;
    return isFree ? { ...category, formula: { op: 'atom' as const, id: permit.id } } : category;
  });
  return { ...list, version: '2099.01', categories };
}

interface Timed {
  readonly ms: number;
  /** What of it was work of the processor: the figure to compare on a busy computer. */
  readonly cpuMs: number;
  readonly gapMs: number;
}

/** How long the work took, and the longest while in which nobody else had a turn, in milliseconds. */
async function timed<T>(work: () => Promise<T>): Promise<Timed & { result: T }> {
  const ending = new AbortController();
  let gapMs = 0;
  const others = (async () => {
    for (let last = performance.now(); !ending.signal.aborted; last = performance.now()) {
      await setImmediate();
      gapMs = Math.max(gapMs, performance.now() - last);
    }
  })();
  await setImmediate();
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const result = await work();
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  ending.abort();
  await others;
  return { ms, cpuMs: (user + system) / 1000, gapMs, result };
}

function report(what: string, count: number, { ms, cpuMs, gapMs }: Timed): void {
  console.log(
    `${what.padEnd(24)} ${String(count).padStart(6)} open  ${ms.toFixed(0).padStart(7)} ms (processor ${cpuMs.toFixed(0).padStart(6)}), longest gap ${gapMs.toFixed(0)} ms`,
  );
}
