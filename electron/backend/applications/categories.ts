import type { CategoryJudgement } from '#shared/contract/applications.ts';
import { AppError } from '#shared/contract/errors.ts';
import { unlistedFor } from '#shared/domain/category-pack.ts';
import { recogniseCategories } from '#shared/domain/category-recognition.ts';
import { judgeCategory } from '#shared/domain/category-verdict.ts';
import { waysText } from '#shared/domain/permit-words.ts';
import type { Platform } from '#shared/domain/platform.ts';
import type { Backend } from '#backend/backend.ts';
import { categoryFacts } from './category-checklist.ts';
import { findClient } from './queries.ts';

/**
 * What the categories that a text names ask for, judged by a client's papers and scope, whatever its accounts are.
 * Throws AppError NOT_FOUND for the client and for a platform without a list of categories.
 */
export function judgeCategoriesFor(
  backend: Backend,
  { clientId, text, platform }: { clientId: string; text: string; platform: Platform },
): CategoryJudgement {
  const client = findClient(backend.db, clientId);
  if (client === undefined) throw new AppError('NOT_FOUND', { what: 'clients', id: clientId });
  const pack = backend.categories.find(platform, 'mini_program')?.pack;
  if (pack === undefined) throw new AppError('NOT_FOUND', { what: 'category_pack', id: platform });
  const rulePack = { id: pack.id, version: pack.version, asOf: pack.asOf };
  const unlisted = unlistedFor(pack, client.entity_type);
  if (unlisted !== undefined) return { rulePack, matches: [], unknown: [], unlisted };
  const { matches, unknown } = recogniseCategories(text, pack);
  const facts = categoryFacts(backend, client, client.entity_type);
  return {
    rulePack,
    matches: matches.map((category) => {
      const verdict = judgeCategory(category, pack, facts);
      return { category, verdict, needed: verdict.ways.length === 0 ? null : waysText(verdict.ways, pack) };
    }),
    unknown: [...unknown],
    unlisted: null,
  };
}
