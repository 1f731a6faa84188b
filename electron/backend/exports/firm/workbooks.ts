import { accountSort } from '#shared/contract/account-pages.ts';
import { applicationSort } from '#shared/contract/application-pages.ts';
import { clientOrder } from '#shared/contract/clients.ts';
import { rowChoice } from '#shared/contract/values.ts';
import type { Backend } from '#backend/backend.ts';
import { exportJob } from '#backend/jobs/export-jobs.ts';
import type { ListRow } from '#backend/jobs/export-jobs.ts';
import { hashFile } from '#backend/vault/hashed-copy.ts';
import { pagesOf, rowsOf, sheetOf } from '../list.ts';
import type { List, ListColumn, ListPage } from '../list.ts';
import { accountsList, applicationsList, clientsList, documentsList } from '../lists.ts';
import { writeList } from '../write-list.ts';
import type { NewFolder } from './folder.ts';
import { attemptColumns, eventColumns, feeColumns } from './own-columns.ts';
import { attemptsAfter, eventsAfter, feesAfter } from './queries.ts';
import type { Speech } from './speech.ts';

/** A workbook is made in memory and spreadsheets end at 1,048,576 rows: a longer list goes into several. */
const rowsInWorkbook = 100_000;
const rowsAtOnce = 200;

/** Writes the lists as workbooks. Yields how many rows were written since the last word. */
export async function* writeWorkbooks(
  backend: Backend,
  folder: NewFolder,
  speech: Speech,
  signal: AbortSignal | undefined,
): AsyncGenerator<number> {
  const job = exportJob(backend);
  try {
    for (const [name, list] of lists(backend, speech)) {
      let no = 0;
      for (const part of partsOf(list, rowsInWorkbook)) {
        no += 1;
        const place = `workbooks/${speech.archive.files[name]}${no === 1 ? '' : `-${no}`}.xlsx`;
        const target = await folder.prepare(place);
        let before = 0;
        for await (const step of writeList(backend, part, { target, format: 'xlsx' }, signal, job)) {
          if (step.kind !== 'working') continue;
          yield step.done - before;
          before = step.done;
        }
        await folder.add(place, await hashFile(target, signal));
      }
    }
  } finally {
    await job.close();
  }
}

type ListName = keyof Speech['archive']['files'];

function* lists(backend: Backend, speech: Speech): Generator<readonly [ListName, List]> {
  const all = { rows: rowChoice.parse({}) };
  const { db } = backend;
  yield ['clients', clientsList(backend, all, { sort: clientOrder.parse(undefined) }, speech)];
  yield ['accounts', accountsList(backend, all, { sort: accountSort.parse(undefined) }, speech)];
  yield ['applications', applicationsList(backend, all, { sort: applicationSort.parse(undefined) }, speech)];
  yield ['documents', documentsList(backend, all, speech)];
  const { fees, attempts, history } = speech.archive.files;
  yield [
    'fees',
    ownList(
      fees,
      feeColumns(speech),
      (after) => feesAfter(db, after, rowsAtOnce),
      ({ id }) => id,
    ),
  ];
  yield [
    'attempts',
    ownList(
      attempts,
      attemptColumns(speech),
      (after) => attemptsAfter(db, after, rowsAtOnce),
      ({ id }) => id,
    ),
  ];
  const events = (after: string) => eventsAfter(db, Number(after), rowsAtOnce);
  yield ['history', ownList(history, eventColumns(speech), events, ({ place }) => String(place))];
}

function ownList<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  read: (after: string) => readonly Row[],
  keyOf: (row: Row) => string,
): List {
  const pages = pagesOf<Row>(
    (after) => {
      const rows = read(after ?? '');
      const last = rows.at(-1);
      const nextCursor = rows.length < rowsAtOnce || last === undefined ? null : keyOf(last);
      return { rows, nextCursor, total: 0 };
    },
    (rows): ListRow[][] => [rowsOf(columns, rows)],
  );
  return { sheets: [sheetOf(name, columns)], pages };
}

/** A list as several, each of so many rows and what its last page is over; each has to be read before the next one. */
export function* partsOf({ sheets, pages }: List, atMost: number): Generator<List> {
  const rest = pages[Symbol.iterator]();
  let next = rest.next();
  const take = function* (): Generator<ListPage> {
    for (let rows = 0; next.done !== true && rows < atMost; next = rest.next()) {
      rows += Math.max(0, ...next.value.sheets.map(({ length }) => length));
      yield next.value;
    }
  };
  do yield { sheets, pages: take() };
  while (next.done !== true);
}
