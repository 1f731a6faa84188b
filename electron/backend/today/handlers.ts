import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { agendaCalendar, listAgenda } from './agenda.ts';
import { readToday } from './service.ts';

export const todayHandlers = (os: Implementer, backend: Backend) => ({
  get: os.today.get.handler(({ input }) => readToday(backend, input)),
});

export const agendaHandlers = (os: Implementer, backend: Backend) => ({
  list: os.agenda.list.handler(({ input }) => listAgenda(backend, input)),
  calendarFile: os.agenda.calendarFile.handler(({ input }) => agendaCalendar(backend, input)),
});
