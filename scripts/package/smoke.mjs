import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const limitMs = 60_000;
const readyLine = /^ready$/m;

/**
 * Starts a packaged program once with an empty data folder. With CERTFOLIO_SMOKE it prints "ready" when its first
 * window has painted, and quits.
 * @param {string} executable
 * @returns {Promise<{ ok: boolean, tookMs: number, output: string }>}
 */
export async function smoke(executable) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-smoke-'));
  const startedAtMs = Date.now();
  try {
    const { code, stdout, output } = await start(executable, folder);
    return { ok: code === 0 && readyLine.test(stdout), tookMs: Date.now() - startedAtMs, output };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {string} executable
 * @param {string} folder
 * @returns {Promise<{ code: number | null, stdout: string, output: string }>}
 */
function start(executable, folder) {
  const env = { ...process.env, CERTFOLIO_SMOKE: '1' };
  if (process.platform === 'linux')
    Object.assign(env, { HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'config') });
  const folders = [`--user-data-dir=${path.join(folder, 'profile')}`, `--data=${path.join(folder, 'data')}`];
  const child = spawn(executable, folders, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let output = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    output += chunk;
  });
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, output }));
  });
}
