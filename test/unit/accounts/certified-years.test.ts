import { expect, test } from 'vitest';
import { certifiedYears } from '#backend/accounts/certified-years.ts';

const move = (before_on: string | null, after_on: string | null) => ({ before_on, after_on });

test('every end that a renewal replaced is a certified year, oldest first', () => {
  const moves = [
    move(null, '2024-10-21'),
    move('2024-10-21', '2025-10-21'),
    move('2025-10-21', '2026-10-21'),
  ];
  expect(certifiedYears(moves)).toEqual(['2024-10-21', '2025-10-21']);
});

test('a corrected date is no year, forwards or backwards', () => {
  expect(certifiedYears([move('2026-10-12', '2026-10-21'), move('2026-10-21', '2026-09-21')])).toEqual([]);
});

test('a renewal that was undone leaves no year, and one done again leaves it once', () => {
  const renewal = move('2025-10-21', '2026-10-21');
  const undone = move('2026-10-21', '2025-10-21');
  expect(certifiedYears([renewal, undone])).toEqual([]);
  expect(certifiedYears([renewal, undone, renewal])).toEqual(['2025-10-21']);
});

test('an end that was taken away is forgotten', () => {
  expect(certifiedYears([move('2025-10-21', null), move(null, '2026-10-21')])).toEqual([]);
});
