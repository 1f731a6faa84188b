/** Five years on one line, a tick a month: what was held, what is left, when it may be renewed. Dates are ISO text. */
import { toneColour } from './tone.ts';
import type { Tone } from './tone.ts';
import styles from './lane.module.css';

const years = 5;
const months = years * 12;
const width = 4;
const step = 5;
const height = 31;
const tickTop = 10;
const tickHeight = 10;
const renewedRise = 4;

export type LaneProps = {
  /** Says the same in words. */
  readonly label: string;
  readonly today: string;
  readonly from?: string | null;
  /** Last day; 'forever' has none; null: nothing is held. */
  readonly until?: string | null;
  /** Tone of the months that are left; without one they are grey. */
  readonly tone?: Tone;
  /** First days of certified years. */
  readonly renewed?: readonly string[];
  /** When it may be renewed. */
  readonly window?: readonly [string, string];
  /** What is held has ended: the months from its end to today are red. */
  readonly lapsed?: boolean;
  /** What a renewal would add. */
  readonly plan?: readonly [string, string];
};

/** The years a lane shows: two before the present one, two after. */
export function laneYears(today: string): readonly number[] {
  const first = yearOf(today) - 2;
  return Array.from({ length: years }, (_, index) => first + index);
}

/** Years above a column of lanes. */
export function LaneAxis({ today }: { readonly today: string }) {
  return (
    <span className={styles.axis} aria-hidden>
      {laneYears(today).map((year) => (
        <span key={year} data-now={year === yearOf(today) || undefined}>
          {year}
        </span>
      ))}
    </span>
  );
}

export function Lane(props: LaneProps) {
  const { label, today, window } = props;
  const place = placeFrom(today);
  return (
    <svg
      className={styles.lane}
      role="img"
      aria-label={label}
      width={months * step}
      height={height}
      shapeRendering="crispEdges"
    >
      {Array.from({ length: years - 1 }, (_, index) => (
        <rect key={index} x={(index + 1) * 12 * step - 1} width={1} height="100%" fill="var(--cf-line)" />
      ))}
      <svg y="50%" overflow="visible">
        <g transform={`translate(0 ${-height / 2})`}>
          {Array.from({ length: months }, (_, index) => (
            <MonthTick key={index} index={index} place={place} lane={props} />
          ))}
          {window && (
            <rect
              x={place.exact(window[0])}
              y={22}
              width={Math.max(2, place.exact(window[1]) - place.exact(window[0]))}
              height={2}
              fill="var(--cf-brand-2)"
            />
          )}
        </g>
      </svg>
      <rect x={place.exact(today)} width={1} height="100%" fill="var(--cf-ink)" />
    </svg>
  );
}

type Place = { readonly month: (date: string) => number; readonly exact: (date: string) => number };

function MonthTick({
  index,
  place,
  lane,
}: {
  readonly index: number;
  readonly place: Place;
  readonly lane: LaneProps;
}) {
  const now = place.month(lane.today);
  const first = lane.from ? Math.max(0, place.month(lane.from)) : 0;
  const last = lastMonth(place, lane.until);
  const x = index * step;
  if (lane.from && index >= first && index <= last) {
    const rise = lane.renewed?.some((date) => place.month(date) === index) ? renewedRise : 0;
    const fill = rise > 0 && index < now ? 'var(--cf-ink-3)' : heldColour(index < now, lane);
    return <rect x={x} y={tickTop - rise} width={width} height={tickHeight + rise} fill={fill} />;
  }
  if (lane.lapsed && index > last && index <= now) {
    return <rect x={x} y={tickTop} width={width} height={tickHeight} fill="var(--cf-danger)" />;
  }
  if (lane.plan && index >= place.month(lane.plan[0]) && index <= place.month(lane.plan[1])) {
    return (
      <rect
        x={x + 0.5}
        y={tickTop + 0.5}
        width={width - 1}
        height={tickHeight - 1}
        fill="none"
        stroke="var(--cf-tick-plan)"
      />
    );
  }
  return null;
}

function heldColour(past: boolean, lane: LaneProps): string {
  if (past || lane.lapsed) return 'var(--cf-tick-spent)';
  return lane.tone ? toneColour(lane.tone) : 'var(--cf-tick-plan)';
}

function lastMonth(place: Place, until: string | null | undefined): number {
  if (until === 'forever') return months - 1;
  return until ? Math.min(months - 1, place.month(until)) : -1;
}

function placeFrom(today: string): Place {
  const first = yearOf(today) - 2;
  const month = (date: string): number => (yearOf(date) - first) * 12 + Number(date.slice(5, 7)) - 1;
  const inMonth = (date: string): number => Math.round(((Number(date.slice(8, 10)) - 1) / 31) * step);
  const clamp = (x: number): number => Math.min(months * step - 1, Math.max(0, x));
  return { month, exact: (date) => clamp(month(date) * step + inMonth(date)) };
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
