import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { keepDraft, readDraft } from './service.ts';

export const draftHandlers = (os: Implementer, backend: Backend) => ({
  get: os.drafts.get.handler(({ input }) => ({ text: readDraft(backend, input.form) })),
  keep: os.drafts.keep.handler(({ input }) => {
    keepDraft(backend, input.form, input.text);
    return {};
  }),
});
