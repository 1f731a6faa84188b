import type { Backend } from '#backend/backend.ts';
import type { Change, Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import type { LoadedCategoryPack } from './categories.ts';
import type { LoadedPack } from './library.ts';
import { storedPackBySha } from './queries.ts';

/** Keeps a version in the firm's own rows, so that what was judged by it can be judged again whatever ships later. */
export function keepPack(
  { db }: Backend,
  change: Change,
  { base, sha256, content }: Pick<LoadedPack, 'base' | 'sha256' | 'content'>,
): void {
  keep(db, change, { kind: 'rules', pack_id: base.id, version: base.version, sha256, content });
}

/** The same for a list of categories. */
export function keepCategories(
  { db }: Backend,
  change: Change,
  { pack, sha256, content }: Pick<LoadedCategoryPack, 'pack' | 'sha256' | 'content'>,
): void {
  keep(db, change, { kind: 'categories', pack_id: pack.id, version: pack.version, sha256, content });
}

/** Keeps the list that a new application of an account goes by; gives its hash, or null where there is none. */
export function keepNewestCategories(
  backend: Backend,
  change: Change,
  { platform, kind }: { readonly platform: string; readonly kind: string },
): string | null {
  const list = backend.categories.find(platform, kind);
  if (list === undefined) return null;
  keepCategories(backend, change, list);
  return list.sha256;
}

interface KeptPack extends Row {
  readonly sha256: string;
}

function keep(db: Db, change: Change, row: KeptPack): void {
  const known = storedPackBySha(db, row.sha256);
  if (known === undefined) change.insert('rule_packs', row);
  else if (known.deleted_at_ms !== null) change.restore('rule_packs', known.id);
}
