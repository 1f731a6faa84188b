/** A step of the set-up that failed: what failed, and what the reader can do about it. */
export class SetupError extends Error {
  /** @param {string} what @param {string} next */
  constructor(what, next) {
    super(`${what}\n        ${next.replaceAll('\n', '\n        ')}`);
    this.name = 'SetupError';
  }
}

/** Standard output belongs to the command that runs after the set-up, so this goes to standard error. @param {string} line */
export function say(line) {
  process.stderr.write(`[setup] ${line}\n`);
}

/** @param {unknown} error prints a failure the way its kind deserves: a stack only for our own mistakes */
export function reportFailure(error) {
  if (error instanceof SetupError) say(`FAILED: ${error.message}`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** @param {number} startedAtMs @returns {string} such as "12.3 s" */
export function secondsSince(startedAtMs) {
  return `${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`;
}
