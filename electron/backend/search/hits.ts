import type { SearchHit } from '#shared/contract/search.ts';
import { excerptAround } from '#shared/domain/excerpt.ts';
import { highlight } from '#shared/domain/highlight.ts';
import { byMatchQuality } from '#shared/domain/match-quality.ts';
import type { MatchQuality } from '#shared/domain/match-quality.ts';
import { entitiesOf } from './entities.ts';
import type { SearchSource } from './entities.ts';
import type { SearchKind } from './index-key.ts';
import { entriesOf } from './queries.ts';
import type { EntryRecord } from './queries.ts';

interface BestHits {
  readonly hits: SearchHit[];
  /** How well the name of the first answers. */
  readonly quality: MatchQuality;
}

/**
 * The best `limit` of what was found: names that answer better first, else in the order of the keys. Each shows a text in
 * which the query can be seen.
 */
export function hitsOf(
  source: SearchSource,
  kind: SearchKind,
  keys: readonly number[],
  { query, limit }: { readonly query: string; readonly limit: number },
): BestHits {
  const best = byMatchQuality(entriesOf(source.db, keys), query).slice(0, limit);
  const isSeenIn = (text: string): boolean => highlight(text, query).length > 0;
  const unseen = best.filter(({ entry, quality }) => quality === 'none' && !isSeenIn(entry.detail));
  const ids = unseen.map(({ entry }) => entry.entity_id);
  const reasons = new Map(
    entitiesOf(source, kind, ids).map(({ entityId, texts }) => [
      entityId,
      seenPart(texts.find(isSeenIn) ?? '', query),
    ]),
  );
  return {
    hits: best.map(({ entry }) => hitOf(kind, entry, reasons.get(entry.entity_id) ?? '')),
    quality: best[0]?.quality ?? 'none',
  };
}

const seenPart = (text: string, query: string): string => excerptAround(text, highlight(text, query));

function hitOf(kind: SearchKind, entry: EntryRecord, reason: string): SearchHit {
  const owner = kind === 'client' ? '' : (entry.client_name ?? '');
  const detail = [reason, entry.detail, owner].filter((text) => text !== '').join(' · ');
  return { kind, id: entry.entity_id, clientId: entry.client_id, title: entry.title, detail };
}
