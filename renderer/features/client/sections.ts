/** The parts of the page in reading order; 1 to 9 jump to the first nine. */
export const leftSections = [
  'accounts',
  'papers',
  'applications',
  'needed',
  'strategy',
  'fees',
  'history',
] as const;
export const rightSections = ['duties', 'facts', 'people', 'banks', 'relations', 'notes'] as const;
export const sections = [...leftSections, ...rightSections] as const;
export type SectionId = (typeof sections)[number];

export const sectionElementId = (id: SectionId): string => `client-${id}`;

export function jumpTo(id: SectionId): void {
  const section = document.getElementById(sectionElementId(id));
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}
