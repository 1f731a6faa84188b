import fs from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';

/** What a small file of settings says; null when it is not there or says something else. */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Replaced as a whole, so that a crash leaves the old file or the new one. */
export function writeJsonFile(file: string, value: unknown): void {
  const unfinished = `${file}.${process.pid}.tmp`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(unfinished, JSON.stringify(value));
  fs.renameSync(unfinished, file);
}
