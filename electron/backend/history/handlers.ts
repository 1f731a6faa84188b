import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { readHistory, verifyChain } from './service.ts';
import { redo, takeableOf, undo } from './undo.ts';

export const historyHandlers = (os: Implementer, backend: Backend) => ({
  list: os.history.list.handler(({ input }) => readHistory(backend, input)),
  undo: os.history.undo.handler(({ input }) => undo(backend, input.changeId)),
  redo: os.history.redo.handler(() => redo(backend)),
  takeable: os.history.takeable.handler(({ input }) => takeableOf(backend, input.changeIds)),
  verify: os.history.verify.handler(({ signal }) => verifyChain(backend, signal)),
});
