import fs from 'node:fs';
import path from 'node:path';
import { categoryPackSchema } from '#shared/contract/category-pack.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { compareVersions } from '#shared/domain/rule-pack-lookup.ts';
import type { Db } from '#backend/db/open.ts';
import * as queries from './queries.ts';
import { parsedText, sha256Of } from './rule-text.ts';

/** A version of a list of categories with the hash of its file (SHA-256, hex). */
export interface LoadedCategoryPack {
  readonly sha256: string;
  readonly origin: 'shipped' | 'imported';
  readonly pack: CategoryPack;
  readonly content: string;
}

export interface CategoryPacks {
  /** Every version of every list, those of the program first. */
  readonly all: readonly LoadedCategoryPack[];
  /** The newest list for accounts of that platform and kind, if there is a list of their categories. */
  find(platform: string, accountKind: string): LoadedCategoryPack | undefined;
  /** The list with that hash, also one that a former program shipped and a case or a verdict goes by. */
  bySha256(sha256: string): LoadedCategoryPack | undefined;
  /** Forgets what was read from the database: the rows have changed. */
  invalidate(): void;
}

interface AccountSort {
  readonly platform: string;
  readonly kind: string;
}

/** Whether a list holds the categories of such accounts. */
export const isListFor = (pack: CategoryPack, { platform, kind }: AccountSort): boolean =>
  pack.platform === platform && pack.accountKinds.some((each) => each === kind);

/**
 * The lists that ship with the program and those of the firm's own rows. A shipped one that does not fit the schema
 * stops the program with its name; a row that does not is passed over.
 */
export function openCategoryPacks(db: Db, folder: string): CategoryPacks {
  const shipped = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => shippedPack(path.join(folder, name)));
  let read: readonly LoadedCategoryPack[] | undefined;
  const all = (): readonly LoadedCategoryPack[] => (read ??= [...shipped, ...storedPacks(db, shipped)]);
  return {
    get all() {
      return all();
    },
    find: (platform, kind) =>
      all()
        .filter(({ pack }) => isListFor(pack, { platform, kind }))
        .toSorted((a, b) => compareVersions(b.pack.version, a.pack.version))
        .at(0),
    bySha256: (sha256) => all().find((loaded) => loaded.sha256 === sha256),
    invalidate: () => (read = undefined),
  };
}

/** The lists that new cases go by. */
export const newestLists = (categories: CategoryPacks): LoadedCategoryPack[] =>
  categories.all.filter((loaded) => {
    const { platform, accountKinds } = loaded.pack;
    return accountKinds.some((kind) => categories.find(platform, kind) === loaded);
  });

function shippedPack(file: string): LoadedCategoryPack {
  const content = fs.readFileSync(file, 'utf8');
  const checked = categoryPackSchema.safeParse(JSON.parse(content));
  if (!checked.success) throw new Error(`category pack ${path.basename(file)}: ${checked.error.message}`);
  return { sha256: sha256Of(content), origin: 'shipped', pack: checked.data, content };
}

function storedPacks(db: Db, shipped: readonly LoadedCategoryPack[]): LoadedCategoryPack[] {
  return queries.storedPacks(db, 'categories').flatMap(({ sha256, content }): LoadedCategoryPack[] => {
    if (shipped.some((loaded) => loaded.sha256 === sha256)) return [];
    const checked = categoryPackSchema.safeParse(parsedText(content).json);
    return checked.success ? [{ sha256, origin: 'imported', pack: checked.data, content }] : [];
  });
}
