// One set-up at a time. The lock is a file that names its owner; it is touched while it is held, so that a
// lock left behind by a process that was killed can be told from one that is in use.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson } from './project.mjs';
import { SetupError, say } from './report.mjs';

const pollMs = 250;
const touchEveryMs = 5_000;
const abandonedAfterMs = 300_000;
const emptyAfterMs = 10_000;
const giveUpAfterMs = 1_800_000;

/** @typedef {{ readonly host: string, readonly pids: readonly number[] }} Owner */

/** @type {Set<string>} the lock files that this process holds */
const held = new Set();
/** @type {Set<number>} children that must end before a lock counts as abandoned */
const children = new Set();

/**
 * Runs the task while this process alone holds the lock; waits while another one does.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withLock(file, task) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await acquire(file);
  held.add(file);
  const touch = setInterval(() => touchLock(file), touchEveryMs);
  touch.unref();
  try {
    return await task();
  } finally {
    clearInterval(touch);
    held.delete(file);
    fs.rmSync(file, { force: true });
  }
}

/** A child that outlives a killed set-up still works on the same files: the locks name it too. @param {number} pid */
export function childStarted(pid) {
  children.add(pid);
  for (const file of held) fs.writeFileSync(file, ownerText());
}

/** @param {number} pid */
export function childEnded(pid) {
  children.delete(pid);
  for (const file of held) fs.writeFileSync(file, ownerText());
}

/** @param {string} file */
async function acquire(file) {
  const startedAtMs = Date.now();
  for (let announced = false; !tryCreate(file); announced = true) {
    if (isAbandoned(file)) {
      takeAway(file);
      continue;
    }
    if (!announced)
      say(`another set-up is at work (process ${owner(file)?.pids[0] ?? 'unknown'}): waiting for it`);
    if (Date.now() - startedAtMs > giveUpAfterMs)
      throw new SetupError(
        `the lock ${file} is still held after half an hour`,
        'End the process that holds it, or delete the file when there is none.',
      );
    await sleep(pollMs);
  }
}

/** @param {string} file @returns {boolean} whether the file was created, and so the lock taken */
function tryCreate(file) {
  try {
    fs.writeFileSync(file, ownerText(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file @returns {boolean} */
function isAbandoned(file) {
  const touchedAtMs = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (touchedAtMs === undefined) return false;
  const ageMs = Date.now() - touchedAtMs;
  const by = owner(file);
  if (!by) return ageMs > emptyAfterMs;
  if (by.host === os.hostname() && !by.pids.some(isAlive)) return true;
  return ageMs > abandonedAfterMs;
}

/**
 * Only one process at a time may take an abandoned lock away, and it looks again first: otherwise it could
 * remove the fresh lock of a process that was quicker.
 * @param {string} file
 */
function takeAway(file) {
  const permit = `${file}.takeover`;
  const permitAgeMs = Date.now() - (fs.statSync(permit, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (permitAgeMs > emptyAfterMs) fs.rmSync(permit, { force: true });
  if (!tryCreate(permit)) return;
  try {
    if (isAbandoned(file)) fs.rmSync(file, { force: true });
  } finally {
    fs.rmSync(permit, { force: true });
  }
}

/** @param {string} file @returns {Owner | undefined} */
function owner(file) {
  const found = readJson(file);
  return Array.isArray(found?.pids) ? found : undefined;
}

function ownerText() {
  return JSON.stringify({ host: os.hostname(), pids: [process.pid, ...children] });
}

/** @param {string} file */
function touchLock(file) {
  const now = new Date();
  try {
    fs.utimesSync(file, now, now);
  } catch {
    // A cache that was deleted while we work takes the lock with it; the work itself will say so.
  }
}

/** @param {number} pid @returns {boolean} */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
