// better-sqlite3 brings binaries for Node-API 10. The stand-in Electron offers Node-API 9, where the same calls
// exist but count as experimental: for it the module is compiled once more, and kept in the user's cache.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './commands.mjs';
import { requirePrograms } from './debian-packages.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { fallbackCache } from './fallback-electron.mjs';
import { withLock } from './lock.mjs';
import { toolNode } from './node.mjs';
import { packageFolder, readJson } from './project.mjs';
import { SetupError, say, secondsSince } from './report.mjs';

const moduleFolder = packageFolder('better-sqlite3');
const placed = path.join(moduleFolder, 'build', 'Release', 'better_sqlite3.node');
/** The module prefers this file to anything in build/, so it has to go out of the way. */
const shipped = path.join(moduleFolder, 'prebuilds', `${process.platform}-${process.arch}.node`);
const setAside = `${shipped}.set-aside`;
const compilers = [
  { what: 'python3', packages: ['python3'] },
  { what: 'make', packages: ['make'] },
  { what: 'g++', packages: ['g++'] },
];
const compilerFlags = '-DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** @param {import('./electron-runtime.mjs').Runtime} runtime */
export async function ensureNativeModules(runtime) {
  if (runtime.kind === 'official') return useShipped();
  const { name, version } = readJson(path.join(moduleFolder, 'package.json'));
  const cached = path.join(fallbackCache, 'native', `${name}-${version}-napi9.node`);
  if (!fs.existsSync(cached))
    await withLock(path.join(fallbackCache, 'native.lock'), async () => {
      if (!fs.existsSync(cached)) await compile(cached);
    });
  if (isPlaced(cached)) return;
  fs.mkdirSync(path.dirname(placed), { recursive: true });
  replaceWithCopy(cached, placed);
  if (fs.existsSync(shipped)) fs.renameSync(shipped, setAside);
  await checkLoads();
}

/** Undoes what was done for the stand-in. */
function useShipped() {
  if (!fs.existsSync(setAside)) return;
  fs.renameSync(setAside, shipped);
  fs.rmSync(path.join(moduleFolder, 'build'), { recursive: true, force: true });
}

/** @param {string} cached @returns {boolean} */
function isPlaced(cached) {
  if (fs.existsSync(shipped)) return false;
  return fs.existsSync(placed) && fs.readFileSync(placed).equals(fs.readFileSync(cached));
}

/** Never overwrites in place: a program that has the old file open keeps it. @param {string} from @param {string} to */
function replaceWithCopy(from, to) {
  const temporary = `${to}.${process.pid}.tmp`;
  fs.copyFileSync(from, temporary);
  fs.renameSync(temporary, to);
}

/** @param {string} cached where the result is kept */
async function compile(cached) {
  const startedAtMs = Date.now();
  say('compiling better-sqlite3 for the stand-in Electron (one to two minutes, once)');
  await requirePrograms(compilers);
  removeLeftovers();
  const work = fs.mkdtempSync(path.join(fallbackCache, 'compiling-'));
  try {
    const copy = copySources(work);
    const { code, output } = await run(toolNode(), nodeGypCommand(), {
      cwd: copy,
      capture: true,
      env: { ...process.env, JOBS: 'max', CXXFLAGS: compilerFlags },
    });
    if (code !== 0)
      throw new SetupError(
        `better-sqlite3 did not compile:\n${output.slice(-2000).trim()}`,
        'Check that the cache folder has 500 MB free and g++ is version 10 or newer, then run `npm run setup` again.',
      );
    fs.mkdirSync(path.dirname(cached), { recursive: true });
    replaceWithCopy(path.join(copy, 'build', 'Release', 'better_sqlite3.node'), cached);
    say(`better-sqlite3 compiled in ${secondsSince(startedAtMs)}`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work @returns {string} the folder to compile in */
function copySources(work) {
  const copy = path.join(work, 'node_modules', 'better-sqlite3');
  const isSource = (/** @type {string} */ file) => !/[\\/](build|prebuilds)$/.test(file);
  fs.cpSync(moduleFolder, copy, { recursive: true, filter: isSource });
  fs.cpSync(packageFolder('node-addon-api'), path.join(work, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  const recipe = path.join(copy, 'binding.gyp');
  fs.writeFileSync(recipe, fs.readFileSync(recipe, 'utf8').replace("'NAPI_VERSION=10', ", ''));
  return copy;
}

/** @returns {string[]} */
function nodeGypCommand() {
  const nodeGyp = path.join(packageFolder('node-gyp'), 'bin', 'node-gyp.js');
  // The registry package of Node carries the headers, which node-gyp would otherwise download.
  const headers = [path.dirname(path.dirname(toolNode())), '/usr/local', '/usr'].find((folder) =>
    fs.existsSync(path.join(folder, 'include', 'node', 'common.gypi')),
  );
  return [nodeGyp, 'rebuild', '--release', '--force_build=1', ...(headers ? [`--nodedir=${headers}`] : [])];
}

/** A binary that does not fit ends the process that loads it, so this is found out in processes of its own. */
async function checkLoads() {
  const program = `new (require(${JSON.stringify(moduleFolder)}))(':memory:').prepare('select 1').get()`;
  const asNode = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  for (const executable of [toolNode(), electronExecutable]) {
    const { code, output } = await run(executable, ['-e', program], { capture: true, env: asNode });
    if (code !== 0)
      throw new SetupError(
        `better-sqlite3 does not load in ${executable} (code ${code}): ${output.trim().slice(-500)}`,
        `Delete ${path.join(fallbackCache, 'native')} and run \`npm run setup\` again.`,
      );
  }
}

/** The lock is held, so nobody works in them. */
function removeLeftovers() {
  for (const entry of fs.readdirSync(fallbackCache))
    if (entry.startsWith('compiling-'))
      fs.rmSync(path.join(fallbackCache, entry), { recursive: true, force: true });
}
