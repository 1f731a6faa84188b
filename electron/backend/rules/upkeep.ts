import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { companyUpkeepSchema } from '#shared/contract/company-upkeep.ts';
import type { CompanyUpkeep } from '#shared/domain/company-upkeep.ts';

/** The rules of upkeep with the hash of the file they were read from (SHA-256, hex). */
export interface LoadedUpkeep {
  readonly sha256: string;
  readonly rules: CompanyUpkeep;
}

/** Reads and checks the file in the folder; one that does not fit the schema stops the program with its name. */
export function readUpkeep(folder: string): LoadedUpkeep {
  const name = 'company-upkeep.json';
  const bytes = fs.readFileSync(path.join(folder, name));
  const checked = companyUpkeepSchema.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!checked.success) throw new Error(`${name}: ${checked.error.message}`);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), rules: checked.data };
}
