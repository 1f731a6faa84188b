import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { exportViews, importViews, previewViews } from './file.ts';
import { addViews, countView, listViews, moveView, pinView, removeView, saveView } from './service.ts';

export const viewHandlers = (os: Implementer, backend: Backend) => ({
  list: os.views.list.handler(({ input }) => listViews(backend, input.screen)),
  count: os.views.count.handler(({ input }) => countView(backend, input.id)),
  save: os.views.save.handler(({ input }) => saveView(backend, input)),
  add: os.views.add.handler(({ input }) => addViews(backend, input.screen, input.views)),
  pin: os.views.pin.handler(({ input }) => pinView(backend, input.id, input.isPinned)),
  move: os.views.move.handler(({ input }) => moveView(backend, input.id, input.beforeId)),
  remove: os.views.remove.handler(({ input }) => removeView(backend, input.id)),
  exportFile: os.views.exportFile.handler(({ input }) => exportViews(backend, input.ids, input.target)),
  previewFile: os.views.previewFile.handler(({ input }) => previewViews(backend, input.file)),
  importFile: os.views.importFile.handler(({ input: { file, ...wish } }) => importViews(backend, file, wish)),
});
