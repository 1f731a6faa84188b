import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { readHistory, redo, undo, verifyChain } from './service.ts';

export const historyHandlers = (os: Implementer, backend: Backend) => ({
  list: os.history.list.handler(({ input }) => readHistory(backend, input)),
  undo: os.history.undo.handler(() => undo(backend)),
  redo: os.history.redo.handler(() => redo(backend)),
  verify: os.history.verify.handler(({ signal }) => verifyChain(backend, signal)),
});
