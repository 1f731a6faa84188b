import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { erasePerson } from './erase.ts';
import { exportPerson } from './export.ts';
import { listErasures, listPeople, previewErasure, reportPerson } from './service.ts';

export const peopleHandlers = (os: Implementer, backend: Backend) => ({
  list: os.people.list.handler(({ input }) => listPeople(backend, input)),
  report: os.people.report.handler(({ input, signal }) => reportPerson(backend, input.id, signal)),
  export: os.people.export.handler(({ input, signal }) => exportPerson(backend, input, signal)),
  previewErasure: os.people.previewErasure.handler(({ input, signal }) =>
    previewErasure(backend, input.id, signal),
  ),
  erase: os.people.erase.handler(({ input, signal }) => erasePerson(backend, input, signal)),
  erasures: os.people.erasures.handler(({ input }) => listErasures(backend, input)),
});
