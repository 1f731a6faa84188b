// What `electron [switches] [-r module] <folder or file>` runs: the stand-in run time comes without it.
import { app } from 'electron';
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { preloads, target, version } = readArguments(process.argv.slice(1));
if (version) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (preloads.length > 0) Module._preloadModules(preloads);
if (target === undefined) {
  console.error('usage: electron [switches] [-r module] <folder or file of a program>');
  process.exit(2);
}
try {
  // Awaited, so that "ready" comes after the top level of the program, as with Electron's own loader.
  await import(pathToFileURL(describeProgram(path.resolve(target))).href);
} catch (error) {
  console.error('The program failed while it was being loaded:', error);
  process.exit(1);
}

function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-v' || arg === '--version') return { preloads, version: true };
    if (arg === '-r' || arg === '--require') preloads.push(args[(index += 1)]);
    else if (!arg.startsWith('-')) return { preloads, target: arg };
  }
  return { preloads };
}

/** Gives Electron the program's name and version, and returns the file to load. */
function describeProgram(location) {
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const entry = Module._resolveFilename(location, null, true);
  const manifestFile = path.join(location, 'package.json');
  if (!fs.existsSync(manifestFile)) {
    app.setAppPath(path.dirname(entry));
    return entry;
  }
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(location);
  return entry;
}
