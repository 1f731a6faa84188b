import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { listConsultants, saveConsultant, trashConsultant } from './consultants.ts';
import { changeSettings, readSettings } from './service.ts';

export const settingsHandlers = (os: Implementer, backend: Backend) => ({
  get: os.settings.get.handler(() => readSettings(backend)),
  set: os.settings.set.handler(({ input }) => changeSettings(backend, input)),
});

export const consultantHandlers = (os: Implementer, backend: Backend) => ({
  list: os.consultants.list.handler(() => listConsultants(backend)),
  save: os.consultants.save.handler(({ input }) => saveConsultant(backend, input.id, input.consultant)),
  trash: os.consultants.trash.handler(({ input }) => trashConsultant(backend, input.id)),
});
