// Programs that the set-up runs. What they print goes to standard error, and they end with the set-up.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { childEnded, childStarted } from './lock.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program could not be started, 128 when a signal ended it
 * @property {string} output what it printed on both channels, when captured
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [capture] collect what it prints instead of passing it on
 * @property {number} [timeoutMs]
 * @property {boolean} [shell] needed for command files on Windows
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env, capture = false, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const channel = capture ? 'pipe' : /** @type {const} */ (2);
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      timeout: timeoutMs,
      stdio: ['ignore', channel, channel],
    });
    const pid = child.pid;
    running.add(child);
    if (pid !== undefined) childStarted(pid);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    /** @param {Outcome} outcome */
    const end = (outcome) => {
      running.delete(child);
      if (pid !== undefined) childEnded(pid);
      resolve(outcome);
    };
    child.once('error', (error) => end({ code: 127, output: error.message }));
    child.once('close', (code) => end({ code: code ?? 128, output }));
  });
}

/**
 * npm, by the very file that runs us when we were started by npm: no shell and no search on PATH.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const npmFile = process.env.npm_execpath;
  if (npmFile && /npm-cli\.[cm]?js$/.test(npmFile)) return run(process.execPath, [npmFile, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Ends the programs that are still running when a signal ends the set-up. @returns {() => void} stops watching */
export function endWithSignals() {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    const last = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
    for (const child of running) child.kill('SIGTERM');
    const exitCode = signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 143;
    void Promise.all(last).then(() => process.exit(exitCode));
  };
  for (const signal of signals) process.once(signal, stop);
  return () => signals.forEach((signal) => process.off(signal, stop));
}

/** @param {string} program a name or a full path @returns {string | undefined} the full path, when it is installed */
export function findProgram(program) {
  if (path.isAbsolute(program)) return fs.existsSync(program) ? program : undefined;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  if (process.platform === 'linux') folders.push('/usr/sbin', '/sbin');
  return folders.map((folder) => path.join(folder, program)).find((file) => fs.existsSync(file));
}
