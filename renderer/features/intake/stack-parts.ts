import type { TrayPageRow } from './tray-shape.ts';

/** Pages of one file that belong to the same piece; with null one run of those that are left out. */
export interface Part {
  readonly paperId: string | null;
  readonly pages: readonly TrayPageRow[];
}

/**
 * The pages of a file, given as they lie in it, as the pieces that they are cut into: each stands where its first page lies, its pages
 * together and in the order that the paper will have.
 */
export function partsOf(pages: readonly TrayPageRow[]): readonly Part[] {
  const parts: { paperId: string | null; pages: TrayPageRow[] }[] = [];
  for (const page of pages) {
    const last = parts.at(-1);
    const part =
      page.paperId === null
        ? last?.paperId === null
          ? last
          : undefined
        : parts.find(({ paperId }) => paperId === page.paperId);
    if (part === undefined) parts.push({ paperId: page.paperId, pages: [page] });
    else part.pages.push(page);
  }
  return parts.map((part) =>
    part.paperId === null ? part : { ...part, pages: part.pages.toSorted((a, b) => a.position - b.position) },
  );
}
