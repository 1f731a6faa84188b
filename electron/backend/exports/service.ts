import type { z } from 'zod';
import type { exports as contract, FirmStep, WrittenList } from '#shared/contract/exports.ts';
import type { RowChoice } from '#shared/contract/values.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import { readSettings } from '#backend/settings/service.ts';
import { writeFirm } from './firm/write-firm.ts';
import type { List } from './list.ts';
import {
  accountsList,
  applicationsList,
  clientsList,
  destroyedList,
  documentsList,
  handOutsList,
} from './lists.ts';
import { listWords } from './words.ts';
import type { ListWords } from './words.ts';
import { writeList } from './write-list.ts';

type Input<Name extends keyof typeof contract> = z.infer<
  NonNullable<(typeof contract)[Name]['~orpc']['inputSchema']>
>;
type Writing = AsyncGenerator<WorkStep<WrittenList>>;

/**
 * Writes the clients with their accounts, and in a workbook their table on a second sheet. Throws AppError
 * FILE_TOKEN_UNKNOWN and what `writeList` throws.
 */
export function exportClients(backend: Backend, input: Input<'clients'>, signal?: AbortSignal): Writing {
  const list = clientsList(backend, chosenOf(input), orderOf(input), wordsOf(backend, input));
  return written(backend, list, input, signal);
}

/** Writes the accounts. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportAccounts(backend: Backend, input: Input<'accounts'>, signal?: AbortSignal): Writing {
  const list = accountsList(backend, chosenOf(input), orderOf(input), wordsOf(backend, input));
  return written(backend, list, input, signal);
}

/** Writes the applications. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportApplications(
  backend: Backend,
  input: Input<'applications'>,
  signal?: AbortSignal,
): Writing {
  const list = applicationsList(backend, chosenOf(input), orderOf(input), wordsOf(backend, input));
  return written(backend, list, input, signal);
}

/** Writes the papers. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportDocuments(backend: Backend, input: Input<'documents'>, signal?: AbortSignal): Writing {
  const list = documentsList(backend, chosenOf(input), wordsOf(backend, input));
  return written(backend, list, input, signal);
}

/** Writes the record of what was destroyed. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportDestroyed(backend: Backend, input: Input<'destroyed'>, signal?: AbortSignal): Writing {
  const list = destroyedList(backend, input.text, wordsOf(backend, input));
  return written(backend, list, input, signal);
}

/** Writes the register of copies that were handed out. Throws AppError FILE_TOKEN_UNKNOWN and what `writeList` throws. */
export function exportHandOuts(backend: Backend, input: Input<'handOuts'>, signal?: AbortSignal): Writing {
  const list = handOutsList(backend, input.filter, wordsOf(backend, input));
  return written(backend, list, input, signal);
}

/** Writes everything the firm has into a new folder. Throws AppError FILE_TOKEN_UNKNOWN and what `writeFirm` throws. */
export function exportFirm(
  backend: Backend,
  { target, language }: Input<'firm'>,
  signal?: AbortSignal,
): AsyncGenerator<FirmStep> {
  const folder = backend.tokens.resolve(target, 'write');
  return writeFirm(backend, { target: folder, language: language ?? readSettings(backend).language }, signal);
}

/** In the order of the groups, if there are any, all of them whole. */
const orderOf = <Sort, By>({ sort, group }: { readonly sort: Sort; readonly group?: By | undefined }) => ({
  sort,
  group: group === undefined ? undefined : { by: group, collapsed: [] },
});

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
