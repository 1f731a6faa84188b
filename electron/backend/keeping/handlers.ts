import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { destroy, listDestroyed, listDue } from './service.ts';

export const keepingHandlers = (os: Implementer, backend: Backend) => ({
  due: os.keeping.due.handler(({ input }) => listDue(backend, input)),
  destroy: os.keeping.destroy.handler(({ input }) => destroy(backend, input)),
  destroyed: os.keeping.destroyed.handler(({ input }) => listDestroyed(backend, input)),
});
