import { resultOf } from '#shared/contract/work.ts';
import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { readHistory, verifyChain } from './service.ts';
import { untilTakenBack } from './taken-back.ts';
import { doesStand, redo, takeableOf, undo } from './undo.ts';

export const historyHandlers = (os: Implementer, backend: Backend) => ({
  list: os.history.list.handler(({ input }) => readHistory(backend, input)),
  undo: os.history.undo.handler(({ input, signal }) => resultOf(undo(backend, input.changeId, signal))),
  redo: os.history.redo.handler(({ signal }) => resultOf(redo(backend, signal))),
  undoing: os.history.undoing.handler(({ input, signal }) => undo(backend, input.changeId, signal)),
  redoing: os.history.redoing.handler(({ signal }) => redo(backend, signal)),
  takeable: os.history.takeable.handler(({ input, signal }) => takeableOf(backend, input.changeIds, signal)),
  stands: os.history.stands.handler(({ input }) => doesStand(backend, input.changeId)),
  untilTakenBack: os.history.untilTakenBack.handler(({ signal }) => untilTakenBack(backend, signal)),
  verify: os.history.verify.handler(({ signal }) => verifyChain(backend, signal)),
});
