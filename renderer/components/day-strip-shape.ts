/** How the days of the strip are drawn, in px: a tick a matter while the fullest day has room, else all to one scale. */

/** From the lowest tick to the number above it. */
export const room = 39;
export const tickHeight = 3;
const gap = 1;
const mostTicks = 10;

export const partKinds = ['legal', 'due', 'overdue'] as const;
export type DayCounts = Readonly<Record<(typeof partKinds)[number], number>>;

export interface StripPart {
  readonly kind: (typeof partKinds)[number];
  readonly height: number;
}

const totalOf = ({ legal, due, overdue }: DayCounts): number => legal + due + overdue;

/** Matters of the fullest day, by which all are drawn; null while each matter has a tick of its own. */
export function stripScale(days: readonly DayCounts[]): number | null {
  const fullest = Math.max(0, ...days.map(totalOf));
  return fullest <= mostTicks ? null : fullest;
}

/** What a day is drawn of, from the top. To scale, a single matter is still as high as a tick, so that it is seen. */
export function stripParts(day: DayCounts, fullest: number | null): StripPart[] {
  const kinds = partKinds.filter((kind) => day[kind] > 0);
  if (fullest === null)
    return kinds.flatMap((kind) => Array<StripPart>(day[kind]).fill({ kind, height: tickHeight }));
  const full = Math.max(tickHeight, Math.round((totalOf(day) / fullest) * room));
  // Where the kinds of a small day have no room for a tick each, it is higher by what they need.
  const least = kinds.length * (tickHeight + gap) - gap;
  const left = Math.max(full, least) - least;
  const ends = kinds.map((_, index) => kinds.slice(0, index + 1).reduce((sum, kind) => sum + day[kind], 0));
  const endOf = (index: number): number => Math.round((left * (ends[index] ?? 0)) / totalOf(day));
  return kinds.map((kind, index) => ({ kind, height: tickHeight + endOf(index) - endOf(index - 1) }));
}
