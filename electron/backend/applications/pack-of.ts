import { withOverrides } from '#shared/domain/rule-override.ts';
import type { Backend } from '#backend/backend.ts';
import { isListFor } from '#backend/rules/categories.ts';
import type { LoadedCategoryPack } from '#backend/rules/categories.ts';
import type { LoadedPack } from '#backend/rules/library.ts';
import { findAccount } from './queries.ts';
import type { ApplicationRecord } from './queries.ts';

type Owner = Pick<
  ApplicationRecord,
  'rule_pack_id' | 'rule_pack_version' | 'rule_pack_sha256' | 'closed_at_ms'
>;

/**
 * The version of the rules that an application is judged by, with the firm's overrides; a closed one keeps those that
 * stood when it was closed. Throws AppError NOT_FOUND.
 */
export function packOfApplication({ rules }: Pick<Backend, 'rules'>, record: Owner): LoadedPack {
  const loaded = rules.get(record.rule_pack_id, record.rule_pack_version, record.rule_pack_sha256);
  const closedAtMs = record.closed_at_ms;
  if (closedAtMs === null) return loaded;
  const then = rules.overridesAt(loaded.base.id, closedAtMs);
  return { ...loaded, pack: withOverrides(loaded.base, then) };
}

/**
 * The list of categories that an application is judged by, where there is one for its account; the newest where the
 * application names none, or one that can no longer be read.
 */
export function categoriesOfApplication(
  { db, categories }: Pick<Backend, 'db' | 'categories'>,
  { account_id, category_pack_sha256 }: Pick<ApplicationRecord, 'account_id' | 'category_pack_sha256'>,
): LoadedCategoryPack | undefined {
  const account = findAccount(db, account_id);
  if (account === undefined) return undefined;
  const own = category_pack_sha256 === null ? undefined : categories.bySha256(category_pack_sha256);
  return own !== undefined && isListFor(own.pack, account)
    ? own
    : categories.find(account.platform, account.kind);
}
