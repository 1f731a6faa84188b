import type { ArchivedClient } from '../client-archive.ts';
import { changeWords, subjectWords } from '../event-words.ts';
import { momentWords } from '../speech.ts';
import type { PageContext } from './context.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { tableOf } from './parts.ts';

/** What was done for the client, newest first. */
export function historySection({ speech }: PageContext, { events }: ArchivedClient): Html {
  const { archive } = speech;
  return tableOf(
    speech,
    [
      { head: archive.head.moment, cell: (event) => momentWords(event.at_ms) },
      { head: archive.head.person, cell: (event) => event.actor_name },
      {
        head: archive.head.what,
        cell: (event) => `${archive.operation[event.operation]} ${subjectWords(speech, event)}`,
      },
      {
        head: archive.head.changes,
        cell: (event) =>
          html`<ul class="plain">
            ${changeWords(speech, event).map((line) => html`<li>${line}</li>`)}
          </ul>`,
      },
    ],
    events,
  );
}
