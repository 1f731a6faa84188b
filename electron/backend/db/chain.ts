import { createHash } from 'node:crypto';

/** The parts of an event that its hash covers, in the order in which they are hashed. */
export interface ChainedEvent {
  readonly id: string;
  readonly seat_id: string;
  readonly seq: number;
  readonly change_id: string;
  readonly action: string;
  readonly actor_id: string | null;
  readonly at_ms: number;
  readonly row_table: string;
  readonly row_id: string;
  readonly client_id: string | null;
  readonly operation: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What the first event of a seat points back to. */
export const chainStart = '0'.repeat(64);

/** SHA-256, in hex, over the previous hash and the event's own parts: any edit, removal or reorder breaks the chain. */
export function eventHash(prevHash: string, e: ChainedEvent): string {
  const parts = [e.id, e.seat_id, e.seq, e.change_id, e.action, e.actor_id, e.at_ms];
  const row = [e.row_table, e.row_id, e.client_id, e.operation, e.before, e.after];
  return createHash('sha256')
    .update(prevHash)
    .update('\n')
    .update(JSON.stringify([...parts, ...row]))
    .digest('hex');
}

/** An event whose contents were erased, as it stands in the log. */
export type EmptiedEvent = ChainedEvent & { readonly prev_hash: string; readonly hash: string };

/**
 * What an erasure vouches for, in the order of the chain: which events it emptied, the hashes that they had and have
 * kept, and all that is left of each. Its own event holds the digest, and is hashed as any other.
 */
export function emptiedDigest(): {
  readonly add: (event: EmptiedEvent) => void;
  readonly digest: () => string;
} {
  const hash = createHash('sha256');
  return {
    add(event) {
      hash.update(`${event.hash} ${eventHash(event.prev_hash, { ...event, before: null, after: null })}\n`);
    },
    digest: () => hash.digest('hex'),
  };
}
