import type { Reminder } from '#shared/contract/reminders.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { Texts } from './texts/zh-cn.ts';

/** What one system notification says, and the page that a click on it opens. */
export interface ReminderNotice {
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

/** At most so many reminders are named in one notification. */
const NAMED = 3;

/** One notice for all reminders that fell due together; null when there are none. */
export function reminderNotice(reminders: readonly Reminder[], texts: Texts): ReminderNotice | null {
  const [first] = reminders;
  if (first === undefined) return null;
  const count = reminders.length;
  if (count === 1) {
    const title = first.obligation.clientName ?? texts.program;
    return { title, body: dutyLine(first, texts), path: pathOf(first) };
  }
  const named = reminders.slice(0, NAMED).map((reminder) => {
    const { clientName } = reminder.obligation;
    const line = dutyLine(reminder, texts);
    return clientName === null ? line : `${clientName} · ${line}`;
  });
  const others = count - named.length;
  return {
    title: texts.reminders.several(count),
    body: [...named, ...(others > 0 ? [texts.reminders.more(others)] : [])].join('\n'),
    path: commonPath(reminders),
  };
}

function dutyLine({ obligation }: Reminder, texts: Texts): string {
  const { kind } = obligation;
  const subject = obligation.step === null ? obligation.subject : texts.step(obligation.step.title);
  // The papers' duties name a kind of paper, the others an account or what somebody wrote.
  const isAboutPaper = kind === 'paper_expiry' || kind === 'licence_term';
  const about = isAboutPaper ? paperWords(subject, texts) : subject;
  const parts = [texts.obligationKind[kind], about, texts.reminders.due(endOf(obligation))];
  return parts.filter((part) => part !== '').join(' · ');
}

/** When the duty ends, whenever its reminder is shown: the day, for a clock of hours with the time of day. */
function endOf({ unit, legalAtMs, legalOn, dueOn }: Reminder['obligation']): string {
  if (unit === 'hour' && legalAtMs !== null) return `${dateOfInstant(legalAtMs)} ${timeOfInstant(legalAtMs)}`;
  return legalOn ?? dueOn;
}

function paperWords(subject: string, texts: Texts): string {
  const kind = documentKinds.find((known) => known === subject);
  return kind === undefined ? subject : texts.documentKind[kind];
}

/** The application, else the client; a task of the firm's own stands on today's page. */
function pathOf({ obligation: { applicationId, clientId } }: Reminder): string {
  if (applicationId !== null) return `/applications/${encodeURIComponent(applicationId)}`;
  return clientId === null ? '/' : `/clients/${encodeURIComponent(clientId)}`;
}

/** Where all of them are; today's page when they are in several places. */
function commonPath(reminders: readonly Reminder[]): string {
  const paths = new Set(reminders.map(pathOf));
  const [only] = paths;
  return only !== undefined && paths.size === 1 ? only : '/';
}
