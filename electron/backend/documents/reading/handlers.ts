import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { pauseReading, watchState } from './queue.ts';
import { confirmAgreeing, confirmValues, readingOfVersion } from './service.ts';

export const readingHandlers = (os: Implementer, backend: Backend) => ({
  ofVersion: os.reading.ofVersion.handler(({ input, signal }) => readingOfVersion(backend, input, signal)),
  confirm: os.reading.confirm.handler(({ input }) => confirmValues(backend, input.documentId, input.values)),
  confirmAgreeing: os.reading.confirmAgreeing.handler(({ input }) =>
    confirmAgreeing(backend, input.documentId),
  ),
  watch: os.reading.watch.handler(({ signal }) => watchState(backend, signal)),
  pause: os.reading.pause.handler(({ input }) => pauseReading(backend, input.isPaused)),
});
