import type { SearchHit } from '#shared/contract/search.ts';
import { highlight } from '#shared/domain/highlight.ts';
import type { Db } from '#backend/db/open.ts';
import type { SearchKind } from './index-key.ts';
import { entitiesOf, entriesOf } from './queries.ts';
import type { EntityRecord, EntryRecord } from './queries.ts';

/** What was found, in the order of the keys; each shows a text in which the query can be seen. */
export function hitsOf(db: Db, kind: SearchKind, keys: readonly number[], query: string): SearchHit[] {
  const entries = entriesOf(db, keys);
  const isSeenIn = (text: string): boolean => highlight(text, query).length > 0;
  const unseen = entries.filter(({ title, detail }) => !isSeenIn(title) && !isSeenIn(detail));
  const ids = unseen.map(({ entity_id: id }) => id);
  const reasons = new Map(
    entitiesOf(db, kind, ids).map((entity) => [entity.entity_id, textsOf(entity).find(isSeenIn) ?? '']),
  );
  return entries.map((entry) => hitOf(kind, entry, reasons.get(entry.entity_id) ?? ''));
}

/** The texts of an entity without its title. The stored list holds texts, nothing, and lists of texts. */
export function textsOf({ fields }: EntityRecord): string[] {
  const texts = JSON.parse(fields) as readonly (string | null | readonly string[])[];
  return texts.flatMap((text) => text ?? []);
}

function hitOf(kind: SearchKind, entry: EntryRecord, reason: string): SearchHit {
  const owner = kind === 'client' ? '' : (entry.client_name ?? '');
  const detail = [reason, entry.detail, owner].filter((text) => text !== '').join(' · ');
  return { kind, id: entry.entity_id, clientId: entry.client_id, title: entry.title, detail };
}
