/** Refill chances as squares: filled is spent, ringed is being used, hollow is left. */
import { useT } from '#renderer/i18n/use-t.ts';
import { toneColour } from './tone.ts';
import type { Tone } from './tone.ts';

type PipsProps = {
  readonly spent: number;
  readonly using?: number;
  /** Null where no limit is known: then nothing is drawn. */
  readonly total: number | null;
  readonly tone?: Tone;
  readonly size?: number;
  readonly label?: string;
};

const gap = 3;

export function Pips({ spent, using = 0, total, tone = 'info', size = 8, label }: PipsProps) {
  const t = useT();
  if (total === null) return null;
  return (
    <svg
      role="img"
      aria-label={label ?? t('components.pips', { total, spent: Math.min(spent, total) })}
      width={Math.max(0, total * (size + gap) - gap)}
      height={size}
    >
      {Array.from({ length: total }, (_, index) => {
        const x = index * (size + gap);
        if (index < spent) return <SpentPip key={index} x={x} size={size} />;
        if (index < spent + using) return <UsedPip key={index} x={x} size={size} tone={tone} />;
        return <LeftPip key={index} x={x} size={size} />;
      })}
    </svg>
  );
}

type PipProps = { readonly x: number; readonly size: number };

function SpentPip({ x, size }: PipProps) {
  return <rect x={x} y={0} width={size} height={size} rx={2} fill="var(--cf-ink-3)" />;
}

function LeftPip({ x, size }: PipProps) {
  return (
    <rect
      x={x + 0.5}
      y={0.5}
      width={size - 1}
      height={size - 1}
      rx={2}
      fill="none"
      stroke="var(--cf-control)"
    />
  );
}

function UsedPip({ x, size, tone }: PipProps & { readonly tone: Tone }) {
  return (
    <>
      <rect
        x={x + 0.75}
        y={0.75}
        width={size - 1.5}
        height={size - 1.5}
        rx={1.5}
        fill="none"
        stroke={toneColour(tone)}
        strokeWidth={1.5}
      />
      <rect x={x + 2.5} y={2.5} width={size - 5} height={size - 5} fill={toneColour(tone)} />
    </>
  );
}
