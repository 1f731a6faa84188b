import { Pips } from '#renderer/components/pips.tsx';
import { span, Ticks } from '#renderer/components/ticks.tsx';
import type { Tick } from '#renderer/components/ticks.tsx';
import type { Leaf } from './leaf.ts';
import styles from './rules.module.css';

/** Beyond so many units the picture says nothing that the number does not. */
const most = 45;

/** How long a time limit is, in ticks of its own unit; chances as squares. The words stand beside it. */
export function Lasting({ of: { unit, total } }: { readonly of: NonNullable<Leaf['lasts']> }) {
  const ticks = ticksOf(unit, total);
  if (ticks.length > most) return null;
  return (
    <span className={styles.lasting} aria-hidden>
      {unit === 'times' ? <Pips spent={0} total={total} /> : <Ticks ticks={ticks} tone="info" label="" />}
    </span>
  );
}

/** Two hours, one day or one month a tick; the days of two weekends are low where every day counts. */
function ticksOf(unit: NonNullable<Leaf['lasts']>['unit'], total: number): readonly Tick[] {
  switch (unit) {
    case 'hour': {
      const count = Math.ceil(total / 2);
      return span(count, count);
    }
    case 'calendar_day':
      return span(
        total,
        total,
        Array.from({ length: total }, (_, day) => day).filter((day) => day % 7 > 4),
      );
    case 'working_day':
    case 'month':
    case 'times':
      return span(total, total);
  }
}
