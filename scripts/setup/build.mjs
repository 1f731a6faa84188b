import fs from 'node:fs';
import path from 'node:path';
import { run } from './commands.mjs';
import { packageFolder, readText, replaceFile, root, sha256 } from './project.mjs';
import { toolNode } from './node.mjs';
import { SetupError, say, secondsSince } from './report.mjs';

const stampFile = path.join(root, 'out', '.built-from');
const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
/** Read when the program runs, not when it is built. */
const notBuilt = new Set(['resources/sample', 'resources/fonts', 'resources/icons']);

/** Builds the program when out/ is not what the sources make. @param {{ readonly always?: boolean }} [options] */
export async function ensureBuild({ always = false } = {}) {
  const wanted = fingerprint();
  if (!always && readText(stampFile) === wanted) return;
  const startedAtMs = Date.now();
  fs.rmSync(stampFile, { force: true });
  const electronVite = path.join(packageFolder('electron-vite'), 'bin', 'electron-vite.js');
  const { code, output } = await run(toolNode(), [electronVite, 'build'], { cwd: root, capture: true });
  if (code !== 0)
    throw new SetupError(
      `the program did not build:\n${output.trim()}`,
      'Correct what is named above, or go back to a clean checkout, then run this again.',
    );
  replaceFile(stampFile, wanted);
  say(`built in ${secondsSince(startedAtMs)}`);
}

/** @returns {string} changes when a source changes; times do not matter, since git does not keep them */
function fingerprint() {
  return sha256(
    ...sources.flatMap(filesIn).flatMap((file) => [file, fs.readFileSync(path.join(root, file))]),
  );
}

/** @param {string} source @returns {string[]} the files below it, relative to the project, in a fixed order */
function filesIn(source) {
  if (notBuilt.has(source)) return [];
  const stat = fs.statSync(path.join(root, source), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [source];
  return fs
    .readdirSync(path.join(root, source))
    .sort()
    .flatMap((name) => filesIn(`${source}/${name}`));
}
