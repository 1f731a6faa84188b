import fs from 'node:fs';
import path from 'node:path';
import { findProgram, run } from './commands.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, isRootOnLinux } from './project.mjs';
import { SetupError, say, secondsSince } from './report.mjs';

/**
 * Something the system has to provide.
 * @typedef {object} Need
 * @property {string} what a program or library, as the reader would look for it
 * @property {readonly string[]} packages names of the Debian or Ubuntu package that brings it, the newest release's first
 */

const installMs = 600_000;
const apt = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3', '-q'];

/**
 * Installs what is missing when we may, else says how.
 * @param {readonly Need[]} missing
 */
export async function provide(missing) {
  if (missing.length === 0) return;
  if (!isDebianLike())
    throw new SetupError(
      `missing on this system: ${list(missing)}`,
      'Install the packages of your distribution that provide these, then run this again.',
    );
  if (!isRootOnLinux) throw new SetupError(`missing on this system: ${list(missing)}`, await advice(missing));
  await withLock(path.join(cacheFolder, 'packages.lock'), () => install(missing));
}

/** @param {readonly Need[]} programs */
export async function requirePrograms(programs) {
  await provide(programs.filter(({ what }) => !findProgram(what)));
}

/** @param {readonly Need[]} missing @returns {Promise<string>} what to type, without having changed anything */
export async function advice(missing) {
  if (!isDebianLike()) return 'Install the packages of your distribution that provide these.';
  return `Run: sudo apt-get update && sudo apt-get install -y ${(await packageNames(missing)).join(' ')}`;
}

/** @param {readonly Need[]} needs @returns {string} */
export function list(needs) {
  return needs.map(({ what }) => what).join(', ');
}

/** @param {readonly Need[]} missing */
async function install(missing) {
  const startedAtMs = Date.now();
  say(`installing what the system lacks: ${list(missing)}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { capture: true, timeoutMs: installMs, env };
  // A package list that could not be refreshed may still be good enough: the install tells.
  const update = await run('apt-get', [...apt, 'update'], options);
  const names = await packageNames(missing);
  const { code, output } = await run(
    'apt-get',
    [...apt, 'install', '-y', '--no-install-recommends', ...names],
    options,
  );
  if (code !== 0)
    throw new SetupError(
      `apt-get could not install ${names.join(' ')}:\n${(update.code === 0 ? output : update.output + output).slice(-2000).trim()}`,
      `Run: apt-get update && apt-get install -y ${names.join(' ')}`,
    );
  say(`installed ${names.join(' ')} in ${secondsSince(startedAtMs)}`);
}

/** @param {readonly Need[]} needs @returns {Promise<string[]>} the names that this release knows */
async function packageNames(needs) {
  const names = needs.map(async ({ packages }) => {
    for (const name of packages.slice(0, -1))
      if ((await run('apt-cache', ['show', name], { capture: true })).code === 0) return name;
    return packages.at(-1) ?? '';
  });
  return [...new Set(await Promise.all(names))];
}

function isDebianLike() {
  try {
    const release = fs.readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) && findProgram('apt-get') !== undefined;
  } catch {
    return false;
  }
}
