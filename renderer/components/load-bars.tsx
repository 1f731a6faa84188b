/** The week's work by consultant: a tick a matter, red overdue, ours due, low grey waiting; the line is capacity. */
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { loadScale, stretchPath } from './load-bar-shape.ts';
import type { LoadScale } from './load-bar-shape.ts';
import { useNarrow } from './use-narrow.ts';
import styles from './load-bars.module.css';

export type LoadRow = {
  readonly id: string;
  readonly name: string;
  readonly overdue: number;
  readonly due: number;
  readonly waiting: number;
  /** Matters the consultant can do in the time shown; null draws no line. */
  readonly capacity: number | null;
  /** Such as 余 1 件 or 超 3 件. */
  readonly note?: ReactNode;
  readonly over?: boolean;
};

type LoadBarsProps = {
  readonly rows: readonly LoadRow[];
  readonly drawing: LoadDrawing;
  /** The list of what somebody has. */
  readonly onOpen?: (rowId: string) => void;
};

export interface LoadDrawing {
  /** For the ticks in px; they get narrower until the longest bar fits, and stretches where none would. */
  readonly room: number;
  readonly scale: LoadScale;
}

/** One scale for the bars of all rows; whether they show ticks is what a legend says. */
export function useLoadDrawing(rows: readonly LoadRow[]): LoadDrawing {
  const room = useNarrow() ? 136 : 214;
  const longest = Math.max(0, ...rows.map((row) => Math.max(lengthOf(row), row.capacity ?? 0)));
  return { room, scale: loadScale(longest, room) };
}

export function LoadBars({ rows, drawing, onOpen }: LoadBarsProps) {
  return (
    <ul className={styles.load}>
      {rows.map((row) => (
        <li key={row.id}>
          {onOpen && lengthOf(row) > 0 ? (
            <button type="button" className={`${styles.name} cf-cut`} onClick={() => onOpen(row.id)}>
              {row.name}
            </button>
          ) : (
            <span className="cf-cut">{row.name}</span>
          )}
          <LoadBar row={row} {...drawing} />
          <span className={styles.note} data-over={row.over === true || undefined}>
            {row.over && <IconAlertTriangleFilled size={12} aria-hidden />}
            {row.note}
          </span>
        </li>
      ))}
    </ul>
  );
}

type LoadBarProps = LoadDrawing & { readonly row: LoadRow };

function LoadBar({ row, scale, room }: LoadBarProps) {
  const t = useT();
  const { name, overdue, due, waiting, capacity } = row;
  const inHand = overdue + due;
  const parts = [
    { from: 0, count: overdue, top: 2, height: 10, fill: 'var(--cf-danger)' },
    { from: overdue, count: due, top: 2, height: 10, fill: 'var(--cf-brand-2)' },
    { from: inHand, count: waiting, top: 8, height: 4, fill: 'var(--cf-tick-plan)' },
  ];
  return (
    <svg
      width={room}
      height={14}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t('components.load.label', { name, overdue, due, waiting })}
    >
      {parts.map(({ fill, ...part }) => (
        <path key={fill} d={stretchPath(part, scale)} fill={fill} />
      ))}
      {capacity !== null && capacity > 0 && (
        <rect
          x={Math.min(room - 1, capacity * scale.step - 2)}
          y={0}
          width={1}
          height={14}
          fill="var(--cf-ink)"
        />
      )}
    </svg>
  );
}

const lengthOf = (row: LoadRow): number => row.overdue + row.due + row.waiting;
