// node scripts/run.mjs [options] -- command [arguments]
//
// Sets up what is missing, then runs the command with the tools and the Node of this project first on PATH.
//   --tools         only the dependencies: for checks that need neither the build nor Electron
//   --no-electron   dependencies and build
//   --no-build      dependencies and Electron
//   --session-bus   on Linux: a session bus of its own with a notification daemon
import { spawn } from 'node:child_process';
import os from 'node:os';
import { endCompanions } from './run/companions.mjs';
import { withDisplay } from './run/display.mjs';
import { toolEnvironment } from './run/environment.mjs';
import { resolveCommand } from './run/resolve-command.mjs';
import { withSessionBus } from './run/session-bus.mjs';
import { reportFailure, say } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';

const known = new Set(['--tools', '--no-electron', '--no-build', '--session-bus']);

const separator = process.argv.indexOf('--');
const options = process.argv.slice(2, separator < 0 ? undefined : separator);
const command = separator < 0 ? [] : process.argv.slice(separator + 1);
const unknown = options.find((option) => !known.has(option));

if (unknown || command.length === 0) {
  say(unknown ? `unknown option ${unknown}` : 'no command');
  say(`usage: node scripts/run.mjs [${[...known].join('] [')}] -- command [arguments]`);
  process.exitCode = 2;
} else {
  process.exitCode = await main();
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const tools = options.includes('--tools');
  const electron = !tools && !options.includes('--no-electron');
  const build = !tools && !options.includes('--no-build');
  const sessionBus = options.includes('--session-bus');
  try {
    await setUp({ electron, build, surroundings: { display: electron, sessionBus } });
    let env = toolEnvironment();
    if (electron) env = await withDisplay(env);
    if (sessionBus) env = await withSessionBus(env);
    return await runCommand(env);
  } catch (error) {
    reportFailure(error);
    return 1;
  } finally {
    await endCompanions();
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function runCommand(env) {
  const [program, ...args] = resolveCommand(command);
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: 'inherit' });
    const stopForwarding = forwardSignals(child);
    child.once('error', (error) => {
      stopForwarding();
      say(`${command[0]} could not be started: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + os.constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child @returns {() => void} */
function forwardSignals(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // A terminal sends Ctrl+C to the command as well; a second one would make it hurry.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return () => signals.forEach((signal) => process.off(signal, forward));
}
