import { open } from 'node:fs/promises';
import fs from 'node:fs';
import { onTestFinished, vi } from 'vitest';

/** A disk that fails when the names in this folder are written through, and in nothing else. */
export async function faultySync(folder: string): Promise<void> {
  const { ino } = fs.statSync(folder);
  const some = await open(folder, 'r');
  const handles = Object.getPrototypeOf(some) as typeof some;
  await some.close();
  const sync = Reflect.get(handles, 'sync');
  const failing = vi.spyOn(handles, 'sync').mockImplementation(async function (this: typeof some) {
    if ((await this.stat()).ino === ino)
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    await sync.call(this);
  });
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => {
    failing.mockRestore();
    log.mockRestore();
  });
}
