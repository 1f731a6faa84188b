import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { qualityOfVersion } from './service.ts';
import { previewUploadCopy, saveUploadCopy } from './upload-copy.ts';

export const qualityHandlers = (os: Implementer, backend: Backend) => ({
  ofVersion: os.quality.ofVersion.handler(({ input, signal }) => qualityOfVersion(backend, input, signal)),
  previewCopy: os.quality.previewCopy.handler(({ input, signal }) =>
    previewUploadCopy(backend, input, signal),
  ),
  saveCopy: os.quality.saveCopy.handler(({ input, signal }) => saveUploadCopy(backend, input, signal)),
});
