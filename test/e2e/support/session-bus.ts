import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { endCompanions } from '../../../scripts/run/companions.mjs';
import { withSessionBus } from '../../../scripts/run/session-bus.mjs';

/** One notification as the system was asked to show it. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Listens on the session bus for what is asked of the notification daemon. */
export interface NoticeWatch {
  readonly notices: readonly Notice[];
  stop(): void;
}

/** Gives the programs that this file starts a session bus and a notification daemon of their own, until it is ended. */
export async function ownSessionBus(): Promise<() => Promise<void>> {
  const shared = process.env.DBUS_SESSION_BUS_ADDRESS;
  const { DBUS_SESSION_BUS_ADDRESS: own } = await withSessionBus(process.env);
  process.env.DBUS_SESSION_BUS_ADDRESS = own;
  return async () => {
    process.env.DBUS_SESSION_BUS_ADDRESS = shared;
    await endCompanions();
  };
}

/** Takes every notification from the screen. */
export function closeNotices(): void {
  execFileSync('dunstctl', ['close-all']);
}

/** Clicks on the one notification on the screen: dunst does what it would do for a click. */
export function clickNotice(): void {
  execFileSync('dunstctl', ['action', '0']);
}

export const hasSessionBus = (): boolean => (process.env.DBUS_SESSION_BUS_ADDRESS ?? '') !== '';

const filter = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'";

/** Resolves once it listens. */
export async function watchNotices(): Promise<NoticeWatch> {
  const monitor = spawn('dbus-monitor', ['--session', filter], { stdio: ['ignore', 'pipe', 'inherit'] });
  const notices: Notice[] = [];
  const reader = createReader((notice) => notices.push(notice));
  const lines = createInterface({ input: monitor.stdout });
  await new Promise<void>((resolve, reject) => {
    monitor.once('error', reject);
    // Its first line tells that it has been let in.
    lines.once('line', () => resolve());
  });
  lines.on('line', reader);
  return { notices, stop: () => void monitor.kill() };
}

/**
 * Reads the monitor's text: a line for the call, then one for each argument. Of its texts the third is the title and
 * the fourth the body (Desktop Notifications 1.2, Notify: app_name, replaces_id, app_icon, summary, body, …).
 */
function createReader(onNotice: (notice: Notice) => void): (line: string) => void {
  let texts: string[] | null = null;
  return (line) => {
    if (line.startsWith('method call') && line.includes('member=Notify')) texts = [];
    else if (texts === null) return;
    else if (/^ {3}string "/u.test(line)) texts.push(line.slice(line.indexOf('"') + 1));
    else if (texts.length > 0 && !line.startsWith('   ')) texts.push(`${texts.pop() ?? ''}\n${line}`);
    // The actions follow the body.
    else if (texts.length >= 4 && line.startsWith('   array')) {
      const [, , title = '', body = ''] = texts.map((text) => text.replace(/"$/u, ''));
      texts = null;
      onNotice({ title, body });
    }
  };
}
