/** The text layer of a PDF's page as runs of characters, each with its place in page coordinates. */
import type { PageBox } from './page-box.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface TextRun {
  readonly text: string;
  /** Where its first character stands on the base line, and how far and where to the line runs. */
  readonly start: Point;
  readonly along: Point;
  /** From the base line to the top of the characters. */
  readonly up: Point;
  readonly endsLine: boolean;
}

/** As pdf.js tells a piece of text, in the units of the file. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Viewport {
  convertToViewportPoint(x: number, y: number): readonly number[];
}

/** Runs in the order of the file, marks of its structure left out. */
export const runsOf = (items: readonly object[], viewport: Viewport): readonly TextRun[] =>
  items.filter(isText).map((item) => runOf(item, viewport));

const isText = (item: object): item is Item => 'str' in item;

function runOf({ str, transform, width, height, hasEOL }: Item, viewport: Viewport): TextRun {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const at = (x: number, y: number): Point => {
    const [left = 0, top = 0] = viewport.convertToViewportPoint(x, y);
    return { x: left, y: top };
  };
  const start = at(e, f);
  const long = Math.hypot(a, b) || 1;
  const high = Math.hypot(c, d) || 1;
  return {
    text: str,
    start,
    along: from(start, at(e + (a / long) * width, f + (b / long) * width)),
    up: from(start, at(e + (c / high) * height, f + (d / high) * height)),
    endsLine: hasEOL,
  };
}

const from = (start: Point, end: Point): Point => ({ x: end.x - start.x, y: end.y - start.y });

/** Characters reach so far below the base line and above it, as parts of their height. */
const below = 0.2;
const above = 0.9;

/** The box around the characters of a run from `first` up to, not including, `end` (UTF-16). */
export function boxIn({ text, start, along, up }: TextRun, first: number, end: number): PageBox {
  const whole = widthOf(text) || 1;
  const corners = [first, end].flatMap((index) => {
    const part = widthOf(text.slice(0, index)) / whole;
    return [-below, above].map((rise) => ({
      x: start.x + along.x * part + up.x * rise,
      y: start.y + along.y * part + up.y * rise,
    }));
  });
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The file tells how wide a run is, not each of its characters: a Chinese one is as wide as two Latin ones. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character >= '\u2e80' ? 2 : 1), 0);
