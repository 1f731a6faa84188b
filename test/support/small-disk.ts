import { onTestFinished } from 'vitest';
import { temporaryFolder } from './folders.ts';
import { mountDisk, unmountDisk } from './mounted-disk.ts';

/** A folder on a disk of its own with so little room, gone with the test; null where the system does not let us make one. */
export function smallDisk(sizeBytes: number): string | null {
  const folder = temporaryFolder();
  if (!mountDisk(folder, sizeBytes)) return null;
  onTestFinished(() => unmountDisk(folder));
  return folder;
}
