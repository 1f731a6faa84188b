import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Makes a folder a disk of its own with so little room; false where the system does not let us. */
export function mountDisk(folder: string, sizeBytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export const unmountDisk = (folder: string): void => void execFileSync('umount', ['-l', folder]);

/** Takes all the room that is left, with one file, which it names. */
export function fillDisk(folder: string): string {
  const file = path.join(folder, 'filler');
  const handle = fs.openSync(file, 'w');
  try {
    for (;;) fs.writeSync(handle, Buffer.alloc(4096));
  } catch {
    return file;
  } finally {
    fs.closeSync(handle);
  }
}
