import '#renderer/api/zod-without-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './fonts.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from '#renderer/api/api.tsx';
import { connect, createBackendClient, createShellClient } from '#renderer/api/connect.ts';
import { createQueryClient } from '#renderer/api/query-client.ts';
import { watchChanges } from '#renderer/api/watch-changes.ts';
import { App } from './app.tsx';
import { loadFontParts } from './font-parts.ts';
import { keepAddressWhole } from './whole-address.ts';

/** The entry of every window: two ports, one client each, then the interface. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  const ports = await connect();
  const api = createApi(createBackendClient(ports.backend), createShellClient(ports.shell));
  const queryClient = createQueryClient();
  watchChanges(api, queryClient);
  keepAddressWhole();
  loadFontParts();
  createRoot(root).render(
    <StrictMode>
      <App api={api} queryClient={queryClient} />
    </StrictMode>,
  );
}

void start();
