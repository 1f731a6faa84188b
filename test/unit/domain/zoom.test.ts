import { expect, test } from 'vitest';
import { nextZoom, usualZoom, zoomSteps } from '#shared/domain/zoom.ts';

test('zoom goes from step to step and stays at its ends', () => {
  expect(nextZoom(usualZoom, 1)).toBe(110);
  expect(nextZoom(usualZoom, -1)).toBe(90);
  expect(nextZoom(80, -1)).toBe(80);
  expect(nextZoom(150, 1)).toBe(150);
  for (const step of zoomSteps.slice(1)) expect(nextZoom(nextZoom(step, -1), 1)).toBe(step);
});
