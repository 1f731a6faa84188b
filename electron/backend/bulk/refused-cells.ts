import { isAppError } from '#shared/contract/errors.ts';
import type { AppError, AppErrorCode, AppErrorData, RefusedCell } from '#shared/contract/errors.ts';

/** Runs what one row of a block asks for; a refusal comes back as the cells that it is about. Throws all other failures. */
export function refusedCells(
  row: { readonly changes: object },
  index: number,
  run: () => void,
): readonly RefusedCell[] {
  try {
    run();
    return [];
  } catch (error) {
    const cells = isAppError(error) ? cellsOf(error, row.changes) : undefined;
    if (cells === undefined) throw error;
    return cells.map((cell) => ({ row: index, ...cell }));
  }
}

type Cell = Omit<RefusedCell, 'row'>;

function cellsOf(error: AppError, changes: object): readonly Cell[] | undefined {
  if (isOf(error, 'STALE')) {
    return error.data.fields?.map(({ field, found }) => ({
      ...{ field, code: 'stale' },
      found: typeof found === 'boolean' ? String(found) : found,
    }));
  }
  if (isOf(error, 'NOT_FOUND')) {
    return error.data.what === 'consultants'
      ? [{ field: 'consultantId', code: 'choice_unknown' }]
      : [{ field: null, code: 'gone' }];
  }
  if (isOf(error, 'CREDIT_CODE_NOTE_NEEDED'))
    return [{ field: 'creditCode' in changes ? 'creditCode' : 'entityType', code: 'client_code' }];
  if (isOf(error, 'DUPLICATE_CREDIT_CODE'))
    return [{ field: 'creditCode', code: 'taken', name: error.data.name }];
  if (isOf(error, 'DUPLICATE_APP_ID')) return [{ field: 'appId', code: 'taken', name: error.data.name }];
  return undefined;
}

const isOf = <C extends AppErrorCode>(
  error: AppError,
  code: C,
): error is AppError<C> & { readonly data: AppErrorData<C> } => error.code === code;
