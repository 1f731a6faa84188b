import { quantile } from './page-pixels.ts';
import type { PagePixels } from './page-pixels.ts';
import { pageSides, shrunkBy, viewFrom } from './page-view.ts';
import type { PageSide, SideView } from './page-view.ts';

/**
 * A straight line more or less along a side, at which the colour changes: so deep in the page at the middle of the side, and so
 * much deeper with each pixel along it, in pixels of the page.
 */
export type EdgeLine = {
  readonly deep: number;
  readonly slope: number;
  /** The part of the side's length along which it is seen, in pixels. */
  readonly from: number;
  readonly to: number;
};

/** How deep a line lies at a place along its side. */
export const deepAt = ({ deep, slope }: EdgeLine, along: number, length: number): number =>
  deep + slope * (along - length / 2);

/** Lines are looked for in a picture of at most this long side. */
const longSidePx = 800;
/** The sheet's edge is not looked for deeper than this share of the page, nor turned by more (8°). */
const [deepestShare, mostSlope] = [0.35, 0.14];
/** The change of colour is taken at so many places along a side, between the means of so many pixels before and behind. */
const [placeCount, windowPx] = [96, 2];
/** A printed rule is no stronger than the edge of a sheet: more than this counts no more. */
const mostStep = 24;
/** A fainter line is texture of the ground. */
const leastStep = 3.5;
/** The sheet's edge is seen along so much of the side. */
const leastSupport = 0.5;
/** A line that is fainter than this share of the strongest is texture of the ground too. */
const strengthShare = 0.5;
/** And one that is fainter than this share of the strongest at another side. */
const sidesShare = 0.25;
/** Steps are kept as whole numbers of so many parts. */
const parts = 16;

type Found = EdgeLine & { readonly strength: number };

/** For each side the lines along it, from the outermost inwards, that are not much fainter than the strongest of them. */
export function linesAlongSides(page: PagePixels): Readonly<Record<PageSide, readonly EdgeLine[]>> {
  const by = Math.ceil(Math.max(page.widthPx, page.heightPx) / longSidePx);
  const small = shrunkBy(page, by);
  const along = (side: PageSide): Found[] => linesOf(viewFrom(small, side));
  const found = { left: along('left'), top: along('top'), right: along('right'), bottom: along('bottom') };
  const strongestOf = (lines: readonly Found[]): number =>
    Math.max(0, ...lines.map(({ strength }) => strength));
  const strongest = strongestOf(pageSides.flatMap((side) => found[side]));
  const strong = (lines: readonly Found[]): EdgeLine[] => {
    const least = Math.max(strongestOf(lines) * strengthShare, strongest * sidesShare);
    return lines
      .filter(({ strength }) => strength >= least)
      .map(({ deep, slope, from, to }) => ({ deep: deep * by, slope, from: from * by, to: to * by }));
  };
  return {
    left: strong(found.left),
    top: strong(found.top),
    right: strong(found.right),
    bottom: strong(found.bottom),
  };
}

type Steps = {
  readonly values: Int16Array;
  readonly deepest: number;
  readonly places: readonly number[];
  readonly length: number;
};

function linesOf(view: SideView): Found[] {
  const steps = stepsOf(view);
  const best = strongestByDepth(steps);
  return best.flatMap((line, deep) => {
    if (line === undefined || line.strength < leastStep) return [];
    const around = best.slice(Math.max(0, deep - 4), deep + 5);
    if (around.some((other) => other !== undefined && other.strength > line.strength)) return [];
    const seen = seenAt(steps, deep, line);
    const first = seen.indexOf(true);
    if (seen.filter(Boolean).length < placeCount * leastSupport) return [];
    const each = steps.length / placeCount;
    const { strength, slope } = line;
    return [{ deep, slope, strength, from: first * each, to: (seen.lastIndexOf(true) + 1) * each }];
  });
}

/** How much the colour changes inwards, at each place and depth, in each channel. */
function stepsOf({ data, length, depth, indexOf }: SideView): Steps {
  const deepest = Math.floor(depth * deepestShare);
  const places = Array.from({ length: placeCount }, (_, index) =>
    Math.floor(((index + 0.5) / placeCount) * length),
  );
  const values = new Int16Array(placeCount * deepest * 3);
  for (const [place, along] of places.entries())
    for (let deep = 1, to = (place * deepest + 1) * 3; deep < deepest; deep += 1)
      for (let channel = 0; channel < 3; channel += 1, to += 1) {
        const reach = Math.min(windowPx, deep);
        let sum = 0;
        for (let by = 0; by < reach; by += 1)
          sum +=
            (data[indexOf(along, deep + by) + channel] ?? 0) -
            (data[indexOf(along, deep - 1 - by) + channel] ?? 0);
        values[to] = Math.max(-mostStep, Math.min(mostStep, sum / reach)) * parts;
      }
  return { values, deepest, places, length };
}

type Slanted = { readonly strength: number; readonly slope: number; readonly change: readonly number[] };

/** For each depth at the middle of the side the slope at which the change of colour, summed up along the line, is strongest. */
function strongestByDepth({ values, deepest, places, length }: Steps): (Slanted | undefined)[] {
  const best: (Slanted | undefined)[] = Array.from({ length: deepest }, () => undefined);
  const each = 2.5 / length;
  for (let turn = -Math.floor(mostSlope / each); turn * each <= mostSlope; turn += 1) {
    const slope = turn * each;
    const shifts = places.map((along) => Math.round(slope * (along - length / 2)));
    for (let deep = 1; deep < deepest; deep += 1) {
      let [red, green, blue, count] = [0, 0, 0, 0];
      for (let place = 0; place < placeCount; place += 1) {
        const own = deep + (shifts[place] ?? 0);
        if (own < 1 || own >= deepest) continue;
        const at = (place * deepest + own) * 3;
        red += values[at] ?? 0;
        green += values[at + 1] ?? 0;
        blue += values[at + 2] ?? 0;
        count += 1;
      }
      if (count < placeCount * leastSupport) continue;
      const strength = Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / (placeCount * parts);
      if (strength > (best[deep]?.strength ?? 0))
        best[deep] = { strength, slope, change: [red, green, blue] };
    }
  }
  return best;
}

/** Along a line so much of its usual change counts as seen, and no less than so much. */
const [seenShare, leastSeen] = [0.4, 2.5];

/** At which places the colour changes as it does along the whole of the line. */
function seenAt({ values, deepest, places, length }: Steps, deep: number, line: Slanted): boolean[] {
  const [red = 0, green = 0, blue = 0] = line.change;
  const norm = Math.hypot(red, green, blue) * parts;
  const changes = places.map((along, place) => {
    const middle = deep + Math.round(line.slope * (along - length / 2));
    let most = 0;
    for (let own = Math.max(1, middle - 1); own <= Math.min(deepest - 1, middle + 1); own += 1) {
      const at = (place * deepest + own) * 3;
      const change = (values[at] ?? 0) * red + (values[at + 1] ?? 0) * green + (values[at + 2] ?? 0) * blue;
      most = Math.max(most, change / norm);
    }
    return most;
  });
  const least = Math.max(leastSeen, quantile(changes, 0.75) * seenShare);
  return changes.map((change) => change >= least);
}
