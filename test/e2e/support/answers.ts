/** How long a window takes from a key to the frame that shows what it led to; nothing here judges a time. */
import type { Page } from '@playwright/test';

export interface Answers {
  /**
   * Does something that changes what `shows` (a CSS selector) holds, and notes how long that took: from the last key or
   * click to the first frame in which another text stands there and nothing is still being read.
   */
  timed(name: string, act: () => Promise<void>, shows?: string): Promise<void>;
  /** The longest task of the window's main thread since the last call, in ms; 0 where none took 50 ms. */
  longestTask(): Promise<number>;
  /** By name: how often, and the middle and the longest time, in ms. */
  summary(): Record<
    string,
    { readonly count: number; readonly medianMs: number; readonly longestMs: number }
  >;
}

const grid = '[role="grid"]';
const patienceMs = 120_000;

export function answersOf(page: () => Page): Answers {
  const times = new Map<string, number[]>();
  return {
    async timed(name, act, shows = grid) {
      await page().evaluate(watch, { shows, patienceMs });
      await act();
      const ms = await page().evaluate(() => (window as Window & Watched).certfolioAnswer);
      if (ms === null || ms === undefined) throw new Error(`${name}: nothing changed in ${shows}`);
      times.set(name, [...(times.get(name) ?? []), ms]);
    },
    longestTask: () => page().evaluate(longestTask),
    summary: () =>
      Object.fromEntries([...times].map(([name, all]) => [name, { count: all.length, ...middleOf(all) }])),
  };
}

interface Watched {
  certfolioAnswer?: Promise<number | null>;
  certfolioTasks?: { longest: number };
}

function middleOf(all: readonly number[]): { readonly medianMs: number; readonly longestMs: number } {
  const sorted = all.toSorted((a, b) => a - b);
  return { medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, longestMs: sorted.at(-1) ?? 0 };
}

/** Runs in the window. */
function watch({
  shows,
  patienceMs: patience,
}: {
  readonly shows: string;
  readonly patienceMs: number;
}): void {
  const target = window as Window & Watched;
  const shown = (): string => {
    const place = document.querySelector<HTMLElement>(shows);
    if (place === null || place.ariaBusy === 'true' || place.querySelector('[aria-busy="true"]')) return '';
    return `${place.getAttribute('aria-activedescendant')} ${place.textContent}`;
  };
  const before = shown();
  let pressedAt: number | undefined;
  const types = ['keydown', 'pointerdown', 'input'] as const;
  const press = (event: Event): void => {
    pressedAt = event.timeStamp;
  };
  for (const type of types) window.addEventListener(type, press, { capture: true });
  target.certfolioAnswer = new Promise((resolve) => {
    const startedAt = performance.now();
    const end = (ms: number | null): void => {
      for (const type of types) window.removeEventListener(type, press, { capture: true });
      resolve(ms);
    };
    const look = (): void => {
      const now = shown();
      if (pressedAt !== undefined && now !== before && now !== '') {
        const since = pressedAt;
        // A message that is posted before a frame is drawn comes when it has been.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => end(performance.now() - since);
        port2.postMessage(null);
      } else if (performance.now() - startedAt > patience) end(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Runs in the window: begins to watch at the first call. */
function longestTask(): number {
  const target = window as Window & Watched;
  if (target.certfolioTasks === undefined) {
    const tasks = { longest: 0 };
    target.certfolioTasks = tasks;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration);
    }).observe({ type: 'longtask', buffered: false });
  }
  const { longest } = target.certfolioTasks;
  target.certfolioTasks.longest = 0;
  return longest;
}
