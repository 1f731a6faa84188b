import path from 'node:path';
import { isRootOnLinux, modulesFolder } from '../setup/project.mjs';
import { toolNode } from '../setup/node.mjs';

/** @returns {NodeJS.ProcessEnv} our environment, with the tools of this project first on PATH */
export function toolEnvironment() {
  const env = { ...process.env };
  // Set in the terminals of some editors; it would turn Electron into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [path.dirname(toolNode()), path.join(modulesFolder, '.bin'), env[pathName]];
  env[pathName] = folders.filter(Boolean).join(path.delimiter);
  // Tools and tests start many times; what they are made of is compiled once.
  env.NODE_COMPILE_CACHE ??= path.join(modulesFolder, '.cache', 'compiled');
  // Chromium refuses its sandbox to root, which only containers and build machines work as.
  if (isRootOnLinux) env.ELECTRON_DISABLE_SANDBOX = '1';
  if (process.platform === 'linux' && !env.LANG && !env.LC_ALL) env.LANG = 'C.UTF-8';
  return env;
}
