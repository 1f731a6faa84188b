import type { DragEvent } from 'react';
import type { ApplicationRow } from '#shared/contract/application-pages.ts';
import type { Countdown } from '#shared/domain/agenda.ts';
import type { BoardColumn } from '#shared/domain/board.ts';
import { dateOfInstant } from '#shared/domain/calendar-date.ts';
import { deadlineCountdown } from '#shared/domain/deadline-countdown.ts';
import { useCalendar } from '#renderer/api/use-calendar.ts';
import { paths } from '#renderer/components/paths.ts';
import { Person } from '#renderer/components/person.tsx';
import { StatusIcon } from '#renderer/components/status.tsx';
import { useOrderWords } from '#renderer/components/use-order-words.ts';
import { useFormat } from '#renderer/i18n/use-format.ts';
import { useT } from '#renderer/i18n/use-t.ts';
import { CardNote } from './card-note.tsx';
import { CardTicks } from './card-ticks.tsx';
import styles from './board.module.css';

export interface CardProps {
  readonly row: ApplicationRow;
  readonly column: BoardColumn;
  readonly nowMs: number;
  readonly isActive: boolean;
  /** It has been lifted: its place stays empty. */
  readonly isGhost: boolean;
  readonly hintId: string;
  readonly onActive: () => void;
  readonly onOpen: () => void;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** One application: whose, what for, what is left of its time. */
export function BoardCard({ row, column, nowMs, isActive, isGhost, hintId, ...on }: CardProps) {
  const t = useT();
  const orderWords = useOrderWords();
  const calendar = useCalendar();
  const today = dateOfInstant(nowMs);
  const countdown = row.clock && deadlineCountdown(row.clock, today, nowMs, calendar);
  const what = t('applications.board.what', { order: orderWords(row), account: row.accountName });
  return (
    <li className={styles.item}>
      <a
        href={paths.application(row.id)}
        className={`${styles.card} cf-focus-in`}
        data-card={row.id}
        data-late={countdown?.tone === 'danger' || undefined}
        data-ghost={isGhost || undefined}
        tabIndex={isActive ? 0 : -1}
        aria-describedby={hintId}
        draggable={column !== 'result'}
        onFocus={on.onActive}
        onClick={on.onOpen}
        onDragStart={on.onDragStart}
        onDragEnd={on.onDragEnd}
      >
        <span className={styles.name} title={row.clientName}>
          {row.clientName}
        </span>
        <span className={styles.what}>
          <span className="cf-cut cf-grow" title={what}>
            {what}
          </span>
          {row.consultantName !== null && <Person name={row.consultantName} />}
        </span>
        {countdown !== null && <CardTicks row={row} column={column} countdown={countdown} nowMs={nowMs} />}
        <span className={styles.due}>
          <DueWords row={row} countdown={countdown} nowMs={nowMs} />
          <CardNote row={row} column={column} nowMs={nowMs} />
        </span>
      </a>
    </li>
  );
}

interface DueProps {
  readonly row: ApplicationRow;
  readonly countdown: Countdown | null;
  readonly nowMs: number;
}

function DueWords({ row, countdown, nowMs }: DueProps) {
  const format = useFormat();
  const today = dateOfInstant(nowMs);
  if (countdown === null)
    return <span className="cf-ink-2">{format.dateNear(dateOfInstant(row.stageSinceAtMs), today)}</span>;
  const { tone } = countdown;
  return (
    <span className={tone === 'neutral' ? 'cf-ink-2' : `${styles.left} cf-${tone} cf-strong`}>
      {tone === 'danger' && (
        <StatusIcon of={countdown.form.startsWith('overdue') ? 'overdue' : 'hours_left'} size={14} />
      )}
      {format.countdown(countdown)}
    </span>
  );
}
