import { notifyManager, QueryClient } from '@tanstack/react-query';

/**
 * Answers come from this computer in milliseconds and change only when the backend says so: what was shown stays on
 * the screen while it is asked for again, and nothing is asked for twice without a reason.
 */
export function createQueryClient(): QueryClient {
  // What has come is drawn in the same task, not after the next timer.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
