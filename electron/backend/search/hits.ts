import type { SearchHit } from '#shared/contract/search.ts';
import { excerptAround } from '#shared/domain/excerpt.ts';
import { highlight } from '#shared/domain/highlight.ts';
import { byMatchQuality } from '#shared/domain/match-quality.ts';
import type { MatchQuality } from '#shared/domain/match-quality.ts';
import { entitiesOf } from './entities.ts';
import type { SearchSource } from './entities.ts';
import { fileTextsOf, seenInFiles } from './files/service.ts';
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
  const reasons = reasonsOf(
    source,
    kind,
    unseen.map(({ entry }) => entry.entity_id),
    query,
  );
  return {
    hits: best.map(({ entry }) => hitOf(kind, entry, reasons.get(entry.entity_id))),
    quality: best[0]?.quality ?? 'none',
  };
}

/** A text in which the query can be seen, and where it stands when it is one of a file. */
interface Reason extends Pick<SearchHit, 'inFile'> {
  readonly text: string;
}

const seenPart = (text: string, query: string): string => excerptAround(text, highlight(text, query));

/** By what entities were found, where their titles and details don't show it: a short text, else what a file says. */
function reasonsOf(source: SearchSource, kind: SearchKind, ids: readonly string[], query: string) {
  const reasons = new Map<string, Reason>();
  for (const { entityId, texts } of entitiesOf(source, kind, ids)) {
    const seen = texts.find((text) => highlight(text, query).length > 0);
    if (seen !== undefined) reasons.set(entityId, { text: seenPart(seen, query) });
  }
  if (kind !== 'document') return reasons;
  const files = fileTextsOf(
    source,
    ids.filter((id) => !reasons.has(id)),
  );
  for (const [id, texts] of files) {
    const seen = seenInFiles(texts, query);
    if (seen !== undefined) {
      const { excerpt, ...inFile } = seen;
      reasons.set(id, { text: excerpt, inFile });
    }
  }
  return reasons;
}

function hitOf(kind: SearchKind, entry: EntryRecord, reason: Reason | undefined): SearchHit {
  const owner = kind === 'client' ? '' : (entry.client_name ?? '');
  const found = reason?.text ?? '';
  // Every client has such a paper: whose it is comes before the words of its file, of which a short line shows a part.
  const parts = reason?.inFile === undefined ? [found, entry.detail, owner] : [owner, entry.detail, found];
  const detail = parts.filter((text) => text !== '').join(' · ');
  const { entity_id: id, client_id: clientId, title } = entry;
  return { kind, id, clientId, title, detail, ...(reason?.inFile && { inFile: reason.inFile }) };
}
