import { daysBetween } from './calendar-date.ts';
import { subjectDocumentKinds } from './document-kind.ts';
import type { PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';

/**
 * The end of the client's licence as it is on file, where no paper put to the checklist has an end of its own: such a
 * paper is judged by that, and held against what is on file.
 */
export function licenceObservations(facts: PreCheckFacts): Observation[] {
  const { today, client } = facts;
  const { licenceUntil } = client;
  const item = licenceItem(facts);
  if (item === undefined || licenceUntil === undefined || licenceUntil === 'forever') return [];
  const days = daysBetween(today, licenceUntil);
  if (days > item.marginDays) return [];
  return [
    {
      check: days < 0 ? 'paper_expired' : 'paper_expiring',
      place: { at: 'client', field: 'licenceUntil' },
      rule: days < 0 ? item : (item.marginBasis ?? item),
      title: item.title,
      found: licenceUntil,
    },
  ];
}

type Item = PreCheckFacts['items'][number];

/** The line that asks for the licence, as long as nothing put to it says how long it is good. */
function licenceItem({ items, papers }: PreCheckFacts): Item | undefined {
  const asked = items.filter(isOfLicence);
  const attached = new Set(asked.flatMap(({ documentIds }) => documentIds));
  const isDated = papers.some(
    ({ documentId, validUntil }) => attached.has(documentId) && validUntil !== undefined,
  );
  if (isDated) return undefined;
  return asked.toSorted((a, b) => a.position - b.position).at(0);
}

const isOfLicence = ({ accepts, asks, state }: Item): boolean =>
  asks === undefined &&
  state !== 'not_needed' &&
  accepts.some((kind) => subjectDocumentKinds.some((subject) => subject === kind));
