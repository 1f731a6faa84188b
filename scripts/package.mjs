// npm run package [-- --installers]: packs the program for this system and starts the result once.
// By default it stays an unpacked folder; with --installers it becomes what electron-builder.yml lists for this system.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkBuild } from './package/before-pack.mjs';
import { smoke } from './package/smoke.mjs';
import { resolveCommand } from './run/resolve-command.mjs';
import { installedRuntime } from './setup/electron-runtime.mjs';
import { root } from './setup/project.mjs';
import { SetupError, reportFailure, secondsSince } from './setup/report.mjs';

const output = path.join(root, 'dist');

try {
  await packageProgram(process.argv.slice(2));
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

/** @param {readonly string[]} args */
async function packageProgram(args) {
  const installers = args.includes('--installers');
  const runtime = installedRuntime();
  if (!runtime) throw new SetupError('there is no Electron to pack', 'Run `npm run setup` first.');
  if (runtime.kind === 'fallback') {
    if (installers)
      throw new SetupError(
        `installers are not made from the stand-in Electron ${runtime.version}`,
        'Run this where the official Electron can be downloaded.',
      );
    console.log(
      `This package holds the stand-in Electron ${runtime.version}: for checking only, not to be given to anybody.`,
    );
  }
  await build(runtime, installers);
  await check();
}

/** @param {import('./setup/electron-runtime.mjs').Runtime} runtime @param {boolean} installers */
async function build(runtime, installers) {
  const startedAtMs = Date.now();
  const here = ['-c.electronDist=node_modules/electron/dist', `-c.electronVersion=${runtime.version}`];
  const args = installers ? ['--publish', 'never'] : ['--dir', ...here];
  const [program, ...rest] = resolveCommand(['electron-builder', ...args]);
  const code = await new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...marker(runtime) },
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new SetupError(`electron-builder ended with code ${code}`, 'It says why above.');
  console.log(`packed in ${secondsSince(startedAtMs)}`);
}

/** @param {import('./setup/electron-runtime.mjs').Runtime} runtime @returns {NodeJS.ProcessEnv} */
function marker(runtime) {
  return runtime.kind === 'fallback' ? { [checkBuild]: '1' } : {};
}

async function check() {
  const executable = packedExecutable();
  const { ok, tookMs, output: printed } = await smoke(executable);
  if (!ok)
    throw new SetupError(
      `${path.relative(root, executable)} did not report ready:\n${printed.slice(-3000).trim()}`,
      `Start it by hand with CERTFOLIO_SMOKE=1 to see more.`,
    );
  console.log(
    `${path.relative(root, executable)} started, showed its window and quit in ${(tookMs / 1000).toFixed(1)} s`,
  );
}

/** @returns {string} */
function packedExecutable() {
  const candidates = {
    linux: ['linux-unpacked/certfolio', 'linux-arm64-unpacked/certfolio'],
    win32: ['win-unpacked/certfolio.exe'],
    darwin: ['mac', 'mac-arm64'].map((folder) => `${folder}/Certfolio.app/Contents/MacOS/certfolio`),
  }[/** @type {string} */ (process.platform)];
  const found = (candidates ?? []).map((name) => path.join(output, name)).find((file) => fs.existsSync(file));
  if (!found)
    throw new SetupError(`no packed program in ${output}`, 'electron-builder says above where it put it.');
  return found;
}
