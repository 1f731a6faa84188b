import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { copyOut } from './copy.ts';
import { enterNotPrinted, enterPrint } from './print.ts';
import { listHandOuts, noteHandOut, suggestionsFor } from './service.ts';
import { planSubmission, writeSubmission } from './submission.ts';

export const handOutHandlers = (os: Implementer, backend: Backend) => ({
  list: os.handOuts.list.handler(({ input }) => listHandOuts(backend, input)),
  suggestions: os.handOuts.suggestions.handler(({ input }) => suggestionsFor(backend, input.clientId)),
  copy: os.handOuts.copy.handler(({ input, signal }) => copyOut(backend, input, signal)),
  print: os.handOuts.print.handler(({ input }) => enterPrint(backend, input)),
  notWritten: os.handOuts.notWritten.handler(({ input }) => enterNotPrinted(backend, input.job)),
  note: os.handOuts.note.handler(({ input }) => noteHandOut(backend, input)),
  submission: os.handOuts.submission.handler(({ input }) => planSubmission(backend, input)),
  writeSubmission: os.handOuts.writeSubmission.handler(({ input, signal }) =>
    writeSubmission(backend, input, signal),
  ),
});
