// node scripts/gate.mjs [step ...]: runs the checks of this project in order and stops at the first that fails.
// `npm test` runs them all, those that need one core each side by side; `npm run lint` and the like run one.
import { spawn } from 'node:child_process';
import { resolveCommand } from './run/resolve-command.mjs';
import { ensureBuild } from './setup/build.mjs';
import { root } from './setup/project.mjs';
import { reportFailure, secondsSince } from './setup/report.mjs';

/** @typedef {readonly string[] | (() => Promise<void>)} Step a command, or something of ours that throws when it fails */

/** @type {Readonly<Record<string, Step>>} */
const steps = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  // In three goes: with the types of all parts at once eslint comes to the end of its memory.
  lint: [
    'eslint',
    '--max-warnings',
    '0',
    '--ignore-pattern',
    'renderer/**',
    '--ignore-pattern',
    'test/**',
    '.',
  ],
  'lint-renderer': ['eslint', '--max-warnings', '0', 'renderer'],
  'lint-test': ['eslint', '--max-warnings', '0', 'test'],
  types: ['tsc', '--build'],
  boundaries: ['depcruise', 'electron', 'renderer', 'shared', 'test'],
  'dead-code': ['knip'],
  unit: ['vitest', 'run', '--config', 'test/vitest.config.ts'],
  build: () => ensureBuild({ always: true }),
  // What passes only at the second try is named as flaky at the end of the output: a fault to be looked for.
  e2e: ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts', '--retries', '1'],
};

/**
 * What `npm test` runs: stages one after the other, the lanes of a stage side by side, the steps of a lane in turn.
 * @type {readonly (readonly (readonly string[])[])[]}
 */
const everything = [
  [
    ['lint', 'lint-renderer', 'lint-test'],
    ['format', 'types', 'boundaries', 'dead-code'],
  ],
  [['unit']],
  [['build']],
  [['e2e']],
];

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in steps));

if (unknown) {
  console.error(`unknown step ${unknown}; the steps are ${Object.keys(steps).join(', ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = (await runStages(chosen.length > 0 ? [[chosen]] : everything)) ? 0 : 1;
}

/** @param {typeof everything} stages @returns {Promise<boolean>} whether all steps passed */
async function runStages(stages) {
  const startedAtMs = Date.now();
  /** @type {boolean[]} */
  const results = [];
  for (const lanes of stages) {
    // Side by side, what each prints is held back until it ends, so that it stays in one piece.
    const quiet = lanes.length > 1;
    await Promise.all(lanes.map((lane) => runLane(lane, quiet, results)));
    if (results.includes(false)) break;
  }
  const passed = results.filter(Boolean).length;
  const failed = results.length - passed;
  const skipped = stages.flat(2).length - results.length;
  const notRun = skipped > 0 ? `, ${skipped} not run` : '';
  console.log(`\n${passed} passed, ${failed} failed${notRun} (${secondsSince(startedAtMs)})`);
  return failed === 0;
}

/** @param {readonly string[]} names @param {boolean} quiet @param {boolean[]} results one is added for each step that ran */
async function runLane(names, quiet, results) {
  for (const name of names) {
    const startedAtMs = Date.now();
    if (!quiet) console.log(`\n== ${name}`);
    const { ok, printed } = await runStep(name, quiet);
    if (quiet) console.log(`\n== ${name}\n${printed}`.trimEnd());
    console.log(`== ${name} ${ok ? 'passed' : 'FAILED'} in ${secondsSince(startedAtMs)}`);
    results.push(ok);
    if (!ok) return;
  }
}

/** @param {string} name @param {boolean} quiet @returns {Promise<{ ok: boolean, printed: string }>} */
async function runStep(name, quiet) {
  const step = steps[name] ?? [];
  try {
    if (typeof step !== 'function') {
      const { code, printed } = await runProgram(step, quiet);
      return { ok: code === 0, printed };
    }
    await step();
    return { ok: true, printed: '' };
  } catch (error) {
    reportFailure(error);
    return { ok: false, printed: '' };
  }
}

/**
 * @param {readonly string[]} command
 * @param {boolean} quiet
 * @returns {Promise<{ code: number, printed: string }>} `printed` is empty when it went to the terminal at once
 */
function runProgram(command, quiet) {
  const [program, ...args] = resolveCommand(command);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: quiet ? 'pipe' : 'inherit' });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (printed += text));
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', forward);
      resolve({ code: code ?? 1, printed });
    });
  });
}
