import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const modulesFolder = path.join(root, 'node_modules');

/** Where things that are large and the same for every clone are kept, outside the repository. */
export const cacheFolder = path.join(
  process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
  'certfolio',
);

/** @param {string} file @returns {any} the parsed file, or undefined when it is absent or damaged */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} file @returns {string | undefined} its trimmed text, or undefined when it cannot be read */
export function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** @param {string} packageName @returns {string} the folder of an installed package */
export function packageFolder(packageName) {
  return path.join(modulesFolder, ...packageName.split('/'));
}

/** @param {readonly (string | Buffer)[]} parts @returns {string} SHA-256 in hex */
export function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Writes a file so that a reader sees the old or the new content, never a part. @param {string} file @param {string | Buffer} content */
export function replaceFile(file, content) {
  const temporary = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(temporary, content);
  fs.renameSync(temporary, file);
}

export const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
