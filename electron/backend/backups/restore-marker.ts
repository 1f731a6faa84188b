import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, syncFolder, writeWhole } from '#backend/vault/durable-files.ts';

/**
 * What a restore has come to. `prepare`: nothing is moved yet; `set_aside`: the backup lies ready beside the data,
 * which is being moved away; `put_in`: the data is away, the backup is being moved to its place.
 */
const markerSchema = z.object({
  format: z.literal(1),
  step: z.enum(['prepare', 'set_aside', 'put_in']),
  root: z.string(),
  name: z.string(),
  /** Name of the folder below `set-aside` that takes the present data. */
  setAside: z.string().regex(/^[0-9-]+$/),
  /** Whether the vault is replaced too. */
  withVault: z.boolean(),
});
export type RestoreMarker = z.infer<typeof markerSchema>;

const markerFile = (dataFolder: string): string => path.join(dataFolder, 'restore-pending.json');

export const setAsideFolder = (dataFolder: string, name: string): string =>
  path.join(dataFolder, 'set-aside', name);

/** Undefined when no restore is pending. Throws when the marker is none of ours. */
export function readMarker(dataFolder: string): RestoreMarker | undefined {
  let text: string;
  try {
    text = fs.readFileSync(markerFile(dataFolder), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  return markerSchema.parse(JSON.parse(text));
}

export function writeMarker(dataFolder: string, marker: RestoreMarker): void {
  writeWhole(markerFile(dataFolder), `${JSON.stringify(marker, null, 2)}\n`);
}

export function removeMarker(dataFolder: string): void {
  fs.rmSync(markerFile(dataFolder), { force: true });
  syncFolder(dataFolder);
}
