/** The stage rail in one short line: past, present, to come. */
import { toneColour } from './tone.ts';
import type { Tone } from './tone.ts';

type StageDotsProps = {
  /** Index of the present step, from 0; `total` when all are past. */
  readonly at: number;
  readonly total: number;
  readonly tone?: Tone;
  readonly label: string;
};

const diameter = 8;
const step = 14;
const middle = diameter / 2;

export function StageDots({ at, total, tone = 'warning', label }: StageDotsProps) {
  const reached = Math.min(at, total - 1);
  return (
    <svg role="img" aria-label={label} width={(total - 1) * step + diameter} height={diameter}>
      <rect x={middle} y={middle - 0.5} width={reached * step} height={1} fill="var(--cf-ink-3)" />
      {Array.from({ length: total }, (_, index) => {
        const place = { cx: index * step + middle, cy: middle };
        if (index < at) return <circle key={index} {...place} r={3} fill="var(--cf-ink-3)" />;
        const present = index === at;
        return (
          <circle
            key={index}
            {...place}
            r={present ? 3 : 2.5}
            fill="var(--cf-surface)"
            stroke={present ? toneColour(tone) : 'var(--cf-tick-plan)'}
            strokeWidth={present ? 2 : 1}
          />
        );
      })}
    </svg>
  );
}
