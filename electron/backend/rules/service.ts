import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import { rulePackSchema } from '#shared/contract/rule-pack.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';

/** A pack with the hash of the file it was read from (SHA-256, hex). */
export interface LoadedPack {
  readonly sha256: string;
  readonly pack: RulePack;
}

export interface RulePacks {
  readonly all: readonly LoadedPack[];
  /** The pack of that id, in that version or else the newest. Throws AppError NOT_FOUND. */
  get(id: string, version?: string): LoadedPack;
}

/** Reads and checks every pack in the folder; a pack that does not fit the schema stops the program with its name. */
export function readRulePacks(folder: string): RulePacks {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = files.map((name) => loadPack(path.join(folder, name)));
  return {
    all,
    get(id, version) {
      const matches = all.filter(
        ({ pack }) => pack.id === id && (version === undefined || pack.version === version),
      );
      const newest = matches.toSorted((a, b) => (a.pack.version < b.pack.version ? -1 : 1)).at(-1);
      if (newest === undefined) throw new AppError('NOT_FOUND', { what: 'rule_pack', id });
      return newest;
    },
  };
}

function loadPack(file: string): LoadedPack {
  const bytes = fs.readFileSync(file);
  const checked = rulePackSchema.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!checked.success) throw new Error(`rule pack ${path.basename(file)}: ${checked.error.message}`);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), pack: checked.data };
}
