import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { BoardColumnPage } from '#shared/contract/application-board.ts';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import { boardColumns } from '#shared/domain/board.ts';
import type { BoardColumn as ColumnId } from '#shared/domain/board.ts';
import { useApi } from '#renderer/api/api.tsx';
import { QueryFailure } from '#renderer/api/query-failure.tsx';
import { iconStroke } from '#renderer/components/icon.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { BoardCard } from './board-card.tsx';
import { BoardColumn } from './board-column.tsx';
import { BoardFoot } from './board-foot.tsx';
import { keepPlace, placeLeft } from './board-place.ts';
import { BoardSkeleton } from './board-skeleton.tsx';
import { FoldedColumn } from './folded-column.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useCardFocus } from './use-card-focus.ts';
import type { BoardFilter } from './use-column-cards.ts';
import { useLift } from './use-lift.ts';
import { useLiftWords } from './use-lift-words.ts';
import styles from './board.module.css';

interface BoardProps {
  readonly filter: BoardFilter;
  readonly empty: ReactNode;
}

const openColumns = boardColumns.filter((column) => column !== 'result');

/** The applications of a filter by stage; a card that is put into another column records the step that leads there. */
export function Board({ filter, empty }: BoardProps) {
  const { query } = useApi();
  const list = JSON.stringify(filter);
  const [isUnfolded, setUnfolded] = useState(() => placeLeft(list).isUnfolded);
  const input = { filter, columns: isUnfolded ? [...boardColumns] : openColumns };
  const found = useQuery({
    ...query.applications.board.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  const info = useQuery(query.system.info.queryOptions());
  const failed = [found, info].find(({ error }) => error !== null);
  if (failed?.error) return <QueryFailure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!found.data || !info.data) return <BoardSkeleton />;
  if (found.data.total === 0) return <>{empty}</>;
  const fold = (isUnfolded: boolean): void => {
    setUnfolded(isUnfolded);
    keepPlace(list, { isUnfolded });
  };
  return (
    <Columns
      key={list}
      filter={filter}
      pages={found.data.columns}
      total={found.data.total}
      nowMs={info.data.nowMs}
      isUnfolded={isUnfolded}
      onFold={fold}
    />
  );
}

interface HeldCard {
  readonly row: ApplicationRow;
  readonly column: ColumnId;
}

interface ColumnsProps {
  readonly filter: BoardFilter;
  readonly pages: readonly BoardColumnPage[];
  readonly total: number;
  readonly nowMs: number;
  readonly isUnfolded: boolean;
  readonly onFold: (isUnfolded: boolean) => void;
}

function Columns({ filter, pages, total, nowMs, isUnfolded, onFold }: ColumnsProps) {
  const t = useT();
  const list = JSON.stringify(filter);
  const hintId = useId();
  const board = useRef<HTMLDivElement>(null);
  const focus = useCardFocus(board, placeLeft(list).cardId);
  const [longer, setLonger] = useState(() => placeLeft(list).longer);
  const open = (cardId: string): void => keepPlace(list, { cardId });
  const lift = useLift(open);
  const held = useRef<HeldCard | null>(null);
  const keys = useBoardKeys({ board, lift, focus, held: () => held.current });
  const { lifted } = lift;
  const want = (column: ColumnId): void => {
    const wider = new Set([...longer, column]);
    setLonger(wider);
    keepPlace(list, { longer: wider });
  };
  return (
    <>
      <div
        ref={board}
        className={styles.board}
        role="group"
        aria-label={t('applications.board.label')}
        data-unfolded={isUnfolded || undefined}
        onKeyDown={keys.onKeyDown}
      >
        {pages.map((page) => {
          const { column } = page;
          const drop = (): void => void keys.drop(column);
          if (column === 'result' && !isUnfolded) {
            return (
              <FoldedColumn
                key={column}
                page={page}
                nowMs={nowMs}
                lift={lift}
                onDrop={drop}
                onUnfold={() => onFold(true)}
              />
            );
          }
          return (
            <BoardColumn
              key={column}
              page={page}
              filter={filter}
              nowMs={nowMs}
              lift={lift}
              longer={{ isWanted: longer.has(column), want: () => want(column) }}
              onDrop={drop}
              end={column === 'result' && <FoldButton onFold={() => onFold(false)} />}
              card={(row) => (
                <BoardCard
                  key={row.id}
                  row={row}
                  column={column}
                  nowMs={nowMs}
                  isActive={focus.activeId === row.id}
                  isGhost={lifted?.row.id === row.id}
                  hintId={hintId}
                  onActive={() => {
                    held.current = { row, column };
                    focus.setActive(row.id);
                  }}
                  onOpen={() => open(row.id)}
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', row.clientName);
                    // The picture that is dragged is taken of the card as it stands.
                    setTimeout(() => lift.lift(row, column, 'pointer'));
                  }}
                  onDragEnd={lift.putBack}
                />
              )}
            />
          );
        })}
      </div>
      <VisuallyHidden id={hintId}>{t('applications.board.hint')}</VisuallyHidden>
      <VisuallyHidden role="status" aria-live="assertive">
        {useLiftWords(lift, nowMs)}
      </VisuallyHidden>
      <BoardFoot pages={pages} total={total} isLifted={lifted !== null} />
    </>
  );
}

function FoldButton({ onFold }: { readonly onFold: () => void }) {
  const t = useT();
  return (
    <ActionIcon aria-label={t('applications.board.fold')} onClick={onFold}>
      <IconChevronRight size={14} stroke={iconStroke} />
    </ActionIcon>
  );
}
