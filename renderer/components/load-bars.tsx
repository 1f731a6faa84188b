/** The week's work by consultant: a tick a matter, red overdue, ours due, low grey waiting; the line is capacity. */
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
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
  /** Room for the ticks in px; they get narrower until the longest bar fits. */
  readonly room?: number;
  /** The list of what somebody has. */
  readonly onOpen?: (rowId: string) => void;
};

const sizes = [
  { width: 7, gap: 2 },
  { width: 5, gap: 1 },
  { width: 3, gap: 1 },
  { width: 2, gap: 1 },
  { width: 1, gap: 1 },
] as const;
const thinnest = { width: 1, gap: 0 } as const;

export function LoadBars({ rows, room: given, onOpen }: LoadBarsProps) {
  const narrow = useNarrow();
  const room = given ?? (narrow ? 156 : 234);
  const longest = Math.max(0, ...rows.map((row) => Math.max(lengthOf(row), row.capacity ?? 0)));
  const size = sizes.find(({ width, gap }) => longest * (width + gap) <= room) ?? thinnest;
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
          <LoadBar row={row} step={size.width + size.gap} tickWidth={size.width} room={room} />
          <span className={styles.note} data-over={row.over === true || undefined}>
            {row.over && <IconAlertTriangleFilled size={12} aria-hidden />}
            {row.note}
          </span>
        </li>
      ))}
    </ul>
  );
}

type LoadBarProps = {
  readonly row: LoadRow;
  readonly step: number;
  readonly tickWidth: number;
  readonly room: number;
};

function LoadBar({ row, step, tickWidth, room }: LoadBarProps) {
  const t = useT();
  const { name, overdue, due, waiting, capacity } = row;
  const inHand = overdue + due;
  return (
    <svg
      width={room}
      height={14}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t('components.load.label', { name, overdue, due, waiting })}
    >
      {Array.from({ length: inHand }, (_, index) => (
        <rect
          key={index}
          x={index * step}
          y={2}
          width={tickWidth}
          height={10}
          fill={index < overdue ? 'var(--cf-danger)' : 'var(--cf-brand-2)'}
        />
      ))}
      {Array.from({ length: waiting }, (_, index) => (
        <rect
          key={index}
          x={(inHand + index) * step}
          y={8}
          width={tickWidth}
          height={4}
          fill="var(--cf-tick-plan)"
        />
      ))}
      {capacity !== null && capacity > 0 && (
        <rect x={Math.min(room - 1, capacity * step - 2)} y={0} width={1} height={14} fill="var(--cf-ink)" />
      )}
    </svg>
  );
}

const lengthOf = (row: LoadRow): number => row.overdue + row.due + row.waiting;
