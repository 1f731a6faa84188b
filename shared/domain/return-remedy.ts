import type { RequirementItem } from './checklist.ts';
import type { DocumentKind } from './document-kind.ts';
import { carriesValidity } from './document-kind.ts';
import type { DocumentRule, RejectedPapers, ReturnReason } from './rule-pack.ts';

/** Since when an item is as it is; instants, left out where nothing was put to it or said of it. */
export type ItemMoments = {
  /** When the newest of its papers came: the youngest file, or the moment at which the paper was put to the item. */
  readonly newestAtMs?: number;
  /** When the firm gave the word that stands. */
  readonly decidedAtMs?: number;
};

/** True when the item has changed since the return: a newer paper, or the firm's word after it. */
export const isAnswered = ({ newestAtMs, decidedAtMs }: ItemMoments, returnedAtMs: number): boolean =>
  Math.max(newestAtMs ?? -Infinity, decidedAtMs ?? -Infinity) > returnedAtMs;

type Paper = Pick<RequirementItem, 'accepts' | 'holder'>;

/** Whether an item and a rule ask for the same paper. */
export const isSamePaper = (item: Paper, rule: Pick<DocumentRule, 'accepts' | 'holder'>): boolean =>
  item.holder === rule.holder && item.accepts.some((kind) => rule.accepts.includes(kind));

/** Whether a return is for certain about the item: its reason asks for the paper anew. */
export const isSentBack = (item: Paper, reason: ReturnReason | undefined): boolean =>
  reason?.remedyDocuments.some((rule) => rule.needed === 'required' && isSamePaper(item, rule)) ?? false;

/** The papers by which a category's conditions are met. */
const permits: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'approval_document',
  'food_business_permit',
  'telecom_permit',
  'education_permit',
  'medical_permit',
  'media_permit',
  'industry_permit',
  'filing_certificate',
  'cooperation_agreement',
  'partner_agreement',
  'technology_use_proof',
  'statement',
]);

/** Whether a paper of that kind may be what a return is about that names no paper for certain. */
export function mayBeRejected(kind: DocumentKind, rejects: RejectedPapers): boolean {
  switch (rejects) {
    case 'any':
      return true;
    case 'dated':
      return carriesValidity(kind);
    case 'permit':
      return permits.has(kind);
    case 'id_card':
      return kind === 'id_card';
  }
}
