import type { BulkOutcome } from '#shared/contract/bulk.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { RefusedCell } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { changeAccount, checkedAccount } from '#backend/accounts/service.ts';
import type { Backend } from '#backend/backend.ts';
import { changeClient, checkedColumns } from '#backend/clients/service.ts';
import type { Change } from '#backend/db/change.ts';
import { writeInParts } from '#backend/history/in-parts.ts';
import { finished, turnToOthers, working } from '#backend/work.ts';
import type { Input } from './input.ts';
import { refusedCells } from './refused-cells.ts';

/** A value that no two rows may have, and the field that it stands in. */
interface OwnValue {
  readonly field: string;
  readonly value: string;
}

interface Block<Row> {
  readonly action: string;
  readonly rows: readonly Row[];
  /** Throws what `write` would throw. */
  readonly check: (row: Row) => OwnValue | undefined;
  /** Returns false when nothing was different. */
  readonly write: (change: Change, row: Row) => boolean;
}

/**
 * Writes a block of cells of the clients' list as one change, all or nothing. Throws AppError CELLS_REFUSED with every
 * cell that can't be written, and what `writeInParts` throws.
 */
export const writeClientCells = (
  backend: Backend,
  { rows, checkOnly }: Input<'writeClientCells'>,
  signal?: AbortSignal,
) =>
  writeBlock(
    backend,
    {
      action: 'bulk.clientCells',
      rows,
      check: (row) => ownValue('creditCode', checkedColumns(backend, row.id, row).credit_code),
      write: (change, row) => changeClient(backend, change, row.id, row),
    },
    { checkOnly, signal },
  );

/** As `writeClientCells`, of the accounts' list. */
export const writeAccountCells = (
  backend: Backend,
  { rows, checkOnly }: Input<'writeAccountCells'>,
  signal?: AbortSignal,
) =>
  writeBlock(
    backend,
    {
      action: 'bulk.accountCells',
      rows,
      check: (row) => {
        const { columns, platform } = checkedAccount(backend, row.id, row);
        return ownValue('appId', columns.app_id, platform);
      },
      write: (change, row) => changeAccount(backend, change, row.id, row),
    },
    { checkOnly, signal },
  );

const ownValue = (field: string, value: unknown, within = ''): OwnValue | undefined =>
  typeof value === 'string' ? { field, value: `${within} ${value}` } : undefined;

interface Ways {
  readonly checkOnly: boolean;
  readonly signal: AbortSignal | undefined;
}

async function* writeBlock<Row extends { readonly changes: object }>(
  backend: Backend,
  block: Block<Row>,
  { checkOnly, signal }: Ways,
): AsyncGenerator<WorkStep<BulkOutcome>> {
  const { action, rows, write } = block;
  const refused = yield* checkBlock(block, signal);
  refuse(refused);
  if (checkOnly) {
    yield finished({ changeId: null, written: 0, skipped: 0 });
    return;
  }
  let written = 0;
  const items = rows.map((row, index) => ({ row, index }));
  const writeRow = (change: Change, { row, index }: (typeof items)[number]): void => {
    const isWritten = { now: false };
    // What another window did since the check is refused as the check would have.
    refuse(refusedCells(row, index, () => (isWritten.now = write(change, row))));
    if (isWritten.now) written += 1;
  };
  const changeId = yield* writeInParts(backend, { action, items, write: writeRow }, signal);
  yield finished({ changeId, written, skipped: 0 });
}

/** How long the check goes on before others get their turn. */
const sliceMs = 20;

async function* checkBlock<Row extends { readonly changes: object }>(
  { rows, check }: Block<Row>,
  signal: AbortSignal | undefined,
) {
  const refused: RefusedCell[] = [];
  const seen = new Set<string>();
  let sinceMs = performance.now();
  for (const [index, row] of rows.entries()) {
    refused.push(
      ...refusedCells(row, index, () => {
        const own = check(row);
        if (own === undefined) return;
        if (seen.has(own.value)) refused.push({ row: index, field: own.field, code: 'repeated' });
        seen.add(own.value);
      }),
    );
    if (performance.now() - sinceMs < sliceMs) continue;
    yield working(0, rows.length);
    await turnToOthers(signal);
    sinceMs = performance.now();
  }
  return refused;
}

function refuse(cells: readonly RefusedCell[]): void {
  if (cells.length > 0) throw new AppError('CELLS_REFUSED', { count: cells.length, cells: [...cells] });
}
