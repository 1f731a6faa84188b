import { z } from 'zod';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });
export type Rectangle = z.infer<typeof rectangle>;

/** Where a window was when it was last moved, in screen points. */
export const windowPlace = z.object({ bounds: rectangle, maximized: z.boolean() });
export type WindowPlace = z.infer<typeof windowPlace>;

export const defaultSize = { width: 1440, height: 900 };
export const minimumSize = { width: 1100, height: 700 };

/**
 * Where to open a window: as it was, as far as the displays that are there now show it whole; else in the middle of
 * the first display. `workAreas` are the displays without task bars, the main one first.
 */
export function placeWindow(
  saved: WindowPlace | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): WindowPlace {
  const area = saved === null ? undefined : mostCovered(saved.bounds, workAreas);
  if (saved === null || area === undefined) {
    return { bounds: centred(workAreas[0]), maximized: saved?.maximized ?? false };
  }
  const width = fitting(saved.bounds.width, minimumSize.width, area.width);
  const height = fitting(saved.bounds.height, minimumSize.height, area.height);
  return {
    bounds: {
      x: within(saved.bounds.x, area.x, area.x + area.width - width),
      y: within(saved.bounds.y, area.y, area.y + area.height - height),
      width,
      height,
    },
    maximized: saved.maximized,
  };
}

function mostCovered(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const covered = areas.filter((area) => overlap(bounds, area) > 0);
  return covered.sort((left, right) => overlap(bounds, right) - overlap(bounds, left))[0];
}

function overlap(left: Rectangle, right: Rectangle): number {
  const width = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const height = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  return Math.max(0, width) * Math.max(0, height);
}

function centred(area: Rectangle): Rectangle {
  const width = fitting(defaultSize.width, minimumSize.width, area.width);
  const height = fitting(defaultSize.height, minimumSize.height, area.height);
  const x = area.x + Math.max(0, Math.round((area.width - width) / 2));
  return { x, y: area.y + Math.max(0, Math.round((area.height - height) / 2)), width, height };
}

/** A display smaller than the smallest window does not make the window smaller. */
const fitting = (size: number, least: number, most: number): number => Math.max(least, Math.min(size, most));
const within = (value: number, first: number, last: number): number => Math.max(first, Math.min(value, last));
