import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { BoardMoveRow } from '#shared/contract/application-board.ts';
import { boardColumns } from '#shared/domain/board.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { useApi } from '#renderer/api/api.tsx';
import { useFailures } from '#renderer/api/failures.tsx';
import { useAction } from '#renderer/api/use-action.ts';
import { navigateTo, paths } from '#renderer/components/paths.ts';
import { useT } from '#renderer/i18n/use-t.ts';

interface Lifted {
  readonly row: ApplicationRow;
  readonly from: BoardColumn;
  readonly over: BoardColumn;
  readonly by: 'keys' | 'pointer';
}

export interface Lift {
  readonly lifted: Lifted | null;
  /** What a drop into a column would do; undefined while it is not known, and of its own column. */
  readonly moveTo: (column: BoardColumn) => BoardMoveRow | undefined;
  readonly lift: (row: ApplicationRow, from: BoardColumn, by: Lifted['by']) => void;
  readonly goOver: (column: BoardColumn) => void;
  /** One column on; gives the column that it is over then. */
  readonly goBeside: (step: 1 | -1) => BoardColumn | undefined;
  readonly putBack: () => void;
  /** Records the step that leads into the column; a closed one keeps the card. Resolves with what came of it. */
  readonly drop: (column: BoardColumn) => Promise<Dropped>;
}

export type Dropped = 'moved' | 'asked' | 'closed' | 'put_back';

/** A card that is carried to another column, by the pointer or by keys. */
export function useLift(onAsk: (id: string) => void): Lift {
  const t = useT();
  const { backend, query } = useApi();
  const act = useAction();
  const { report } = useFailures();
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const moves = useQuery({
    ...query.applications.boardMoves.queryOptions({ input: { id: lifted?.row.id ?? '-' } }),
    enabled: lifted !== null,
    // Where a card could go when it was lifted before says nothing about now.
    gcTime: 0,
  }).data?.moves;
  const moveTo = (column: BoardColumn) => moves?.find((move) => move.column === column);
  const goOver = (over: BoardColumn): void => {
    if (lifted !== null && lifted.over !== over) setLifted({ ...lifted, over });
  };
  const putBack = (): void => setLifted(null);
  const record = async ({ row }: Lifted, column: BoardColumn): Promise<Dropped> => {
    const shown = moveTo(column);
    const known = await backend.applications.boardMoves({ id: row.id }).catch((error: unknown) => {
      report(error);
    });
    if (known === undefined) {
      putBack();
      return 'put_back';
    }
    const move = known.moves.find((each) => each.column === column);
    // What was written meanwhile may lead elsewhere: only the step that was shown is recorded.
    const isAsShown =
      shown === undefined || (shown.isOpen && move?.isOpen === true && shown.step === move.step);
    if (move?.isOpen !== true || !isAsShown) return 'closed';
    putBack();
    if (move.asks) {
      onAsk(row.id);
      navigateTo(paths.applicationStep(row.id, move.step));
      return 'asked';
    }
    const step = { kind: move.step } as Parameters<typeof backend.applications.step>[0]['step'];
    const done = await act(
      () => backend.applications.step({ id: row.id, step }),
      t(`application.step.done.${move.step}`),
    );
    return done === undefined ? 'put_back' : 'moved';
  };
  return {
    lifted,
    moveTo,
    lift: (row, from, by) => setLifted({ row, from, over: from, by }),
    goOver,
    goBeside: (step) => {
      const next = lifted ? boardColumns[boardColumns.indexOf(lifted.over) + step] : undefined;
      if (next !== undefined) goOver(next);
      return next;
    },
    putBack,
    drop: async (column) => {
      if (lifted === null) return 'put_back';
      if (column !== lifted.from) return record(lifted, column);
      putBack();
      return 'put_back';
    },
  };
}
