import type { InSteps } from '#shared/domain/in-steps.ts';
import type { Db } from '#backend/db/open.ts';
import { eventsOfChange } from './queries.ts';
import type { ChangedRow } from './queries.ts';

/** Read at a time: some ten milliseconds. */
const eventsAtOnce = 4000;

/** All events of a change in their order, a page at a step: an import has hundreds of thousands. */
export function* eventsInSteps(db: Db, changeId: string): InSteps<ChangedRow[]> {
  const events: ChangedRow[] = [];
  for (let behind = 0; ;) {
    const page = eventsOfChange(db, changeId, behind, eventsAtOnce);
    for (const event of page) events.push(event);
    const last = page.at(-1);
    if (last === undefined || page.length < eventsAtOnce) return events;
    behind = last.place;
    yield;
  }
}
