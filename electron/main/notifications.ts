import { ORPCError } from '@orpc/client';
import { Notification } from 'electron';
import type { Appearance } from './appearance.ts';
import type { BackendClient } from './backend-process.ts';
import { reminderNotice } from './reminder-notice.ts';

export interface NotificationsOptions {
  readonly client: Pick<BackendClient, 'reminders'>;
  readonly appearance: Appearance;
  readonly openPath: (path: string) => void;
  readonly report: (where: string, error: unknown) => void;
}

/** Some systems never say that a notification was shown; after this time it counts as shown. */
const SHOWN_AFTER_MS = 5_000;
/** After a failure that was not the backend's end. */
const RETRY_MS = 60_000;

/** Shows what falls due as system notifications. `follow` ends with the backend and is called again with the next one. */
export function createNotifications({ client, appearance, openPath, report }: NotificationsOptions) {
  /** Kept from the collector until they are gone, else a click would find nobody. */
  const open = new Set<Notification>();
  /** Tried by this process: what could not be shown stays due and is not tried every minute. */
  const tried = new Set<string>();

  const show = async (told: readonly string[]): Promise<void> => {
    const ids = told.filter((id) => !tried.has(id));
    if (ids.length === 0 || !Notification.isSupported()) return;
    const notice = reminderNotice(await client.reminders.gist({ ids }), appearance.texts());
    if (notice === null) return;
    const notification = new Notification({ title: notice.title, body: notice.body });
    for (const id of ids) tried.add(id);
    const markShown = once(() => {
      client.reminders.markShown({ ids }).then(
        // From here on the data knows; one that was put off may come again.
        () => ids.forEach((id) => tried.delete(id)),
        (error: unknown) => report('reminders', error),
      );
    });
    const timer = setTimeout(markShown, SHOWN_AFTER_MS);
    open.add(notification);
    notification.on('show', markShown);
    notification.on('failed', (_event, error) => {
      clearTimeout(timer);
      open.delete(notification);
      report('notification', error);
    });
    notification.on('click', () => openPath(notice.path));
    notification.on('close', () => open.delete(notification));
    notification.show();
  };

  const follow = async (): Promise<void> => {
    try {
      for await (const { ids } of await client.reminders.watch()) await show(ids);
    } catch (error) {
      if (error instanceof ORPCError && error.code === 'BACKEND_UNAVAILABLE') return;
      report('reminders', error);
      setTimeout(() => void follow(), RETRY_MS);
    }
  };
  return { follow };
}

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}
