import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { ORPCError } from '@orpc/client';
import type { BulkOutcome } from '#shared/contract/bulk.ts';
import { appErrors } from '#shared/contract/errors.ts';
import type { RefusedCell } from '#shared/contract/errors.ts';
import type { WorkStep } from '#shared/contract/work.ts';
import { CellFaults } from '#renderer/components/cell-faults.tsx';
import type { ListedFault } from '#renderer/components/cell-faults.tsx';
import { filledFromFirst, planCells } from '#renderer/components/cell-plan.ts';
import type {
  CellPlan,
  FaultyCell,
  PlannedRow,
  ShownBlock,
  TypedBlock,
} from '#renderer/components/cell-plan.ts';
import type { TableCells } from '#renderer/components/use-table-cells.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { useFailures } from './failures.tsx';
import { ownWrites } from './own-writes.ts';
import type { OwnWrites } from './own-writes.ts';
import { useBulkChange } from './use-bulk-change.ts';
import { useSave } from './use-save.ts';

interface Changed {
  readonly changeId: string | null;
}

type Fields = PlannedRow['changes'];
interface Block {
  readonly rows: readonly { readonly id: string; readonly base: Fields; readonly changes: Fields }[];
  readonly checkOnly: boolean;
}

/** A list whose cells can be edited, and the calls that write them. */
interface CellList<Row> {
  readonly nameOf: (row: Row) => string;
  readonly rowsBetween: (first: number, last: number) => Promise<readonly Row[]>;
  readonly writeOne: (
    id: string,
    save: { readonly base: Fields; readonly changes: Fields },
  ) => Promise<Changed>;
  readonly writeBlock: (
    block: Block,
    signal?: AbortSignal,
  ) => PromiseLike<AsyncIterable<WorkStep<BulkOutcome>>>;
}

/** What a block was refused for. */
interface Refusal {
  readonly faults: readonly ListedFault[];
  readonly count: number;
  readonly faulty: ReadonlyMap<string, ReadonlySet<string>>;
}

const none: Refusal['faulty'] = new Map();

/**
 * Writes the cells of a list: one as a save that may meet what was written elsewhere, a block as one change, all or nothing.
 * `dialog` says what a block was refused for, by cell.
 */
export function useCellWriting<Row extends { readonly id: string }>(
  list: CellList<Row>,
): { readonly cells: TableCells<Row>; readonly dialog: ReactNode } {
  const t = useT();
  const save = useSave();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [own] = useState(ownWrites);
  const write = useBlockWriting(list, own, (found) => {
    setRefusal(found);
    setOpen(found !== null);
  });
  const cells: TableCells<Row> = {
    rowsBetween: list.rowsBetween,
    faulty: refusal?.faulty ?? none,
    onSeen: () => setRefusal(null),
    onWrite: (block) => void write(block, () => block),
    onFill: (block) => void write(block, (rows) => filledFromFirst(block, rows)),
    onSave: (row, { field, value: valueOf }, value) => {
      setRefusal(null);
      const { id } = row;
      void save<Fields>(
        {
          ...{ rowId: id, base: { [field]: valueOf(row) }, changes: { [field]: value }, isInline: true },
          write: (fields) => {
            const changes = defined(fields.changes);
            const written = list.writeOne(id, { base: defined(fields.base), changes }).then((done) => {
              own.note(row, changes);
              return done;
            });
            own.follow(written);
            return written;
          },
        },
        t('components.cell.saved', { name: list.nameOf(row) }),
      );
    },
  };
  // It stands while it is closed, so that the focus goes back to where it was.
  const dialog = (
    <CellFaults
      opened={isOpen}
      faults={refusal?.faults ?? []}
      count={refusal?.count ?? 0}
      onClose={() => setOpen(false)}
    />
  );
  return { cells, dialog };
}

const defined = (fields: Partial<Fields>): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

function useBlockWriting<Row extends { readonly id: string }>(
  list: CellList<Row>,
  own: OwnWrites,
  onRefused: (refusal: Refusal | null) => void,
) {
  const t = useT();
  const change = useBulkChange();
  const { report } = useFailures();
  const listed = useListed(list);
  type Typed = (rows: readonly Row[]) => TypedBlock<Row>;
  const write = async ({ first, shown }: ShownBlock<Row>, typed: Typed): Promise<boolean> => {
    onRefused(null);
    try {
      const rows = await list.rowsBetween(first, first + shown.length - 1);
      const block = typed(rows);
      const plan = planCells(block, rows, own.has);
      const sent = { rows: plan.rows.map(({ id, base, changes }) => ({ id, base, changes })) };
      let refused: readonly RefusedCell[] = [];
      const isKnown = (error: unknown): boolean => {
        const cells = refusedIn(error);
        refused = cells ?? [];
        return cells !== undefined;
      };
      // What typing would refuse is told together with what only the data can tell.
      const checkOnly = plan.faults.length > 0;
      const start = (signal: AbortSignal) => list.writeBlock({ ...sent, checkOnly }, signal);
      const writing = { title: t('components.cell.running'), unit: 'rows', start } as const;
      let isWritten = false;
      if (checkOnly) await change.check({ ...writing, isKnown });
      else {
        const outcome = await change.run({
          ...writing,
          isKnown,
          done: (n) => t('components.cell.done', { n }),
        });
        isWritten = outcome !== undefined;
      }
      for (const { row, changes } of isWritten ? plan.rows : []) {
        const seen = shown[row - first];
        if (seen !== undefined) own.note(seen, changes);
      }
      const faults = allFaults(block, plan, refused);
      if (faults.length > 0) onRefused(listed(block, faults, rows));
      return isWritten;
    } catch (error) {
      report(error);
      return false;
    }
  };
  return (block: ShownBlock<Row>, typed: Typed): Promise<void> => own.next(() => write(block, typed));
}

function refusedIn(error: unknown): readonly RefusedCell[] | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'CELLS_REFUSED') return undefined;
  const data = appErrors.CELLS_REFUSED.data.safeParse(error.data);
  return data.success ? data.data.cells : undefined;
}

/** What the plan and the backend found, by the places of the list. */
function allFaults<Row>(
  { columns, first, texts }: TypedBlock<Row>,
  plan: CellPlan,
  refused: readonly RefusedCell[],
): FaultyCell[] {
  const told = refused.flatMap((cell): FaultyCell[] => {
    const planned = plan.rows[cell.row];
    if (planned === undefined) return [];
    const column = Math.max(
      0,
      columns.findIndex((each) => each?.cell?.field === cell.field),
    );
    const typed = texts[planned.row - first]?.[column] ?? '';
    return [{ row: planned.row, column, typed, fault: cell }];
  });
  return [...plan.faults, ...told].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** More than anybody would read. */
const mostListed = 200;

function useListed<Row extends { readonly id: string }>({ nameOf }: CellList<Row>) {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () =>
      (block: TypedBlock<Row>, faults: readonly FaultyCell[], rows: readonly Row[]): Refusal => {
        const faulty = new Map<string, Set<string>>();
        for (const { row, column } of faults) {
          const id = (block.shown[row - block.first] ?? rows[row - block.first])?.id;
          const columnId = block.columns[column]?.id;
          if (id === undefined || columnId === undefined) continue;
          const columns = faulty.get(id) ?? new Set();
          faulty.set(id, columns.add(columnId));
        }
        const lines = faults.slice(0, mostListed).map(({ row, column, typed, fault }) => {
          const there = block.shown[row - block.first] ?? rows[row - block.first];
          const place = t('components.cell.rowNo', { n: format.count(row + 1) });
          return {
            row: there === undefined ? place : nameOf(there),
            column: block.columns[column]?.title ?? t('components.cell.columnNo', { n: column + 1 }),
            typed,
            fault,
          };
        });
        return { faults: lines, count: faults.length, faulty };
      },
    [t, format, nameOf],
  );
}
