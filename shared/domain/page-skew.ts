import type { InkPart } from './page-ink.ts';

/** So far from straight a page is looked for, in degrees; what lies on its side is straight all the same. */
const mostDegrees = 12;
const stepDegrees = 0.25;
/** With fewer pieces there are no lines to go by. */
const fewestParts = 24;

/**
 * By how many degrees the lines of writing run down to the right (positive) or up, by the projection profile of the letters'
 * middles: at the right angle they fall on the fewest rows. Null where too little is written.
 */
export function skewOf(letters: readonly InkPart[]): number | null {
  if (letters.length < fewestParts) return null;
  const points = letters.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }));
  const row = letters.map(({ height }) => height).toSorted((a, b) => a - b)[letters.length >> 1] ?? 8;
  const flat = bestAngle(points, Math.max(3, row / 2));
  const upright = bestAngle(
    points.map(({ x, y }) => ({ x: y, y: -x })),
    Math.max(3, row / 2),
  );
  return flat.score >= upright.score ? flat.degrees : upright.degrees;
}

type Point = { readonly x: number; readonly y: number };

function bestAngle(points: readonly Point[], rowPx: number): { degrees: number; score: number } {
  let best = { degrees: 0, score: -1 };
  for (let degrees = -mostDegrees; degrees <= mostDegrees; degrees += stepDegrees) {
    const score = profileScore(points, (degrees * Math.PI) / 180, rowPx);
    const isBetter =
      score > best.score || (score === best.score && Math.abs(degrees) < Math.abs(best.degrees));
    if (isBetter) best = { degrees, score };
  }
  return best;
}

/** The sum of squares of how many points fall on each row; rows half a row apart count half, so that no edge cuts a line. */
function profileScore(points: readonly Point[], angle: number, rowPx: number): number {
  const rows = new Map<number, number>();
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  for (const { x, y } of points) {
    const place = (y * cos - x * sin) / rowPx;
    const low = Math.floor(place);
    const share = place - low;
    rows.set(low, (rows.get(low) ?? 0) + 1 - share);
    rows.set(low + 1, (rows.get(low + 1) ?? 0) + share);
  }
  let score = 0;
  for (const count of rows.values()) score += count * count;
  return score;
}
