import { usesOfPaper } from '#backend/applications/uses-of-paper.ts';
import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { addDocument } from './add.ts';
import { readFile, statFile } from './files.ts';
import { listWithPlaces } from './in-files.ts';
import { getDocument, trashDocument } from './service.ts';
import { updateDocument } from './update.ts';
import { textOfPaper } from './texts/service.ts';
import { setStated } from './stated.ts';

export const documentHandlers = (os: Implementer, backend: Backend) => ({
  list: os.documents.list.handler(({ input, signal }) => listWithPlaces(backend, input, signal)),
  get: os.documents.get.handler(({ input }) => getDocument(backend, input.id)),
  uses: os.documents.uses.handler(({ input }) => usesOfPaper(backend, input.id)),
  text: os.documents.text.handler(({ input, signal }) => textOfPaper(backend, input.id, signal)),
  add: os.documents.add.handler(({ input, signal }) => addDocument(backend, input, signal)),
  update: os.documents.update.handler(({ input }) =>
    updateDocument(backend, input.id, input.base, input.changes),
  ),
  setStated: os.documents.setStated.handler(({ input }) =>
    setStated(backend, input.documentId, input.base, input.values),
  ),
  trash: os.documents.trash.handler(({ input }) => trashDocument(backend, input.id)),
});

export const fileHandlers = (os: Implementer, backend: Backend) => ({
  stat: os.files.stat.handler(({ input }) => statFile(backend, input)),
  read: os.files.read.handler(({ input }) => readFile(backend, input, input.start, input.end)),
});
