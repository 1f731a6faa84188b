import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { addNote, listNotes, trashNote, updateNote } from './service.ts';

export const noteHandlers = (os: Implementer, backend: Backend) => ({
  list: os.notes.list.handler(({ input }) => listNotes(backend, input)),
  add: os.notes.add.handler(({ input }) => addNote(backend, input)),
  update: os.notes.update.handler(({ input }) => updateNote(backend, input)),
  trash: os.notes.trash.handler(({ input }) => trashNote(backend, input.id)),
});
