import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clockMoved, watchClock } from '../../../electron/main/clock-watch.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('a clock that runs has not been moved, one that jumped has', () => {
  const before = { wallMs: 1_000_000, steadyMs: 500 };
  expect(clockMoved(before, { wallMs: 1_030_000, steadyMs: 30_500 })).toBe(false);
  expect(clockMoved(before, { wallMs: 1_034_000, steadyMs: 30_500 })).toBe(false);
  expect(clockMoved(before, { wallMs: 4_600_000, steadyMs: 30_500 })).toBe(true);
  expect(clockMoved(before, { wallMs: 900_000, steadyMs: 30_500 })).toBe(true);
});

test('a jump is told once, also back in time', () => {
  const moved = vi.fn();
  const stop = watchClock(moved, 1000);
  vi.advanceTimersByTime(10_000);
  expect(moved).not.toHaveBeenCalled();
  vi.setSystemTime(Date.now() + 86_400_000);
  vi.advanceTimersByTime(3000);
  expect(moved).toHaveBeenCalledTimes(1);
  vi.setSystemTime(Date.now() - 86_400_000);
  vi.advanceTimersByTime(3000);
  expect(moved).toHaveBeenCalledTimes(2);
  stop();
  vi.setSystemTime(0);
  vi.advanceTimersByTime(3000);
  expect(moved).toHaveBeenCalledTimes(2);
});
