import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram, run } from '../setup/commands.mjs';
import { SetupError } from '../setup/report.mjs';
import { notificationDaemons } from '../setup/system-libraries.mjs';
import { firstLine, startCompanion } from './companions.mjs';

const readyMs = 10_000;
const pollMs = 50;

/**
 * A session bus of our own with a notification daemon on it, so that tests see real notifications and disturb nobody's.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function withSessionBus(env) {
  if (process.platform !== 'linux') return env;
  const daemon = startCompanion(
    ['dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=3'],
    env,
  );
  const inside = { ...env, DBUS_SESSION_BUS_ADDRESS: await firstLine(daemon, 'dbus-daemon') };
  const program = notificationDaemons.find(findProgram) ?? 'dunst';
  startCompanion([program], inside);
  await notificationsAnswer(program, inside);
  return inside;
}

/** @param {string} program @param {NodeJS.ProcessEnv} env */
async function notificationsAnswer(program, env) {
  const ask = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
  ];
  const name = 'string:org.freedesktop.Notifications';
  for (const until = Date.now() + readyMs; Date.now() < until; await sleep(pollMs)) {
    const { output } = await run('dbus-send', [...ask, name], { capture: true, env });
    if (output.includes('boolean true')) return;
  }
  throw new SetupError(
    `${program} does not answer for notifications on the session bus`,
    `Run \`dbus-run-session -- ${program}\` with a display to see what is wrong with it.`,
  );
}
