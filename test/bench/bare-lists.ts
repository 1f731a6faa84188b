/** What the queries behind the lists take alone, in ms, as JSON by the names of the large firm's story: `node bare-lists.ts DATA NOW`. */
import path from 'node:path';
import { openBackend } from '#backend/backend.ts';
import { clockFrom } from '#backend/clock.ts';
import { tablePage, tableTotals } from '#backend/clients/table/queries.ts';
import { searchCondition } from '#backend/search/service.ts';

const root = path.resolve(import.meta.dirname, '../..');
const [dataFolder = '', now = ''] = process.argv.slice(2);
const backend = openBackend({
  version: '0.0.0-bench',
  dataFolder,
  resourcesFolder: path.join(root, 'resources'),
  clock: clockFrom(() => Date.parse(now)),
  workerFile: (name) => new URL(`../../electron/backend/jobs/workers/${name}.ts`, import.meta.url),
  owner: 'bench',
});
const { db } = backend;
const order = { key: 'name', descending: false } as const;
const rows = { order, after: undefined, skip: 0, limit: 101 };

const queries: Readonly<Record<string, () => void>> = {
  sort: () => {
    tablePage(db, { ...rows, filter: {} });
    tableTotals(db, {});
  },
  'type in the filter': () => {
    const filter = { search: searchCondition('client', '示例云') };
    tablePage(db, { ...rows, filter });
    tableTotals(db, filter);
  },
};

console.log(
  JSON.stringify(Object.fromEntries(Object.entries(queries).map(([name, run]) => [name, medianMs(run)]))),
);
backend.close();

function medianMs(run: () => void): number {
  const all = Array.from({ length: 15 }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  });
  return all.toSorted((a, b) => a - b)[7] ?? 0;
}
