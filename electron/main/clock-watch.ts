/** A jump of the clock smaller than this is the work of time synchronisation. */
const CLOCK_JUMP_MS = 5_000;

export interface ClockReading {
  /** The system's clock. */
  readonly wallMs: number;
  /** A clock that nobody can move. */
  readonly steadyMs: number;
}

/** Whether the system's clock was moved between two readings, or the computer slept. */
export function clockMoved(before: ClockReading, after: ClockReading): boolean {
  const drift = after.wallMs - before.wallMs - (after.steadyMs - before.steadyMs);
  return Math.abs(drift) >= CLOCK_JUMP_MS;
}

/** Calls back when the system's clock was moved; returns a function that ends the watch. */
export function watchClock(onMoved: () => void, everyMs = 30_000): () => void {
  const read = (): ClockReading => ({ wallMs: Date.now(), steadyMs: performance.now() });
  let last = read();
  const timer = setInterval(() => {
    const now = read();
    if (clockMoved(last, now)) onMoved();
    last = now;
  }, everyMs);
  return () => clearInterval(timer);
}
