import type { Query, QueryClient } from '@tanstack/react-query';
import type { Api } from './api.tsx';
import { askAgain } from './ask-again.ts';
import { onBackendEvent } from './connect.ts';

/** How often what depends on the time of day is asked for again. */
const minuteMs = 60_000;
/** How long after the last change the frame asks again. */
const quietMs = 300;

/** What no page shows: that a reminder has been put before the user. */
const unseen: ReadonlySet<string> = new Set(['reminders']);
/** What only finds something: what was read of files and measured, what their pages look like, what lies in the watched folder. */
const onlyFinds: ReadonlySet<string> = new Set([
  'file_texts',
  'page_prints',
  'page_measures',
  'intake_folder',
]);

/** Marks what the frame around the page shows: it asks again after the page, once for a row of changes. */
export const frameMeta = { isFrame: true } as const;
const isFrame = ({ meta }: Query): boolean => meta?.isFrame === true;

/**
 * Asks again for what is shown whenever rows change, also in another window, when the backend comes back, and by the
 * minute for the countdowns. Returns a function that ends it.
 */
export function watchChanges(api: Api, queryClient: QueryClient): () => void {
  const ending = new AbortController();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    askAgain(queryClient, { predicate: (each) => !isFrame(each) });
    clearTimeout(quiet);
    quiet = setTimeout(() => askAgain(queryClient, { predicate: isFrame }), quietMs);
  };
  const { search, documents, intake, reading, quality, applications, renewal } = api.query;
  const refreshFound = (): void => {
    const found = [
      search,
      documents.list,
      intake.get,
      intake.folder,
      reading,
      quality,
      renewal,
      applications.preCheck,
    ];
    for (const queryKey of found.map((part) => part.key())) askAgain(queryClient, { queryKey });
  };
  const listen = async (): Promise<void> => {
    const changes = await api.backend.system.changes(undefined, { signal: ending.signal });
    for await (const { tables } of changes) {
      const seen = tables.filter((table) => !unseen.has(table));
      if (seen.some((table) => !onlyFinds.has(table))) refresh();
      else if (seen.length > 0) refreshFound();
    }
  };
  // A lost backend ends the stream; the event below opens it anew.
  const follow = (): void => void listen().catch(() => undefined);
  follow();
  const endListening = onBackendEvent((event) => {
    if (event !== 'back') return;
    refresh();
    follow();
  });
  // What costs seconds to look up does not hang on the minute.
  const byMinute = ({ meta }: Query): boolean => meta?.onChangeOnly !== true;
  const timer = setInterval(() => askAgain(queryClient, { predicate: byMinute }), minuteMs);
  return () => {
    ending.abort();
    endListening();
    clearInterval(timer);
    clearTimeout(quiet);
  };
}
