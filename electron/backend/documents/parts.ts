import type { DocumentKind, DocumentPart } from '#shared/domain/document-kind.ts';
import { documentParts } from '#shared/domain/document-kind.ts';

export interface PartChoice {
  /** Given by the user; else it follows from the order. */
  readonly part?: DocumentPart | undefined;
}

/**
 * Which side of the paper each file of a drop shows. For a paper with two sides the files fill the sides that are
 * missing, front first; one file for a paper that has none yet, or more files than sides, begin at the front again.
 */
export function assignParts(
  kind: DocumentKind,
  present: ReadonlySet<DocumentPart>,
  files: readonly PartChoice[],
): DocumentPart[] {
  const sides = documentParts(kind);
  const taken = new Set([...present, ...files.flatMap(({ part }) => part ?? [])]);
  const missing = sides.filter((side) => !taken.has(side));
  const order = [...missing, ...sides.filter((side) => !missing.includes(side))];
  let next = 0;
  return files.map(({ part }) => {
    if (part !== undefined) return part;
    const side = order[next % order.length] ?? 'whole';
    next += 1;
    return side;
  });
}
