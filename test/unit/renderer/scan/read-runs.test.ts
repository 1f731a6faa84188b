import { expect, test } from 'vitest';
import { findInRuns } from '../../../../renderer/components/scan/find-in-runs.ts';
import { runsOfLines } from '../../../../renderer/components/scan/read-runs.ts';
import type { TextBox } from '#shared/domain/text-box.ts';

const box: TextBox = [
  [100, 40],
  [500, 40],
  [500, 80],
  [100, 80],
];
const lines = [{ text: '家居用品', box }];
const read = { width: 1000, height: 800 };

test('a hit in a recognised line lies where the line lies on the page, whatever its size there', () => {
  const [[hit] = []] = findInRuns(runsOfLines(lines, read, { width: 500, height: 400 }), '家居用品');
  expect(hit?.x).toBeCloseTo(50);
  expect(hit?.y).toBeCloseTo(20);
  expect(hit?.width).toBeCloseTo(200);
  expect(hit?.height).toBeCloseTo(20);
});

test('of a part of the line only that part is marked', () => {
  const [[hit] = []] = findInRuns(runsOfLines(lines, read, read), '用品');
  expect(hit?.x).toBeCloseTo(300);
  expect(hit?.width).toBeCloseTo(200);
});

test('a line that runs down its page, as on a card on its side, is marked downwards', () => {
  const down: TextBox = [
    [80, 100],
    [80, 500],
    [40, 500],
    [40, 100],
  ];
  const [[hit] = []] = findInRuns(runsOfLines([{ text: '家居用品', box: down }], read, read), '用品');
  expect(hit?.y).toBeCloseTo(300);
  expect(hit?.height).toBeCloseTo(200);
  expect(hit?.x).toBeCloseTo(40);
});
