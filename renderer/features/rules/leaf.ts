import type { ClockUnit, Provenance } from '#shared/domain/rule-pack.ts';

/** One line of a pack as it is shown: what it is about, what it says, and on whose word. */
export interface Leaf {
  readonly id: string;
  readonly title: string;
  /** By which it is named elsewhere, e.g. WX-C07. */
  readonly code?: string;
  readonly value?: string;
  /** A stretch of time or a number of chances, to be drawn in its own unit. */
  readonly lasts?: { readonly unit: ClockUnit | 'month' | 'times'; readonly total: number };
  readonly note?: string;
  readonly of: Provenance;
  /** What the firm has laid down of it, and what the pack says there. */
  readonly firm?: { readonly of: Provenance; readonly packValue: string; readonly reason: string };
}

export interface LeafSection {
  readonly id: string;
  readonly title: string;
  readonly leaves: readonly Leaf[];
}

/** What is looked for: a text in any part of a line, and tags, none of which means all. */
export interface LeafFilter {
  readonly text: string;
  readonly tags: ReadonlySet<Provenance['tag']>;
}

/** On whose word a line stands; two where the firm has laid down a part of it. */
export const tagsOf = ({ of, firm }: Pick<Leaf, 'of' | 'firm'>): Provenance['tag'][] =>
  firm === undefined ? [of.tag] : [of.tag, firm.of.tag];

/** Whether a line is among those that are looked for. */
export function isWanted(
  { title, code = '', value = '', note = '', of, firm }: Leaf,
  { text, tags }: LeafFilter,
): boolean {
  const wanted = text.trim().toLowerCase();
  const parts = [title, code, value, note, firm?.reason ?? '', ...of.source, ...(firm?.of.source ?? [])];
  const holds = parts.some((part) => part.toLowerCase().includes(wanted));
  return holds && (tags.size === 0 || tagsOf({ of, ...(firm && { firm }) }).some((tag) => tags.has(tag)));
}

/** The leaves that are looked for; sections that keep none are left out. */
export const filtered = (sections: readonly LeafSection[], filter: LeafFilter): LeafSection[] =>
  sections
    .map((section) => ({ ...section, leaves: section.leaves.filter((leaf) => isWanted(leaf, filter)) }))
    .filter(({ leaves }) => leaves.length > 0);
