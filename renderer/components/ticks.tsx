/** Everything that runs out is drawn in ticks of its own unit: 30 days, 15 working days, 24 hours, 12 months. */
import { toneColour } from './tone.ts';
import styles from './ticks.module.css';
import type { Tone } from './tone.ts';

const states = ['spent', 'left', 'plan'] as const;
export type TickState = (typeof states)[number];
/** `rest`: a day that is not worked, drawn low. */
export type Tick = { readonly state: TickState; readonly rest?: boolean };

type TicksProps = {
  readonly ticks: readonly Tick[];
  readonly tone: Tone;
  /** Says the same in words. */
  readonly label: string;
  readonly width?: number;
  readonly gap?: number;
  readonly height?: number;
  readonly restHeight?: number;
  /** Number of ticks before the line that marks the present. */
  readonly now?: number;
};

/** One shape a state: a long list has thousands of ticks. */
export function Ticks({
  ticks,
  tone,
  label,
  width = 3,
  gap = 1,
  height = 10,
  restHeight = 4,
  now,
}: TicksProps) {
  const step = width + gap;
  const length = Math.max(0, ticks.length * step - gap);
  const outline = ({ rest }: Tick, index: number): string => {
    const tickHeight = rest ? restHeight : height;
    return `M${index * step} ${height - tickHeight}h${width}v${tickHeight}h${-width}z`;
  };
  return (
    <svg
      className={styles.ticks}
      role="img"
      aria-label={label}
      width={length}
      height={height}
      viewBox={`0 0 ${length} ${height}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      {states.map((state) => {
        const d = ticks.map((tick, index) => (tick.state === state ? outline(tick, index) : '')).join('');
        return d !== '' && <path key={state} d={d} fill={tickColour(state, tone)} />;
      })}
      {now !== undefined && (
        <rect x={now * step - gap} y={0} width={1} height={height} fill="var(--cf-ink)" />
      )}
    </svg>
  );
}

/** A stretch of `total` units of which the last `left` remain; `rest` names the units that are not worked. */
export function span(total: number, left: number, rest: readonly number[] = []): readonly Tick[] {
  const remaining = Math.min(Math.max(left, 0), total);
  return Array.from({ length: total }, (_, index) => ({
    state: index < total - remaining ? 'spent' : 'left',
    rest: rest.includes(index),
  }));
}

/** `have` of `all` papers: what is there in grey, what lacks in the tone. */
export function shortfall(have: number, all: number): readonly Tick[] {
  return Array.from({ length: all }, (_, index) => ({ state: index < have ? 'plan' : 'left' }));
}

/** One tick a day up to and with the last; days up to today are spent, days off are low. Dates are ISO text. */
export function dayTicks(
  days: readonly { readonly date: string; readonly off: boolean }[],
  today: string,
): readonly Tick[] {
  return days.map(({ date, off }) => ({ state: date <= today ? 'spent' : 'left', rest: off }));
}

function tickColour(state: TickState, tone: Tone): string {
  switch (state) {
    case 'spent':
      return 'var(--cf-tick-spent)';
    case 'plan':
      return 'var(--cf-tick-plan)';
    case 'left':
      return toneColour(tone);
  }
}
