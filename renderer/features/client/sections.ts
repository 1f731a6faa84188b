/** The parts of the page in reading order; 1 to 9 jump to the first nine. */
const leftSections = [
  'accounts',
  'papers',
  'applications',
  'needed',
  'strategy',
  'notes',
  'fees',
  'history',
] as const;
const rightSections = ['duties', 'facts', 'people', 'banks', 'relations', 'remark'] as const;
export type SectionId = (typeof leftSections)[number] | (typeof rightSections)[number];

/** The parts of a page in its two columns. */
export interface PageParts {
  readonly left: readonly SectionId[];
  readonly right: readonly SectionId[];
}
export const clientParts: PageParts = { left: leftSections, right: rightSections };
/** Nothing is planned for a client in the trash. */
export const trashedParts: PageParts = {
  left: leftSections.filter((id) => id !== 'needed' && id !== 'strategy'),
  right: rightSections,
};
/** The page of one account has some of them. */
export const accountParts: PageParts = {
  left: ['applications', 'papers', 'fees', 'history'],
  right: ['duties', 'facts'],
};

export const sectionElementId = (id: SectionId): string => `client-${id}`;

export function jumpTo(id: SectionId): void {
  const section = document.getElementById(sectionElementId(id));
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}
