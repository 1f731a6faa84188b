import type { ObligationRow } from '#shared/contract/obligations.ts';
import type { ReminderGist } from '#shared/contract/reminders.ts';
import { dateOfInstant, timeOfInstant } from '#shared/domain/calendar-date.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import type { Texts } from './texts/zh-cn.ts';

/** What one system notification says, and the page that a click on it opens. */
export interface ReminderNotice {
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

/** One notice for all reminders that fell due together; null when there are none. */
export function reminderNotice(gist: ReminderGist, texts: Texts): ReminderNotice | null {
  const { count, named } = gist;
  if (count === 0) return null;
  const path = pathOf(gist);
  const [first] = named;
  if (count === 1 && first !== undefined) {
    return { title: first.clientName ?? texts.program, body: dutyLine(first, texts), path };
  }
  const lines = named.map((duty) => {
    const line = dutyLine(duty, texts);
    return duty.clientName === null ? line : `${duty.clientName} · ${line}`;
  });
  const others = count - named.length;
  return {
    title: texts.reminders.several(count),
    body: [...lines, ...(others > 0 ? [texts.reminders.more(others)] : [])].join('\n'),
    path,
  };
}

function dutyLine(obligation: ObligationRow, texts: Texts): string {
  const { kind } = obligation;
  const subject = obligation.step === null ? obligation.subject : texts.step(obligation.step.title);
  // The papers' duties name a kind of paper, the others an account or what somebody wrote.
  const isAboutPaper = kind === 'paper_expiry' || kind === 'licence_term';
  const about = isAboutPaper ? paperWords(subject, texts) : subject;
  const parts = [texts.obligationKind[kind], about, texts.reminders.due(endOf(obligation))];
  return parts.filter((part) => part !== '').join(' · ');
}

/** When the duty ends, whenever its reminder is shown: the day, for a clock of hours with the time of day. */
function endOf({ unit, legalAtMs, legalOn, dueOn }: ObligationRow): string {
  if (unit === 'hour' && legalAtMs !== null) return `${dateOfInstant(legalAtMs)} ${timeOfInstant(legalAtMs)}`;
  return legalOn ?? dueOn;
}

function paperWords(subject: string, texts: Texts): string {
  const kind = documentKinds.find((known) => known === subject);
  return kind === undefined ? subject : texts.documentKind[kind];
}

/** The application, else the client, where all of them are; today's page when they are in several places or in none. */
function pathOf({ applicationId, clientId }: ReminderGist): string {
  if (applicationId !== null) return `/applications/${encodeURIComponent(applicationId)}`;
  return clientId === null ? '/today' : `/clients/${encodeURIComponent(clientId)}`;
}
