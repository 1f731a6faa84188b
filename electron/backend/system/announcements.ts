import { EventPublisher } from '@orpc/server';
import type { Backend } from '#backend/backend.ts';
import type { CommitListener } from '#backend/db/change.ts';

/** Which tables changed; `changeId` is null for what belongs to this computer alone. */
export interface Announcement {
  readonly tables: string[];
  readonly changeId: string | null;
}

type Publisher = EventPublisher<{ changed: Announcement }>;
/** A window that is busy for long must not miss what changed meanwhile. */
const maxBufferedEvents = 10_000;
const publishers = new WeakMap<Backend, Publisher>();

/** Tells every window that rows outside the history have changed (settings of this computer, reminders). */
export function announce(backend: Backend, tables: readonly string[]): void {
  publisherOf(backend).publish('changed', { tables: [...tables], changeId: null });
}

/** What changes from this call on, until the signal ends it. */
export function watchChanges(
  backend: Backend,
  signal: AbortSignal | undefined,
): AsyncGenerator<Announcement> {
  return endedBy(signal, publisherOf(backend).subscribe('changed', { signal, maxBufferedEvents }));
}

/** Calls back at every change from now on, for as long as the backend runs. */
export function onAnnouncement(backend: Backend, listener: (announcement: Announcement) => void): void {
  publisherOf(backend).subscribe('changed', listener);
}

/** One per backend, made before the first change that anybody could watch. */
function publisherOf(backend: Backend): Publisher {
  const known = publishers.get(backend);
  if (known !== undefined) return known;
  const made: Publisher = new EventPublisher();
  publishers.set(backend, made);
  backend.changes.onCommit(onceWhole((announcement) => made.publish('changed', announcement)));
  return made;
}

/** Tells a change at once, one in parts at its end: no window shows half of it, or asks again while it is written. */
function onceWhole(tell: (announcement: Announcement) => void): CommitListener {
  const untold = new Set<string>();
  return (touched, changeId, isPart) => {
    for (const { table } of touched) untold.add(table);
    if (untold.size === 0 || isPart) return;
    const tables = [...untold];
    untold.clear();
    tell({ tables, changeId });
  };
}

async function* endedBy<T>(signal: AbortSignal | undefined, events: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield* events;
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
