import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { findAll } from './service.ts';

export const searchHandlers = (os: Implementer, backend: Backend) => ({
  query: os.search.query.handler(({ input }) => ({ groups: findAll(backend, input.text, input) })),
});
