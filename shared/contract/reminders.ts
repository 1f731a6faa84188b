import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { obligationRow } from './obligations.ts';
import { calendarDate, id, instant } from './values.ts';

/** A notice for one duty at one step of its ladder. `dueAtMs` is when it fell due, also while the program was closed. */
export const reminder = z.object({ id, step: z.string(), dueAtMs: instant, obligation: obligationRow });
export type Reminder = z.infer<typeof reminder>;

/** What is to be shown now, oldest first, as one batch: never one notice after the other. */
export const reminderBatch = z.object({
  ids: z.array(id),
  totalDue: z.int(),
  sinceStart: z.boolean(),
});

/** What one notice can say of the duties of many reminders. */
const reminderGist = z.object({
  count: z.int(),
  /** The first three. */
  named: z.array(obligationRow),
  /** The client and the application of all of them; null when they are of several, or of none. */
  clientId: id.nullable(),
  applicationId: id.nullable(),
});
export type ReminderGist = z.infer<typeof reminderGist>;

export const reminders = {
  /** Due, not shown, not snoozed and not done. */
  due: procedure.output(z.array(reminder)),
  /** Yields a batch whenever something has fallen due, while reminders are switched on. */
  watch: procedure.output(eventIterator(reminderBatch)),
  /** Of the duties that still stand, in the order of the ids. */
  gist: procedure.input(z.object({ ids: z.array(id) })).output(reminderGist),
  markShown: procedure.input(z.object({ ids: z.array(id) })).output(z.object({})),
  snooze: procedure.input(z.object({ ids: z.array(id), until: calendarDate })).output(z.object({})),
  finish: procedure.input(z.object({ ids: z.array(id) })).output(z.object({})),
  /** The computer woke up or its clock was moved. */
  clockMoved: procedure.output(z.object({})),
};
