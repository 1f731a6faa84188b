import type { PageLine } from '#shared/domain/page-line.ts';
import type { PagePoint, TextBox } from '#shared/domain/text-box.ts';

/** A line of a made-up page: its text, where it begins and the middle of its height. */
export type Written = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height?: number;
  readonly confidence?: number;
};

export const written = (text: string, x: number, y: number, more: Partial<Written> = {}): Written => ({
  text,
  x,
  y,
  ...more,
});

/** The lines as they would be recognised on a page that is tilted by some degrees around its corner. */
export const pageLines = (lines: readonly Written[], degrees = 0): PageLine[] =>
  lines.map((line) => lineOf(line, (degrees * Math.PI) / 180));

function lineOf({ text, x, y, height = 24, confidence = 0.97 }: Written, tilt: number): PageLine {
  const width = [...text].reduce(
    (sum, character) => sum + (character > '\u2e80' ? height : height * 0.55),
    0,
  );
  const [top, bottom] = [y - height / 2, y + height / 2];
  const box: TextBox = [
    turned([x, top], tilt),
    turned([x + width, top], tilt),
    turned([x + width, bottom], tilt),
    turned([x, bottom], tilt),
  ];
  return { text, box, confidence };
}

const turned = ([x, y]: PagePoint, tilt: number): PagePoint => [
  x * Math.cos(tilt) - y * Math.sin(tilt),
  x * Math.sin(tilt) + y * Math.cos(tilt),
];
