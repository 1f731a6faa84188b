import fs from 'node:fs';
import path from 'node:path';
import { categoryPackSchema } from '#shared/contract/category-pack.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import type { Db } from '#backend/db/open.ts';
import { sha256Of } from './library.ts';
import { keptContent } from './queries.ts';

/** A category pack with the hash of the file it was read from (SHA-256, hex). */
export interface LoadedCategoryPack {
  readonly sha256: string;
  readonly pack: CategoryPack;
  readonly content: string;
}

export interface CategoryPacks {
  readonly all: readonly LoadedCategoryPack[];
  /** The newest pack for accounts of that platform and kind, if there is a list of their categories. */
  find(platform: string, accountKind: string): LoadedCategoryPack | undefined;
  /** The pack with that hash, also one that a former program shipped and a verdict was given by. */
  bySha256(sha256: string): CategoryPack | undefined;
}

/** Reads and checks every pack in the folder; one that does not fit the schema stops the program with its name. */
export function readCategoryPacks(db: Db, folder: string): CategoryPacks {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  const all = files.map((name) => loadPack(path.join(folder, name)));
  return {
    all,
    find: (platform, accountKind) =>
      all
        .filter(
          ({ pack }) => pack.platform === platform && pack.accountKinds.some((kind) => kind === accountKind),
        )
        .toSorted((a, b) => (a.pack.version < b.pack.version ? -1 : 1))
        .at(-1),
    bySha256(sha256) {
      const shipped = all.find((loaded) => loaded.sha256 === sha256);
      if (shipped !== undefined) return shipped.pack;
      const content = keptContent(db, sha256);
      return content === undefined ? undefined : categoryPackSchema.safeParse(JSON.parse(content)).data;
    },
  };
}

function loadPack(file: string): LoadedCategoryPack {
  const content = fs.readFileSync(file, 'utf8');
  const checked = categoryPackSchema.safeParse(JSON.parse(content));
  if (!checked.success) throw new Error(`category pack ${path.basename(file)}: ${checked.error.message}`);
  return { sha256: sha256Of(content), pack: checked.data, content };
}
