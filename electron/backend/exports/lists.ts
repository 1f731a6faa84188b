import type { z } from 'zod';
import type { accountFilter } from '#shared/contract/account-pages.ts';
import type { applicationFilter } from '#shared/contract/application-pages.ts';
import type { clientFilter, ClientRow } from '#shared/contract/clients.ts';
import type { documentFilter } from '#shared/contract/documents.ts';
import type { handOutFilter } from '#shared/contract/hand-outs.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import { listAccounts } from '#backend/accounts/table/table.ts';
import { listApplications } from '#backend/applications/table/table.ts';
import type { Backend } from '#backend/backend.ts';
import { listClients } from '#backend/clients/service.ts';
import { listDocuments } from '#backend/documents/service.ts';
import { listHandOuts } from '#backend/hand-outs/service.ts';
import { readFirmOf } from '#backend/imports/firm.ts';
import { listDestroyed } from '#backend/keeping/service.ts';
import { accountColumns } from './account-columns.ts';
import { applicationColumns } from './application-columns.ts';
import { clientAccountColumns, clientAccounts } from './client-accounts.ts';
import { destroyedColumns, destroyedFiles } from './destroyed-columns.ts';
import { documentColumns } from './document-columns.ts';
import { handOutColumns } from './hand-out-columns.ts';
import { pagesOf, rowsOf, sheetOf } from './list.ts';
import type { List } from './list.ts';
import { overviewColumns } from './overview.ts';
import type { ListWords } from './words.ts';

/** A filter with the rows that are meant, as the lists take it. */
type Chosen<Filter extends z.ZodType> = z.infer<Filter> & { readonly rows: RowChoice };

/** Rows of one page: reading it is what other calls may have to wait for. */
const clientsAtOnce = 200;
const accountsAtOnce = 200;
const applicationsAtOnce = 50;
const documentsAtOnce = 200;
const handOutsAtOnce = 500;

/** A row for each account under headings that the import knows, and the clients' table on a second sheet. */
export function clientsList(
  backend: Backend,
  filter: Chosen<typeof clientFilter>,
  order: Pick<Parameters<typeof listClients>[1], 'sort' | 'group'>,
  words: ListWords,
): List {
  const accounts = clientAccountColumns(words);
  const overview = overviewColumns(words);
  const { sheet } = words.lists;
  const pages = pagesOf<ClientRow>(
    (after) => listClients(backend, { filter, ...order, after, skip: 0, limit: clientsAtOnce }),
    (rows) => {
      const ids = rows.map(({ id }) => id);
      const { existing } = readFirmOf(backend.db, ids);
      return [rowsOf(accounts, clientAccounts(existing, ids)), rowsOf(overview, rows)];
    },
  );
  return { sheets: [sheetOf(sheet.clients, accounts), sheetOf(sheet.overview, overview)], pages };
}

export function accountsList(
  backend: Backend,
  filter: Chosen<typeof accountFilter>,
  order: Pick<Parameters<typeof listAccounts>[1], 'sort' | 'group'>,
  words: ListWords,
): List {
  const columns = accountColumns(words);
  const pages = pagesOf(
    (after) => listAccounts(backend, { filter, ...order, after, skip: 0, limit: accountsAtOnce }),
    (rows) => [rowsOf(columns, rows)],
  );
  return { sheets: [sheetOf(words.lists.sheet.accounts, columns)], pages };
}

export function applicationsList(
  backend: Backend,
  filter: Chosen<typeof applicationFilter>,
  order: Pick<Parameters<typeof listApplications>[1], 'sort' | 'group'>,
  words: ListWords,
): List {
  const columns = applicationColumns(words);
  const pages = pagesOf(
    (after) => listApplications(backend, { filter, ...order, after, skip: 0, limit: applicationsAtOnce }),
    (rows) => [rowsOf(columns, rows)],
  );
  return { sheets: [sheetOf(words.lists.sheet.applications, columns)], pages };
}

export function documentsList(
  backend: Backend,
  filter: Chosen<typeof documentFilter>,
  words: ListWords,
): List {
  const columns = documentColumns(words);
  const pages = pagesOf(
    (after) => listDocuments(backend, { filter, after, skip: 0, limit: documentsAtOnce }),
    (rows) => [rowsOf(columns, rows)],
  );
  return { sheets: [sheetOf(words.lists.sheet.documents, columns)], pages };
}

/** A row for each file of what was destroyed. */
export function destroyedList(backend: Backend, text: string, words: ListWords): List {
  const columns = destroyedColumns(words);
  const pages = pagesOf(
    (after) => listDestroyed(backend, { text, after, skip: 0, limit: documentsAtOnce }),
    (rows) => [rowsOf(columns, rows.flatMap(destroyedFiles))],
  );
  return { sheets: [sheetOf(words.lists.sheet.destroyed, columns)], pages };
}

/** The register of copies, the latest first. */
export function handOutsList(
  backend: Pick<Backend, 'db'>,
  filter: z.infer<typeof handOutFilter>,
  words: ListWords,
): List {
  const columns = handOutColumns(words);
  const pages = pagesOf(
    (after) => listHandOuts(backend, { filter, after, skip: 0, limit: handOutsAtOnce }),
    (rows) => [rowsOf(columns, rows)],
  );
  return { sheets: [sheetOf(words.lists.sheet.handOuts, columns)], pages };
}
