import { expect, it } from 'vitest';
import { throughEdit } from '#shared/domain/edited-page.ts';
import type { TextBox } from '#shared/domain/text-box.ts';

const box: TextBox = [
  [0.1, 0.2],
  [0.3, 0.2],
  [0.3, 0.25],
  [0.1, 0.25],
];
const page = { widthPx: 1000, heightPx: 800 };
const lying = { widthPx: 800, heightPx: 1000 };
const plain = { page, turn: 0, deskew: 0, straight: page, crop: null } as const;

const rounded = (found: ReturnType<typeof throughEdit>) =>
  Object.values(found).map((value) => Math.round(value));

it('what stands on a page is found on it turned, cut and straightened', () => {
  expect(rounded(throughEdit(box, plain))).toEqual([100, 160, 200, 40]);
  expect(rounded(throughEdit(box, { ...plain, turn: 90, straight: lying }))).toEqual([600, 100, 40, 200]);
  expect(rounded(throughEdit(box, { ...plain, turn: 180 }))).toEqual([700, 600, 200, 40]);
  expect(rounded(throughEdit(box, { ...plain, turn: 270, straight: lying }))).toEqual([160, 700, 40, 200]);
  const crop = { x: 50, y: 100, width: 500, height: 300 };
  expect(rounded(throughEdit(box, { ...plain, crop }))).toEqual([50, 60, 200, 40]);
});

it('a line that runs down to its right by so many degrees lies level once it is turned back by them', () => {
  const slope = Math.tan((4 * Math.PI) / 180);
  const [left, right] = [400, 600];
  const at = (x: number): readonly [number, number] => [x / 1000, (400 + (x - 500) * slope) / 800];
  const tilted: TextBox = [at(left), at(right), at(right), at(left)];
  const straight = { widthPx: 1053, heightPx: 868 };
  const { height, y } = throughEdit(tilted, { ...plain, deskew: 4, straight });
  expect(height).toBeLessThan(0.5);
  expect(Math.abs(y - 434)).toBeLessThan(0.5);
});
