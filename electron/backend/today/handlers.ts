import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { agendaCalendar, listAgenda } from './agenda.ts';
import { readDutiesOf } from './drill-down.ts';
import { readSummary, readToday } from './service.ts';

export const todayHandlers = (os: Implementer, backend: Backend) => ({
  get: os.today.get.handler(({ input }) => readToday(backend, input)),
  duties: os.today.duties.handler(({ input }) => readDutiesOf(backend, input)),
  summary: os.today.summary.handler(({ signal }) => readSummary(backend, signal)),
});

export const agendaHandlers = (os: Implementer, backend: Backend) => ({
  list: os.agenda.list.handler(({ input }) => listAgenda(backend, input)),
  calendarFile: os.agenda.calendarFile.handler(({ input }) => agendaCalendar(backend, input)),
});
