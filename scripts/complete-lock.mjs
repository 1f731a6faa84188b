// node scripts/complete-lock.mjs: run it after every `npm install` that changes package-lock.json.
//
// npm leaves an optional package for another platform out of the lock file when the registry does not have it,
// and `npm ci` then refuses the file. This adds what is missing as entries for that platform alone: `npm ci` is
// content, and installs them nowhere else.
import path from 'node:path';
import { readJson, replaceFile, root } from './setup/project.mjs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string> }} Entry */

const lockFile = path.join(root, 'package-lock.json');
const lock = readJson(lockFile);
/** @type {Record<string, Entry>} */
const packages = lock.packages;
const added = Object.entries(packages).flatMap(([where, entry]) => completeEntry(where, entry));

if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  replaceFile(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added.length > 0 ? `added ${added.length}: ${added.join(', ')}` : 'the lock file is complete');

/** @param {string} where the place of a package in node_modules @param {Entry} entry @returns {string[]} what was added */
function completeEntry(where, entry) {
  // Ours (where === '') are listed by hand and exist; a range instead of a version names no one package.
  const exact = Object.entries(where === '' ? {} : (entry.optionalDependencies ?? {})).filter(([, version]) =>
    /^\d+\.\d+\.\d+/.test(version),
  );
  return exact.flatMap(([name, version]) => {
    const top = `node_modules/${name}`;
    const nested = `${where}/${top}`;
    if (packages[nested]?.version || packages[top]?.version === version) return [];
    packages[packages[top] ? nested : top] = stub(name, version, entry);
    return [`${name}@${version}`];
  });
}

/** @param {string} name @param {string} version @param {Entry} parent */
function stub(name, version, parent) {
  const os = systems.find((system) => name.includes(system));
  const cpu = processors.find((processor) => new RegExp(`-${processor}(\\b|-|$)`).test(name));
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    optional: true,
    ...(os && { os: [os] }),
    ...(name.includes('-musl') && { libc: ['musl'] }),
    ...(/-gnu/.test(name) && { libc: ['glibc'] }),
  };
}
