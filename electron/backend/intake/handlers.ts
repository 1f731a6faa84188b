import type { Backend } from '#backend/backend.ts';
import type { Implementer } from '#backend/serve.ts';
import { arrangeTray } from './arrange.ts';
import { describePapers } from './describe.ts';
import { filePapers } from './file.ts';
import { folderKeeperOf } from './folder/keeper.ts';
import { countTray, placesFor, readTray, removeFromTray } from './service.ts';
import { takeBytes, takeIntoTray } from './take.ts';

export const intakeHandlers = (os: Implementer, backend: Backend) => ({
  get: os.intake.get.handler(({ signal }) => readTray(backend, signal)),
  count: os.intake.count.handler(() => countTray(backend)),
  take: os.intake.take.handler(({ input, signal }) => takeIntoTray(backend, input, signal)),
  takeBytes: os.intake.takeBytes.handler(({ input, signal }) => takeBytes(backend, input, signal)),
  folder: os.intake.folder.handler(() => folderKeeperOf(backend).state()),
  lookInFolder: os.intake.lookInFolder.handler(async () => {
    await folderKeeperOf(backend).retry();
    return folderKeeperOf(backend).state();
  }),
  forgetKnown: os.intake.forgetKnown.handler(() => {
    folderKeeperOf(backend).forgetKnown();
    return {};
  }),
  arrange: os.intake.arrange.handler(({ input }) => arrangeTray(backend, input.move)),
  describe: os.intake.describe.handler(({ input }) => describePapers(backend, input)),
  places: os.intake.places.handler(({ input }) => placesFor(backend, input.clientId, input.kind)),
  file: os.intake.file.handler(({ input, signal }) => filePapers(backend, input.paperIds, signal)),
  remove: os.intake.remove.handler(({ input }) => removeFromTray(backend, input.fileIds)),
});
