// What Electron and its tests need of a Linux system. Other systems bring everything with them.
import fs from 'node:fs';
import path from 'node:path';
import { findProgram, run } from './commands.mjs';
import { advice, list, provide } from './debian-packages.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { isRootOnLinux } from './project.mjs';
import { SetupError, say } from './report.mjs';

/** @typedef {import('./debian-packages.mjs').Need} Need */

/**
 * Packages by the libraries that Electron's executable asks for. The X, Pango, Cairo and GLib libraries come with GTK.
 * The second names are those before the change to 64-bit time (Debian 12, Ubuntu 22.04).
 * @type {readonly (readonly [RegExp, readonly string[]])[]}
 */
const packagesByLibrary = [
  [/^lib(nss3|nssutil3|smime3|nspr4)\.so/, ['libnss3']],
  [/^libatk-1\.0\.so/, ['libatk1.0-0t64', 'libatk1.0-0']],
  [/^libatk-bridge-2\.0\.so/, ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0']],
  [/^libatspi\.so/, ['libatspi2.0-0t64', 'libatspi2.0-0']],
  [/^libcups\.so/, ['libcups2t64', 'libcups2']],
  [/^libdbus-1\.so/, ['libdbus-1-3']],
  [/^libdrm\.so/, ['libdrm2']],
  [/^libgbm\.so/, ['libgbm1']],
  [/^libxkbcommon\.so/, ['libxkbcommon0']],
  [/^libudev\.so/, ['libudev1']],
  [/^libexpat\.so/, ['libexpat1']],
  [/^libasound\.so/, ['libasound2t64', 'libasound2']],
];
const packagesOfGtk = ['libgtk-3-0t64', 'libgtk-3-0'];

/** Loaded by Electron only when first used, so that ldd does not name it: without it there are no notifications. */
const notifications = { what: 'libnotify.so.4', packages: ['libnotify4'] };

/** @type {Need} */
const virtualDisplay = { what: 'Xvfb', packages: ['xvfb'] };
/** @type {Need} */
const bus = { what: 'dbus-daemon', packages: ['dbus'] };
/** @type {Need} */
const busTool = { what: 'dbus-send', packages: ['dbus-bin', 'dbus'] };

/** Programs that show notifications, the first one installed is used. */
export const notificationDaemons = [
  'dunst',
  '/usr/lib/notification-daemon/notification-daemon',
  '/usr/lib/x86_64-linux-gnu/xfce4/notifyd/xfce4-notifyd',
  '/usr/libexec/mate-notification-daemon',
];

/**
 * @typedef {object} Surroundings what the command that runs next expects
 * @property {boolean} display a display, a virtual one where there is none
 * @property {boolean} sessionBus a session bus with a notification daemon
 */

/** @param {Surroundings} surroundings */
export async function ensureSystemLibraries(surroundings) {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries();
  const required = [...libraries, ...missingPrograms(surroundings)];
  const useful = missingPrograms({ display: true, sessionBus: true }).filter(
    (need) => !required.includes(need),
  );
  if (isRootOnLinux || required.length > 0) await provide([...required, ...useful]);
  else if (useful.length > 0) say(`the tests will also need ${list(useful)}. ${await advice(useful)}`);
  if (!isRootOnLinux) await adviseOnSandbox();
  if (libraries.length === 0) return;
  const left = await missingLibraries();
  if (left.length > 0) throw new SetupError(`Electron still lacks ${list(left)}`, await advice(left));
}

/** @returns {boolean} whether a window can be shown without a display of our own */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @returns {Promise<Need[]>} */
async function missingLibraries() {
  const { code, output } = await run('ldd', [electronExecutable], { capture: true });
  if (code !== 0)
    throw new SetupError(
      `ldd cannot read ${electronExecutable}: ${output.trim()}`,
      'Delete node_modules and run this again.',
    );
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  const missing = names.map((what) => ({ what, packages: packagesOf(what) }));
  return hasLibrary(notifications.what) ? missing : [...missing, notifications];
}

/** @param {string} library @returns {readonly string[]} */
function packagesOf(library) {
  return packagesByLibrary.find(([pattern]) => pattern.test(library))?.[1] ?? packagesOfGtk;
}

/** @param {string} name @returns {boolean} */
function hasLibrary(name) {
  const multiarch =
    { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[/** @type {string} */ (process.arch)] ?? '';
  const folders = [`/usr/lib/${multiarch}`, `/lib/${multiarch}`, '/usr/lib64', '/usr/lib', '/usr/local/lib'];
  return folders.some((folder) => fs.existsSync(path.join(folder, name)));
}

/** @param {Surroundings} surroundings @returns {Need[]} */
function missingPrograms({ display, sessionBus }) {
  const missing = [];
  if (display && !hasDisplay() && !findProgram(virtualDisplay.what)) missing.push(virtualDisplay);
  if (sessionBus) {
    missing.push(...[bus, busTool].filter(({ what }) => !findProgram(what)));
    if (!notificationDaemons.some(findProgram)) missing.push(dunst);
  }
  return missing;
}

/** @type {Need} */
const dunst = { what: 'a notification daemon (dunst)', packages: ['dunst'] };

/** Some systems deny ordinary users the namespaces that Chromium's sandbox is made of; Electron then ends at its start. */
async function adviseOnSandbox() {
  if (!findProgram('unshare')) return;
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true'], { capture: true });
  const helper = path.join(path.dirname(electronExecutable), 'chrome-sandbox');
  const stat = fs.statSync(helper, { throwIfNoEntry: false });
  const isPrivileged = stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
  if (code !== 0 && !isPrivileged)
    say(
      `this system keeps user namespaces from Electron's sandbox. If Electron does not start, run: sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
    );
}
