import { likeness, nearlySame } from '#shared/domain/page-print.ts';
import type { Db } from '#backend/db/open.ts';
import { firstPrintsAfter } from './queries.ts';
import type { PrintRecord } from './queries.ts';

interface Near {
  readonly sha256: string;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** What was compared so far: years of prints are read once, and each pair is compared once. */
interface Compared {
  readonly prints: PrintRecord[];
  rowNo: number;
  readonly byHash: Map<string, PrintRecord>;
  readonly found: Map<string, { seen: number; readonly near: Near[] }>;
}

const kept = new WeakMap<Db, Compared>();

/** Other files whose first pages look like that of a file, the likest first; none for an empty page, or one not looked at yet. */
export function nearPrints(db: Db, sha256: string): readonly Near[] {
  const compared = upToDate(db);
  const mine = compared.byHash.get(sha256);
  if (mine === undefined || mine.ink === 0) return [];
  const found = compared.found.get(sha256) ?? { seen: 0, near: [] };
  compared.found.set(sha256, found);
  for (const other of compared.prints.slice(found.seen)) {
    if (other.sha256 === sha256 || other.ink === 0) continue;
    const share = likeness(other.print, mine.print);
    if (share >= nearlySame) found.near.push({ sha256: other.sha256, likeness: share });
  }
  found.seen = compared.prints.length;
  return found.near.toSorted((a, b) => b.likeness - a.likeness);
}

function upToDate(db: Db): Compared {
  const compared: Compared = kept.get(db) ?? { prints: [], rowNo: 0, byHash: new Map(), found: new Map() };
  kept.set(db, compared);
  for (const print of firstPrintsAfter(db, compared.rowNo)) {
    compared.prints.push(print);
    compared.byHash.set(print.sha256, print);
    compared.rowNo = print.row_no;
  }
  return compared;
}
