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
  /**
   * Puts bare rows over the window, as many cells as a list has, and notes how long until they are drawn: what this
   * machine takes at this moment without the program, by which the other times are read.
   */
  bare(name: string): Promise<void>;
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
  const note = (name: string, ms: number): void => {
    times.set(name, [...(times.get(name) ?? []), ms]);
  };
  return {
    async timed(name, act, shows = grid) {
      await page().evaluate(watch, { shows, patienceMs });
      await act();
      const ms = await page().evaluate(() => (window as Window & Watched).certfolioAnswer);
      if (ms === null || ms === undefined) throw new Error(`${name}: nothing changed in ${shows}`);
      note(name, ms);
    },
    bare: async (name) => note(name, await page().evaluate(drawBareRows)),
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

/** Runs in the window. Another text each time, as another order of a list has. */
function drawBareRows(): Promise<number> {
  const startedAt = performance.now();
  const sheet = document.createElement('div');
  Object.assign(sheet.style, { position: 'fixed', inset: '0', background: 'Canvas', overflow: 'hidden' });
  const first = Math.floor(startedAt) % 10_000;
  for (let row = first; row < first + 30; row += 1) {
    const line = document.createElement('div');
    Object.assign(line.style, { display: 'grid', gridTemplateColumns: 'repeat(12, 1fr)', height: '28px' });
    for (let column = 0; column < 12; column += 1) {
      const cell = document.createElement('span');
      cell.textContent = column === 0 ? `示例物流（${row}）有限公司` : String(row * 12 + column);
      line.append(cell);
    }
    sheet.append(line);
  }
  document.body.append(sheet);
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        sheet.remove();
        resolve(performance.now() - startedAt);
      };
      port2.postMessage(null);
    });
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
