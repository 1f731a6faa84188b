/** How often is looked at how much the process has grown. */
const watchEveryMs = 200;
const mb = 1024 * 1024;

/** Tells when the process has grown by too much since it was begun to be watched. */
export class GrowthWatch {
  readonly #limitBytes: number | undefined;
  readonly #onTooMuch: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMb: number | undefined, onTooMuch: () => void) {
    this.#limitBytes = limitMb === undefined ? undefined : limitMb * mb;
    this.#onTooMuch = onTooMuch;
  }

  watch(): void {
    const limitBytes = this.#limitBytes;
    if (limitBytes === undefined || this.#timer !== undefined) return;
    const fromBytes = process.memoryUsage.rss();
    this.#timer = setInterval(() => {
      if (process.memoryUsage.rss() - fromBytes > limitBytes) this.#onTooMuch();
    }, watchEveryMs).unref();
  }

  rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
