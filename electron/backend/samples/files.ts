import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Backend } from '#backend/backend.ts';
import type { InspectedFile } from '#backend/jobs/file-jobs.ts';
import type { FirmInput } from './firm.ts';
import { plainPicture } from './pictures.ts';

const pictureCount = 6;

/** Real files in the vault; thousands of papers share these few. */
export async function sampleFiles(backend: Backend): Promise<FirmInput['files']> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certfolio-demo-'));
  try {
    const kept: InspectedFile[] = [];
    for (let no = 0; no < pictureCount; no += 1) kept.push(await keepPicture(backend, folder, no));
    const [first, ...others] = kept;
    if (first === undefined) throw new Error('no pictures');
    return [first, ...others];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function keepPicture({ vault }: Backend, folder: string, no: number): Promise<InspectedFile> {
  const { bytes, widthPx, heightPx } = plainPicture(no);
  const file = path.join(folder, `${no}.png`);
  fs.writeFileSync(file, bytes);
  const { sha256, sizeBytes } = await vault.put(file);

  return { sha256, sizeBytes, mediaType: 'image/png', pageCount: 1, widthPx, heightPx, isGrey: false };
}
