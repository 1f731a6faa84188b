/** How the bars of the week's work are drawn, in px: a tick a matter while they fit, else whole stretches to one scale. */

export interface LoadScale {
  /** From one matter to the next; below 1 where there are more matters than px. */
  readonly step: number;
  /** Of a tick; null where no ticks can be told apart any more. */
  readonly tickWidth: number | null;
}

const sizes = [
  { width: 7, gap: 2 },
  { width: 5, gap: 1 },
  { width: 3, gap: 1 },
  { width: 2, gap: 1 },
  { width: 1, gap: 1 },
] as const;

/** One scale for all bars, by which the longest fits into `room`. */
export function loadScale(longest: number, room: number): LoadScale {
  const size = sizes.find(({ width, gap }) => longest * (width + gap) <= room);
  if (size === undefined) return { step: room / longest, tickWidth: null };
  return { step: size.width + size.gap, tickWidth: size.width };
}

export interface Stretch {
  /** Matters before it. */
  readonly from: number;
  readonly count: number;
  readonly top: number;
  readonly height: number;
}

/** The outline of a stretch of a bar as one SVG path; empty without a matter. One matter alone is never too thin to be seen. */
export function stretchPath({ from, count, top, height }: Stretch, { step, tickWidth }: LoadScale): string {
  const box = (x: number, width: number): string => `M${x} ${top}h${width}v${height}h${-width}z`;
  if (count === 0) return '';
  if (tickWidth === null) return box(Math.round(from * step), Math.max(1, Math.round(count * step)));
  return Array.from({ length: count }, (_, index) => box((from + index) * step, tickWidth)).join('');
}
