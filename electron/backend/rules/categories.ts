import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { categoryPackSchema } from '#shared/contract/category-pack.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';

/** A category pack with the hash of the file it was read from (SHA-256, hex). */
export interface LoadedCategoryPack {
  readonly sha256: string;
  readonly pack: CategoryPack;
}

export interface CategoryPacks {
  readonly all: readonly LoadedCategoryPack[];
  /** The newest pack for accounts of that platform and kind, if there is a list of their categories. */
  find(platform: string, accountKind: string): CategoryPack | undefined;
}

/** Reads and checks every pack in the folder; one that does not fit the schema stops the program with its name. */
export function readCategoryPacks(folder: string): CategoryPacks {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = files.map((name) => loadPack(path.join(folder, name)));
  return {
    all,
    find: (platform, accountKind) =>
      all
        .map(({ pack }) => pack)
        .filter(
          (pack) => pack.platform === platform && pack.accountKinds.some((kind) => kind === accountKind),
        )
        .toSorted((a, b) => (a.version < b.version ? -1 : 1))
        .at(-1),
  };
}

function loadPack(file: string): LoadedCategoryPack {
  const bytes = fs.readFileSync(file);
  const checked = categoryPackSchema.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!checked.success) throw new Error(`category pack ${path.basename(file)}: ${checked.error.message}`);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), pack: checked.data };
}
