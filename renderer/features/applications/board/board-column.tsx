import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { BoardColumnPage } from '#shared/contract/application-board.ts';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { Status } from '#renderer/components/status.tsx';
import { TextButton } from '#renderer/components/text-button.tsx';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { closedWords, moveLines, ruleLine } from './move-words.ts';
import type { OpenMove } from './move-words.ts';
import { useColumnCards } from './use-column-cards.ts';
import type { BoardFilter } from './use-column-cards.ts';
import type { Lift } from './use-lift.ts';
import styles from './board.module.css';

interface BoardColumnProps {
  readonly page: BoardColumnPage;
  readonly filter: BoardFilter;
  readonly nowMs: number;
  readonly lift: Lift;
  readonly longer: { readonly isWanted: boolean; readonly want: () => void };
  readonly onDrop: () => void;
  readonly end?: ReactNode;
  readonly card: (row: ApplicationRow) => ReactNode;
}

/** One column: its figures and rule, the cards by urgency, and what a card that is carried over it would become. */
export function BoardColumn({ page, filter, nowMs, lift, longer, onDrop, end, card }: BoardColumnProps) {
  const t = useT();
  const format = useFormat();
  const { column, count } = page;
  const cards = useColumnCards(page, filter, longer);
  const { lifted } = lift;
  const isOver = lifted !== null && lifted.over === column && lifted.from !== column;
  const move = lifted === null ? undefined : lift.moveTo(column);
  const isClosed = move?.isOpen === false;
  const rest = count - cards.rows.length;
  const title = t(`applications.board.column.${column}`);
  const list = useRef<HTMLDivElement>(null);
  return (
    <section
      className={styles.column}
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
      <header className={styles.columnHead}>
        <h2>
          <span className="cf-cut">{title}</span>
          <span className={styles.count}>{countWords(page, lift, isOver && !isClosed, format.count)}</span>
          <span className={styles.columnEnd}>
            <Alarm page={page} />
            {end}
          </span>
        </h2>
        <p className="cf-xs cf-ink-3">
          {move?.isOpen === false ? closedWords(move, t) : ruleLine(column, page.clocks, t)}
        </p>
      </header>
      <div className={styles.cards} ref={list}>
        {isOver && move?.isOpen === true && (
          <Slot move={move} nowMs={nowMs} isByKeys={lifted.by === 'keys'} />
        )}
        <ul>{cards.rows.map(card)}</ul>
        {rest > 0 && (
          <More
            count={rest}
            list={list}
            isIdle={!cards.isReading}
            isLonger={longer.isWanted}
            onMore={cards.readMore}
          />
        )}
      </div>
    </section>
  );
}

/** How many there are, and how many there would be. */
function countWords(
  { column, count }: BoardColumnPage,
  { lifted, moveTo }: Lift,
  isTarget: boolean,
  said: (n: number) => string,
): string {
  const leaves = lifted?.from === column && moveTo(lifted.over)?.isOpen === true;
  if (!isTarget && !leaves) return said(count);
  return `${said(count)} → ${said(count + (isTarget ? 1 : -1))}`;
}

function Alarm({ page: { overdue, pressing } }: Pick<BoardColumnProps, 'page'>) {
  const t = useT();
  if (overdue > 0) return <Status of="overdue">{t('applications.board.overdue', { n: overdue })}</Status>;
  if (pressing > 0)
    return <Status of="hours_left">{t('applications.board.pressing', { n: pressing })}</Status>;
  return null;
}

interface SlotProps {
  readonly move: OpenMove;
  readonly nowMs: number;
  readonly isByKeys: boolean;
}

/** What a drop would record. */
function Slot({ move, nowMs, isByKeys }: SlotProps) {
  const t = useT();
  const format = useFormat();
  const [first, ...others] = moveLines(move, isByKeys, { t, format, today: dateOfInstant(nowMs), nowMs });
  return (
    <div className={styles.slot}>
      <p className="cf-strong">{first}</p>
      {others.map((line) => (
        <p key={line} className="cf-xs">
          {line}
        </p>
      ))}
    </div>
  );
}

interface MoreProps {
  readonly count: number;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly isIdle: boolean;
  /** The first press has been made: from then on cards follow the scrolling. */
  readonly isLonger: boolean;
  readonly onMore: () => void;
}

function More({ count, list, isIdle, isLonger, onMore }: MoreProps) {
  const t = useT();
  const format = useFormat();
  const end = useRef<HTMLDivElement>(null);
  const arrive = useEffectEvent(onMore);
  useEffect(() => {
    if (!isIdle || end.current === null) return;
    const watch = new IntersectionObserver(
      (seen) => {
        const isScrolled = (list.current?.scrollTop ?? 0) > 0;
        if (seen.some(({ isIntersecting }) => isIntersecting) && (isLonger || isScrolled)) arrive();
      },
      { root: list.current, rootMargin: '200px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [isIdle, isLonger, list]);
  return (
    <div ref={end} className={styles.more}>
      <TextButton onClick={onMore}>{t('applications.board.more', { n: format.count(count) })}</TextButton>
    </div>
  );
}
