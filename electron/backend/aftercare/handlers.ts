import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { decideAftercare } from './service.ts';

export const aftercareHandlers = (os: Implementer, backend: Backend) => ({
  decide: os.aftercare.decide.handler(({ input }) => decideAftercare(backend, input)),
});
