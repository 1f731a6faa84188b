import type { Provenance } from '#shared/domain/rule-pack.ts';

/** One line of a pack as it is shown: what it is about, what it says, and on whose word. */
export interface Leaf {
  readonly id: string;
  readonly title: string;
  readonly value?: string;
  readonly note?: string;
  readonly of: Provenance;
}

export interface LeafSection {
  readonly id: string;
  readonly title: string;
  readonly leaves: readonly Leaf[];
}

/** The leaves that hold the text and carry one of the tags; sections that keep none are left out. */
export function filtered(
  sections: readonly LeafSection[],
  text: string,
  tags: ReadonlySet<Provenance['tag']>,
): LeafSection[] {
  const wanted = text.trim().toLowerCase();
  const holds = ({ title, value = '', note = '', of }: Leaf): boolean =>
    [title, value, note, ...of.source].some((part) => part.toLowerCase().includes(wanted));
  return sections
    .map((section) => ({
      ...section,
      leaves: section.leaves.filter((leaf) => (tags.size === 0 || tags.has(leaf.of.tag)) && holds(leaf)),
    }))
    .filter(({ leaves }) => leaves.length > 0);
}
