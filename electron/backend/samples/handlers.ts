import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { addSamples, countSamples, removeSamples } from './service.ts';

export const sampleHandlers = (os: Implementer, backend: Backend) => ({
  get: os.samples.get.handler(() => ({ clientCount: countSamples(backend) })),
  add: os.samples.add.handler(() => addSamples(backend)),
  remove: os.samples.remove.handler(() => removeSamples(backend)),
});
