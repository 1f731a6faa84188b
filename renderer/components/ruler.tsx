/** A clock at full size: one tick a unit, with words above and below that never run into each other. */
import { useElementSize } from '@mantine/hooks';
import { fittingStep, gapOf, placeMarks } from './ruler-layout.ts';
import type { PlacedMark, RulerMark } from './ruler-layout.ts';
import { toneColour } from './tone.ts';
import type { Tone } from './tone.ts';
import styles from './ruler.module.css';

/** `late`: what is left after the internal date, where nothing may go wrong any more. */
export type RulerTick = { readonly state: 'spent' | 'left' | 'late'; readonly rest?: boolean };

type RulerProps = {
  readonly ticks: readonly RulerTick[];
  readonly marks: readonly RulerMark[];
  /** Says the same in words. */
  readonly label: string;
  readonly tone?: Tone;
  /** From one tick to the next at most; what would not fit its place stands closer. */
  readonly step?: number;
};

const wideStep = 14;
const tall = 20;
const low = 8;
const rowHeight = 14;
/** From the top of the ticks to the baseline of the words above, and from their foot to that of the words below. */
const above = 8;
const below = 16;

export function Ruler({ ticks, marks, label, tone = 'warning', step: widest = wideStep }: RulerProps) {
  const { ref, width: room } = useElementSize();
  const step = room === 0 ? widest : fittingStep(ticks.length, room, widest);
  const gap = gapOf(step);
  const width = ticks.length * step - gap;
  const placed = placeMarks(marks, { width, positionOf: (at) => at * step - gap / 2 });
  const rowsAbove = rowsOn(placed, 'above');
  const rowsBelow = rowsOn(placed, 'below');
  const top = rowsAbove === 0 ? 4 : rowsAbove * rowHeight + 2;
  const foot = top + tall;
  const height = foot + (rowsBelow === 0 ? 4 : below + (rowsBelow - 1) * rowHeight + 4);
  const baselineOf = (mark: PlacedMark): number =>
    mark.side === 'above' ? top - above - mark.row * rowHeight : foot + below + mark.row * rowHeight;
  return (
    <div ref={ref} className={styles.room}>
      <svg className={styles.ruler} width={width} height={height} role="img" aria-label={label}>
        <RulerTicks ticks={ticks} step={step} foot={foot} tone={tone} />
        {placed.map((mark) => (
          <RulerWords key={mark.id} mark={mark} baseline={baselineOf(mark)} foot={foot} />
        ))}
      </svg>
    </div>
  );
}

type RulerTicksProps = {
  readonly ticks: readonly RulerTick[];
  readonly step: number;
  readonly foot: number;
  readonly tone: Tone;
};

function RulerTicks({ ticks, step, foot, tone }: RulerTicksProps) {
  return (
    <g shapeRendering="crispEdges">
      {ticks.map((tick, index) => {
        const height = tick.rest ? low : tall;
        return (
          <rect
            key={index}
            x={index * step}
            y={foot - height}
            width={step - gapOf(step)}
            height={height}
            fill={tickColour(tick.state, tone)}
          />
        );
      })}
    </g>
  );
}

type RulerWordsProps = { readonly mark: PlacedMark; readonly baseline: number; readonly foot: number };

function RulerWords({ mark, baseline, foot }: RulerWordsProps) {
  const lineTop = baseline + 2;
  return (
    <>
      {mark.line && (
        <rect
          x={mark.x}
          y={lineTop}
          width={1}
          height={foot + 4 - lineTop}
          fill="var(--cf-ink)"
          shapeRendering="crispEdges"
        />
      )}
      <text x={mark.textX} y={baseline} textAnchor={mark.anchor} data-ink={mark.ink}>
        {mark.text}
      </text>
    </>
  );
}

const rowsOn = (marks: readonly PlacedMark[], side: RulerMark['side']): number =>
  Math.max(0, ...marks.filter((mark) => mark.side === side).map((mark) => mark.row + 1));

function tickColour(state: RulerTick['state'], tone: Tone): string {
  switch (state) {
    case 'spent':
      return 'var(--cf-tick-spent)';
    case 'left':
      return toneColour(tone);
    case 'late':
      return 'var(--cf-danger)';
  }
}
