import fs from 'node:fs';
import path from 'node:path';
import { electronExecutable } from '../setup/electron-runtime.mjs';
import { packageFolder, readJson, root } from '../setup/project.mjs';
import { toolNode } from '../setup/node.mjs';

/**
 * Finds what a command's first word means here. The tools are started as files for Node rather than through
 * node_modules/.bin, which on Windows holds command files that need a shell.
 * @param {readonly string[]} command such as ['playwright', 'test']
 * @returns {readonly [string, ...string[]]} an executable and its arguments
 */
export function resolveCommand([name = '', ...args]) {
  if (name === 'node') return [toolNode(), ...args];
  if (name === 'electron') return [electronExecutable, ...args];
  const file = toolFile(name);
  return file ? [toolNode(), file, ...args] : [name, ...args];
}

/** @param {string} name @returns {string | undefined} the file of a tool that a package of ours brings */
function toolFile(name) {
  const manifest = readJson(path.join(root, 'package.json'));
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const folder = packageFolder(dependency);
    const bin = readJson(path.join(folder, 'package.json'))?.bin;
    const file = typeof bin === 'string' ? dependency === name && bin : bin?.[name];
    if (file && fs.existsSync(path.join(folder, file))) return path.join(folder, file);
  }
  return undefined;
}
