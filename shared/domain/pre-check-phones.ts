import { nameKey } from './name-key.ts';
import type { ContactFacts, PreCheckFacts } from './pre-check-facts.ts';
import { hasRole } from './pre-check-identity.ts';
import type { Observation } from './pre-check-observation.ts';

/** Whoever acts in the case under a number that another person acts under too, named with that person. */
export function phoneObservations({ contacts }: PreCheckFacts): Observation[] {
  const people = contacts.filter(hasRole).toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1));
  return people.flatMap((person, index): Observation[] => {
    const other = people.slice(0, index).find((one) => sharesPhone(one, person) && !isSame(one, person));
    if (other === undefined) return [];
    return [{ check: 'phone_shared', place: { at: 'contact', id: person.contactId }, found: other.name }];
  });
}

const sharesPhone = (a: ContactFacts, b: ContactFacts): boolean =>
  digitsOf(a) !== '' && digitsOf(a) === digitsOf(b);

/** Without spaces, dashes and the country code of mobile phones. */
const digitsOf = ({ phone = '' }: ContactFacts): string =>
  phone
    .normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');

/** One person may stand twice on file; the number of the card decides where both have one. */
function isSame(a: ContactFacts, b: ContactFacts): boolean {
  if (a.idNumber !== undefined && b.idNumber !== undefined)
    return nameKey(a.idNumber) === nameKey(b.idNumber);
  return nameKey(a.name) === nameKey(b.name);
}
