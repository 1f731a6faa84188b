import type { z } from 'zod';
import type { exports as contract, WrittenList } from '#shared/contract/exports.ts';
import type { ClientRow } from '#shared/contract/clients.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { listAccounts } from '#backend/accounts/table/table.ts';
import { listApplications } from '#backend/applications/table/table.ts';
import type { Backend } from '#backend/backend.ts';
import { listClients } from '#backend/clients/service.ts';
import { listDocuments } from '#backend/documents/service.ts';
import { readFirm } from '#backend/imports/firm.ts';
import { readSettings } from '#backend/settings/service.ts';
import { accountColumns } from './account-columns.ts';
import { applicationColumns } from './application-columns.ts';
import { clientAccountColumns, clientAccounts } from './client-accounts.ts';
import { documentColumns } from './document-columns.ts';
import { pagesOf, rowsOf, sheetOf } from './list.ts';
import type { List } from './list.ts';
import { overviewColumns } from './overview.ts';
import { listWords } from './words.ts';
import type { ListWords } from './words.ts';
import { writeList } from './write-list.ts';

type Input<Name extends keyof typeof contract> = z.infer<
  NonNullable<(typeof contract)[Name]['~orpc']['inputSchema']>
>;
type Writing = AsyncGenerator<WorkStep<WrittenList>>;

/** Rows of one page: reading it is what other calls may have to wait for. */
const clientsAtOnce = 200;
const accountsAtOnce = 200;
const applicationsAtOnce = 50;
const documentsAtOnce = 200;

/**
 * Writes the clients with their accounts, and in a workbook their table on a second sheet. Throws AppError
 * FILE_TOKEN_UNKNOWN and what `writeList` throws.
 */
export function exportClients(backend: Backend, input: Input<'clients'>, signal?: AbortSignal): Writing {
  const { sort } = input;
  const filter = chosenOf(input);
  const words = wordsOf(backend, input);
  const accounts = clientAccountColumns(words);
  const overview = overviewColumns(words);
  const { sheet } = words.lists;
  const pages = pagesOf<ClientRow>(
    (after) => listClients(backend, { filter, sort, after, skip: 0, limit: clientsAtOnce }),
    (rows) => {
      const ids = rows.map(({ id }) => id);
      const { existing } = readFirm(backend.db, ids);
      return [rowsOf(accounts, clientAccounts(existing, ids)), rowsOf(overview, rows)];
    },
  );
  const sheets = [sheetOf(sheet.clients, accounts), sheetOf(sheet.overview, overview)];
  return written(backend, { sheets, pages }, input, signal);
}

/** Writes the accounts. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportAccounts(backend: Backend, input: Input<'accounts'>, signal?: AbortSignal): Writing {
  const { sort } = input;
  const filter = chosenOf(input);
  const words = wordsOf(backend, input);
  const columns = accountColumns(words);
  const pages = pagesOf(
    (after) => listAccounts(backend, { filter, sort, after, skip: 0, limit: accountsAtOnce }),
    (rows) => [rowsOf(columns, rows)],
  );
  const sheets = [sheetOf(words.lists.sheet.accounts, columns)];
  return written(backend, { sheets, pages }, input, signal);
}

/** Writes the applications. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportApplications(
  backend: Backend,
  input: Input<'applications'>,
  signal?: AbortSignal,
): Writing {
  const { sort } = input;
  const filter = chosenOf(input);
  const words = wordsOf(backend, input);
  const columns = applicationColumns(words);
  const pages = pagesOf(
    (after) => listApplications(backend, { filter, sort, after, skip: 0, limit: applicationsAtOnce }),
    (rows) => [rowsOf(columns, rows)],
  );
  const sheets = [sheetOf(words.lists.sheet.applications, columns)];
  return written(backend, { sheets, pages }, input, signal);
}

/** Writes the papers. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportDocuments(backend: Backend, input: Input<'documents'>, signal?: AbortSignal): Writing {
  const filter = chosenOf(input);
  const words = wordsOf(backend, input);
  const columns = documentColumns(words);
  const pages = pagesOf(
    (after) => listDocuments(backend, { filter, after, skip: 0, limit: documentsAtOnce }),
    (rows) => [rowsOf(columns, rows)],
  );
  const sheets = [sheetOf(words.lists.sheet.documents, columns)];
  return written(backend, { sheets, pages }, input, signal);
}

/** The filter with the rows that are meant, as the lists take it. */
const chosenOf = <Filter extends object>({
  filter,
  rows,
}: {
  readonly filter: Filter;
  readonly rows: RowChoice;
}): Filter & { readonly rows: RowChoice } => ({ ...filter, rows });

const wordsOf = (backend: Backend, { language }: Pick<Input<'clients'>, 'language'>): ListWords =>
  listWords(language ?? readSettings(backend).language);

function written(
  backend: Backend,
  list: List,
  { target, format }: Pick<Input<'clients'>, 'target' | 'format'>,
  signal: AbortSignal | undefined,
): Writing {
  const file = backend.tokens.resolve(target, 'write');
  return writeList(backend, list, { target: file, format }, signal);
}
