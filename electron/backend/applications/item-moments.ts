import type { RequirementItem } from '#shared/domain/checklist.ts';
import { optionalField } from '#shared/domain/optional-field.ts';
import { isAnswered, isSentBack } from '#shared/domain/return-remedy.ts';
import type { ItemMoments } from '#shared/domain/return-remedy.ts';
import type { RulePack } from '#shared/domain/rule-pack.ts';
import type { Backend } from '#backend/backend.ts';
import { rejectedRequirements } from '#backend/ledger/service.ts';
import { decisionMoments, itemPaperMoments } from './queries.ts';
import type { ApplicationRecord, AttemptRecord } from './queries.ts';

/** Since when the items of returned applications are as they are; nothing is asked of any other. */
export interface Moments {
  readonly ofItem: (itemId: string) => ItemMoments;
  readonly ofPaper: (itemId: string, documentId: string) => ItemMoments;
  /** The requirements whose papers the platform named in an answer. */
  readonly namedIn: (attemptId: string) => readonly string[];
}

/** Reads them for all the applications at once. */
export function readMoments(
  { db }: Pick<Backend, 'db'>,
  applications: readonly ApplicationRecord[],
): Moments {
  const ids = applications.filter(({ stage }) => stage === 'returned').map(({ id }) => id);
  const papers = ids.length === 0 ? [] : itemPaperMoments(db, ids);
  const decisions = ids.length === 0 ? [] : decisionMoments(db, ids);
  const named = ids.length === 0 ? undefined : rejectedRequirements({ db }, ids);
  const decided = new Map(decisions.map((row) => [row.item_id, row.decided_at_ms]));
  const momentsOf = (itemId: string, newest: readonly number[]): ItemMoments => ({
    ...optionalField('newestAtMs', newest.length === 0 ? undefined : Math.max(...newest)),
    ...optionalField('decidedAtMs', decided.get(itemId)),
  });
  const newestOf = (isMeant: (row: (typeof papers)[number]) => boolean): number[] =>
    papers.filter(isMeant).map(({ newest_at_ms }) => newest_at_ms);
  return {
    ofItem: (itemId) =>
      momentsOf(
        itemId,
        newestOf((row) => row.item_id === itemId),
      ),
    ofPaper: (itemId, documentId) =>
      momentsOf(
        itemId,
        newestOf((row) => row.item_id === itemId && row.document_id === documentId),
      ),
    namedIn: (attemptId) => named?.get(attemptId) ?? [],
  };
}

export type RejectedPaper = (requirement: RequirementItem, itemId: string, documentId: string) => boolean;

/** While an application is returned: which papers the platform sent back, with nothing newer in their place. */
export function rejectedPapers(
  { stage }: ApplicationRecord,
  attempts: readonly AttemptRecord[],
  pack: RulePack,
  moments: Moments,
): RejectedPaper {
  const last = attempts.findLast(({ outcome }) => outcome === 'returned');
  const returnedAtMs = last?.returned_at_ms ?? null;
  if (stage !== 'returned' || last === undefined || returnedAtMs === null) return () => false;
  const reason = pack.returnReasons.find(({ code }) => code === last.reason_code);
  const named = new Set(moments.namedIn(last.id));
  return (requirement, itemId, documentId) =>
    (named.size > 0 ? named.has(requirement.requirementId) : isSentBack(requirement, reason)) &&
    !isAnswered(moments.ofPaper(itemId, documentId), returnedAtMs);
}
