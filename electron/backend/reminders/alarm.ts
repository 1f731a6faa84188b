/** Wakes one waiter; a ring that comes while nobody waits is kept for the next wait. */
export interface Alarm {
  readonly ring: () => void;
  /** Resolves with true at a ring, with false after `ms`. */
  wait(ms: number): Promise<boolean>;
}

/** The end of the signal rings too. */
export function createAlarm(signal: AbortSignal | undefined): Alarm {
  let rung = false;
  let resume = (): void => undefined;
  const ring = (): void => {
    rung = true;
    resume();
  };
  signal?.addEventListener('abort', ring, { once: true });
  return {
    ring,
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          timer.unref();
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const wasRung = rung;
      rung = false;
      return wasRung;
    },
  };
}
