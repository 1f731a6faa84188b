import { ActionIcon } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { BoardColumnPage } from '#shared/contract/application-board.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { iconStroke } from '#renderer/components/icon.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { closedWords, moveLines } from './move-words.ts';
import type { Lift } from './use-lift.ts';
import styles from './board.module.css';

interface FoldedColumnProps {
  readonly page: BoardColumnPage;
  readonly nowMs: number;
  readonly lift: Lift;
  readonly onDrop: () => void;
  readonly onUnfold: () => void;
}

/** The results at the board's edge: how many the filter holds, and a place for a card that ends. */
export function FoldedColumn({ page: { column, count }, nowMs, lift, onDrop, onUnfold }: FoldedColumnProps) {
  const t = useT();
  const format = useFormat();
  const { lifted } = lift;
  const move = lifted === null ? undefined : lift.moveTo(column);
  const isOver = lifted?.over === column;
  const isClosed = move?.isOpen === false;
  const title = t('applications.board.column.result');
  const speech = { t, format, today: dateOfInstant(nowMs), nowMs };
  return (
    <section
      className={styles.folded}
      data-column={column}
      data-over={(isOver && !isClosed) || undefined}
      data-closed={isClosed || undefined}
      aria-label={t('applications.board.columnName', { title, n: format.count(count) })}
      onDragOver={(event) => {
        if (lifted?.by !== 'pointer') return;
        lift.goOver(column);
        if (!isClosed) event.preventDefault();
      }}
      onDrop={(event) => {
        if (lifted?.by !== 'pointer') return;
        event.preventDefault();
        onDrop();
      }}
    >
      <ActionIcon aria-label={t('applications.board.unfold')} onClick={onUnfold}>
        <IconChevronLeft size={14} stroke={iconStroke} />
      </ActionIcon>
      <h2>{title}</h2>
      {count > 0 && <span className="cf-ink-3">{format.count(count)}</span>}
      {isOver && move !== undefined && (
        <p className="cf-xs">
          {move.isOpen
            ? moveLines(move, lifted.by === 'keys', speech).join(t('applications.board.stop'))
            : closedWords(move, t)}
        </p>
      )}
    </section>
  );
}
