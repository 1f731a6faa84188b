import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { isClosed } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { DocumentKind } from '#shared/domain/document-kind.ts';

export interface Destination {
  /** The paper that gets a new version; null for a new paper. */
  readonly documentId: string | null;
  readonly kind: DocumentKind;
}

/**
 * Where files dropped on an item go: to the paper it has, as a missing side or a new version, else to a new paper. Of
 * several kinds that will do, the one that a file's name speaks of is taken, else the first.
 */
export function destinationOf(
  item: ApplicationItem,
  fileNames: readonly string[],
  wordOf: (kind: DocumentKind) => string,
): Destination {
  const { accepts } = item.requirement;
  const paper = item.documents.findLast(({ kind }) => accepts.includes(kind));
  if (paper !== undefined) return { documentId: paper.id, kind: paper.kind };
  const named = accepts.find((kind) => fileNames.some((name) => name.includes(wordOf(kind))));
  return { documentId: null, kind: named ?? accepts[0] ?? 'other' };
}

/** The client's other papers that the item would take. */
export function fittingPapers(item: ApplicationItem, others: readonly DocumentRow[]): DocumentRow[] {
  const attached = new Set(item.documents.map(({ id }) => id));
  return others.filter(({ id, kind }) => item.requirement.accepts.includes(kind) && !attached.has(id));
}

/** Whether a file may be put to the item now: not to one that asks for no paper, nor when the order is closed. */
export const takesFiles = (item: ApplicationItem, stage: Stage): boolean =>
  item.requirement.state !== 'not_needed' && item.requirement.accepts.length > 0 && !isClosed(stage);
