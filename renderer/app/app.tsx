import { QueryClientProvider } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProvider } from '#renderer/api/api.tsx';
import type { Api } from '#renderer/api/api.tsx';
import { ConflictsProvider } from '#renderer/api/conflicts.tsx';
import { FailuresProvider } from '#renderer/api/failures.tsx';
import { Appearance } from './appearance.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { router } from './routes.tsx';

interface AppProps {
  readonly api: Api;
  readonly queryClient: QueryClient;
}

export function App({ api, queryClient }: AppProps) {
  return (
    <ApiProvider api={api}>
      <QueryClientProvider client={queryClient}>
        <FailuresProvider>
          <ConflictsProvider>
            <Appearance>
              <ErrorBoundary>
                <RouterProvider router={router} />
              </ErrorBoundary>
            </Appearance>
          </ConflictsProvider>
        </FailuresProvider>
      </QueryClientProvider>
    </ApiProvider>
  );
}
