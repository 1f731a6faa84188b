import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { finishTask, saveTask, trashTask } from './service.ts';

export const taskHandlers = (os: Implementer, backend: Backend) => ({
  save: os.tasks.save.handler(({ input }) => saveTask(backend, input)),
  finish: os.tasks.finish.handler(({ input }) => finishTask(backend, input.id)),
  trash: os.tasks.trash.handler(({ input }) => trashTask(backend, input.id)),
});
