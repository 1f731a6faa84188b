import fs from 'node:fs';
import path from 'node:path';
import { folderKeeperOf } from '#backend/intake/folder/keeper.ts';
import { takenFolderName } from '#backend/intake/folder/read-folder.ts';
import { looksEnded } from '#backend/intake/look.ts';
import { stillMs } from '#shared/domain/still-files.ts';
import { sampleNowMs, temporaryFolder } from './backend.ts';
import { openTray } from './tray.ts';

/** A firm whose tray takes from a folder; time passes only when a test says so. */
export async function openWatched() {
  const opened = await openTray();
  const { backend, call } = opened;
  const inbox = temporaryFolder();
  let nowMs = sampleNowMs;
  const choose = (folder: string) =>
    call.settings.set({ watchedFolder: backend.tokens.grant(folder, undefined, 'write') });
  await choose(inbox);
  const keeper = folderKeeperOf(backend);
  const look = async () => {
    await keeper.look();
    await looksEnded(backend);
  };
  const pass = (ms: number): void => opened.setNow((nowMs += ms));
  return {
    ...opened,
    inbox,
    choose,
    keeper,
    look,
    pass,
    /** A look, five seconds of nothing, and another look. */
    settle: async () => {
      await look();
      pass(stillMs);
      await look();
    },
    put: (name: string, bytes: Uint8Array | string): string => {
      const file = path.join(inbox, name);
      fs.writeFileSync(file, bytes);
      return file;
    },
    lying: () => fs.readdirSync(inbox).filter((name) => name !== takenFolderName),
    moved: () => {
      const folder = path.join(inbox, takenFolderName);
      return fs.existsSync(folder) ? fs.readdirSync(folder).toSorted() : [];
    },
    names: async () => (await call.intake.get()).files.map(({ name }) => name),
  };
}
