import fs from 'node:fs';
import path from 'node:path';
import { runNpm } from './commands.mjs';
import { modulesFolder, readJson, readText, replaceFile, root, sha256 } from './project.mjs';
import { SetupError, say, secondsSince } from './report.mjs';

const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(modulesFolder, '.certfolio-installed');

/** Makes node_modules what package-lock.json says. */
export async function ensureDependencies() {
  const wanted = sha256(fs.readFileSync(lockFile), process.platform, process.arch);
  if (readText(stampFile) === wanted) return;
  if (!installedByHand()) await install();
  replaceFile(stampFile, wanted);
}

async function install() {
  const startedAtMs = Date.now();
  say('installing the dependencies (npm ci)');
  // Install scripts are not needed: every native module brings its binary, and ours are built further on.
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await runNpm(args, { cwd: root });
  if (code !== 0)
    throw new SetupError(
      `npm ci ended with code ${code}`,
      'npm says why above. Check that the registry can be reached and the disk has 2 GB free, then run this again.',
    );
  say(`dependencies installed in ${secondsSince(startedAtMs)}`);
}

/** After `npm install` the tree is right without us: npm keeps its own record of what it put there. */
function installedByHand() {
  const installed = readJson(path.join(modulesFolder, '.package-lock.json'))?.packages;
  const wanted = readJson(lockFile)?.packages;
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([where, { version, optional, link }]) => {
    if (where === '' || link) return true;
    const found = installed[where];
    return found ? found.version === version : optional === true;
  });
}
