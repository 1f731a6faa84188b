// electron-builder calls this before it packs anything.
import { installedRuntime, wantedVersion } from '../setup/electron-runtime.mjs';

/** Set by package.mjs, which says what its package is for. */
export const checkBuild = 'CERTFOLIO_CHECK_BUILD';

export default function beforePack() {
  const runtime = installedRuntime();
  if (runtime?.kind === 'official' || process.env[checkBuild]) return;
  throw new Error(
    `Electron ${wantedVersion()} is not installed, and packages for others are not made from a stand-in. ` +
      'Run `npm run setup` where Electron can be downloaded, or `npm run package` for a build to check.',
  );
}
