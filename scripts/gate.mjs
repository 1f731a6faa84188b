// node scripts/gate.mjs [step ...]: runs the checks of this project in order and stops at the first that fails.
// `npm test` runs them all; `npm run lint` and the like run one.
import { spawn } from 'node:child_process';
import { resolveCommand } from './run/resolve-command.mjs';
import { ensureBuild } from './setup/build.mjs';
import { root } from './setup/project.mjs';
import { reportFailure, secondsSince } from './setup/report.mjs';

/** @typedef {readonly string[] | (() => Promise<void>)} Step a command, or something of ours that throws when it fails */

/** @type {Readonly<Record<string, Step>>} */
const steps = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  lint: ['eslint', '--max-warnings', '0', '.'],
  types: ['tsc', '--build'],
  boundaries: ['depcruise', 'electron', 'renderer', 'shared', 'test'],
  'dead-code': ['knip'],
  unit: ['vitest', 'run', '--config', 'test/vitest.config.ts'],
  build: () => ensureBuild({ always: true }),
  e2e: ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts'],
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in steps));

if (unknown) {
  console.error(`unknown step ${unknown}; the steps are ${Object.keys(steps).join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = (await runSteps(chosen.length > 0 ? chosen : Object.keys(steps))) ? 0 : 1;
}

/** @param {readonly string[]} names @returns {Promise<boolean>} whether all of them passed */
async function runSteps(names) {
  const startedAtMs = Date.now();
  let passed = 0;
  for (const name of names) {
    const stepStartedAtMs = Date.now();
    console.log(`\n== ${name}`);
    const ok = await runStep(name);
    console.log(`== ${name} ${ok ? 'passed' : 'FAILED'} in ${secondsSince(stepStartedAtMs)}`);
    if (!ok) break;
    passed += 1;
  }
  const failed = passed < names.length ? 1 : 0;
  const skipped = names.length - passed - failed;
  const notRun = skipped > 0 ? `, ${skipped} not run` : '';
  console.log(`\n${passed} passed, ${failed} failed${notRun} (${secondsSince(startedAtMs)})`);
  return failed === 0;
}

/** @param {string} name @returns {Promise<boolean>} */
async function runStep(name) {
  const step = steps[name] ?? [];
  try {
    if (typeof step !== 'function') return (await exitCodeOf(step)) === 0;
    await step();
    return true;
  } catch (error) {
    reportFailure(error);
    return false;
  }
}

/** @param {readonly string[]} command @returns {Promise<number>} */
function exitCodeOf(command) {
  const [program, ...args] = resolveCommand(command);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}
