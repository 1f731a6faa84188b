import os from 'node:os';
import path from 'node:path';
import { ensureBuild } from './build.mjs';
import { endWithSignals } from './commands.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { announce, ensureElectron } from './electron-runtime.mjs';
import { withLock } from './lock.mjs';
import { ensureNativeModules } from './native-modules.mjs';
import { root, sha256 } from './project.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * @typedef {object} SetUpOptions
 * @property {boolean} electron the Electron run time with what it needs of the system
 * @property {boolean} build the program in out/
 * @property {boolean} [retryOfficial] ask for the official Electron again where the stand-in is in place
 * @property {import('./system-libraries.mjs').Surroundings} [surroundings]
 */

/** `npm ci` empties node_modules, so the lock of this clone cannot be kept there. */
const lockFile = path.join(os.tmpdir(), `certfolio-setup-${sha256(root).slice(0, 16)}.lock`);

/**
 * Does what is missing, and nothing when nothing is. Safe to interrupt and to run twice at once.
 * @param {SetUpOptions} options
 */
export async function setUp({ electron, build, retryOfficial = false, surroundings }) {
  const stopWatching = endWithSignals();
  try {
    await withLock(lockFile, async () => {
      await ensureDependencies();
      if (electron) {
        const runtime = await ensureElectron({ retryOfficial });
        await ensureSystemLibraries(surroundings ?? { display: false, sessionBus: false });
        await ensureNativeModules(runtime);
        announce(runtime);
      }
      if (build) await ensureBuild();
    });
  } finally {
    stopWatching();
  }
}
