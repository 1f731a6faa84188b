import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { dueReminders, finishReminders, gistOfReminders, markShown, snooze } from './service.ts';
import { createReminderWatch } from './watch.ts';

export function reminderHandlers(os: Implementer, backend: Backend) {
  const watch = createReminderWatch(backend);
  return {
    due: os.reminders.due.handler(() => dueReminders(backend)),
    watch: os.reminders.watch.handler(({ signal }) => watch.batches(signal)),
    gist: os.reminders.gist.handler(({ input }) => gistOfReminders(backend, input.ids)),
    markShown: os.reminders.markShown.handler(async ({ input }) => {
      await markShown(backend, input.ids);
      return {};
    }),
    snooze: os.reminders.snooze.handler(({ input }) => {
      snooze(backend, input.ids, input.until);
      return {};
    }),
    finish: os.reminders.finish.handler(({ input }) => {
      finishReminders(backend, input.ids);
      return {};
    }),
    clockMoved: os.reminders.clockMoved.handler(() => {
      watch.lookNow();
      return {};
    }),
  };
}
