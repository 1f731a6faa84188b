import { pathText } from '#shared/domain/category-pack.ts';
import type { CategoryPack } from '#shared/domain/category-pack.ts';
import { leavesOf } from '#shared/domain/formula.ts';
import { categoriesOfApplication } from '#backend/applications/pack-of.ts';
import type { Backend } from '#backend/backend.ts';
import type { SearchKind } from './index-key.ts';
import * as queries from './queries.ts';
import type { EntityRecord } from './queries.ts';

/** What names and texts are read from. */
export type SearchSource = Pick<Backend, 'db' | 'categories'>;

/** A live entity with every text that it is found by, beside its title. */
export interface SearchedEntity {
  readonly entityId: string;
  readonly clientId: string;
  readonly title: string;
  readonly detail: string;
  readonly texts: readonly string[];
}

/** Live entities of a kind; an application about a category is found by the category’s names and its permits too. */
export function entitiesOf(source: SearchSource, kind: SearchKind, ids: readonly string[]): SearchedEntity[] {
  const categories = kind === 'application' ? categoryTexts(source, ids) : undefined;
  return queries.entitiesOf(source.db, kind, ids).map((record) => ({
    entityId: record.entity_id,
    clientId: record.client_id,
    title: record.title,
    detail: record.detail ?? '',
    texts: [...textsOf(record), ...(categories?.get(record.entity_id) ?? [])],
  }));
}

/** The texts of an entity without its title. The stored list holds texts, nothing, and lists of texts. */
function textsOf({ fields }: EntityRecord): string[] {
  const texts = JSON.parse(fields) as readonly (string | null | readonly string[])[];
  return texts.flatMap((text) => text ?? []);
}

function categoryTexts(source: SearchSource, ids: readonly string[]): Map<string, string[]> {
  return new Map(
    queries.categoriesOf(source.db, ids).map((record) => {
      const pack = categoriesOfApplication(source, record)?.pack;
      return [record.id, pack === undefined ? [] : namesOf(record.category, pack)];
    }),
  );
}

/** Chinese, as the list has them: 一级-二级, the other names, and the papers that it may ask for. */
function namesOf(categoryId: string, pack: CategoryPack): string[] {
  const category = pack.categories.find(({ id }) => id === categoryId);
  if (category === undefined) return [];
  const asked = new Set(leavesOf(category.formula).flatMap((leaf) => ('id' in leaf ? leaf.id : [])));
  const permits = pack.permits.filter(({ id }) => asked.has(id)).map(({ name }) => name.zh);
  return [pathText(category).zh, ...(category.alsoCalled ?? []), ...permits];
}
