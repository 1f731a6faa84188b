// Programs that accompany a command: a display, a bus, a notification daemon.
import { spawn } from 'node:child_process';
import { findProgram } from '../setup/commands.mjs';
import { SetupError } from '../setup/report.mjs';

const answerMs = 15_000;
const endMs = 3_000;

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {ChildProcess[]} */
const companions = [];

/**
 * Starts a program in a session of its own, so that Ctrl+C reaches the command before it. Linux ends it with us.
 * @param {readonly [string, ...string[]]} command
 * @param {NodeJS.ProcessEnv} env
 * @returns {ChildProcess} its file descriptor 3 is a pipe to us
 */
export function startCompanion(command, env) {
  const [program, ...args] = findProgram('setpriv')
    ? ['setpriv', '--pdeathsig', 'TERM', ...command]
    : command;
  const child = spawn(program, args, { detached: true, env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  child.once('error', () => {});
  companions.push(child);
  return child;
}

/** @param {ChildProcess} child @param {string} name @returns {Promise<string>} the first line that it writes to descriptor 3 */
export function firstLine(child, name) {
  const answer = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) =>
      reject(new SetupError(`${name} ${why}`, `Run ${name} by hand to see what is wrong with it.`));
    const timer = setTimeout(() => fail('did not answer'), answerMs);
    let text = '';
    answer.on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
    for (const event of ['error', 'exit'])
      child.once(event, () => {
        clearTimeout(timer);
        fail('ended at once');
      });
  });
}

/** Ends the programs that we started, the last one first, and waits until they are gone. */
export async function endCompanions() {
  for (const child of companions.splice(0).reverse()) await end(child);
}

/** @param {ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), endMs);
  await gone;
  clearTimeout(timer);
}
