import type { CheckId } from './check-rule.ts';
import { checkClientCode, clientCodeFault, hasRegistryCode } from './client-code.ts';
import type { EntityType } from './entity-type.ts';
import { codeContradicts, mayCarryCodeOf } from './entity-type.ts';
import type { ContactFacts, PreCheckFacts } from './pre-check-facts.ts';
import type { Observation } from './pre-check-observation.ts';
import { checkResidentId } from './resident-id.ts';

/** What is wrong with the client's code, kind and persons, each looked at by itself. */
export const identityObservations = (facts: PreCheckFacts): Observation[] => [
  ...codeObservations(facts),
  ...missingAdministrator(facts),
  ...facts.contacts.filter(hasRole).flatMap((contact) => numberObservations(contact, facts)),
  ...callObservations(facts),
];

function codeObservations({ client }: PreCheckFacts): Observation[] {
  const { creditCode, creditCodeNote, entityType } = client;
  const place = { at: 'client', field: 'creditCode' } as const;
  if (creditCode === undefined || creditCode === '')
    return hasRegistryCode(entityType) ? [{ check: 'credit_code_missing', place }] : [];
  const checked = checkClientCode(creditCode);
  const fault = clientCodeFault(creditCode, entityType);
  const expected = fault?.suggestion === undefined ? {} : { expected: fault.suggestion };
  const observations: Observation[] = [];
  if (checked.level !== 'ok' && hasRegistryCode(entityType)) {
    const check = fault === undefined ? 'credit_code_doubtful' : faultCheck(creditCodeNote);
    observations.push({ check, place, found: creditCode, ...expected });
  }
  observations.push(...typeObservations(checked.suggestedEntityType, entityType));
  return observations;
}

/** What the code's beginning says of the type is inferred, but for the one pair that platforms are known to refuse. */
function typeObservations(suggested: EntityType | undefined, entityType: EntityType): Observation[] {
  if (suggested === undefined || mayCarryCodeOf(suggested, entityType)) return [];
  const check = codeContradicts(suggested, entityType) ? 'entity_type_differs' : 'entity_type_doubtful';
  return [{ check, place: { at: 'client', field: 'entityType' }, expected: suggested, found: entityType }];
}

/** A wrong code that somebody has looked at and explained is no longer simply wrong. */
const faultCheck = (note: string | undefined): CheckId =>
  note === undefined ? 'credit_code_wrong' : 'credit_code_noted';

const missingAdministrator = ({ contacts }: PreCheckFacts): Observation[] =>
  contacts.some(({ isAdministrator }) => isAdministrator)
    ? []
    : [{ check: 'administrator_missing', place: { at: 'contacts' } }];

/** Whether somebody acts in the case at all. */
export const hasRole = ({ isAdministrator, isLegalRepresentative, answersCalls }: ContactFacts): boolean =>
  isAdministrator || isLegalRepresentative || answersCalls;

/** The number of a person who acts in the case; only an administrator has to be of age. */
function numberObservations(
  { contactId, idNumber, isAdministrator }: ContactFacts,
  { today }: PreCheckFacts,
): Observation[] {
  if (idNumber === undefined) return [];
  const check = numberCheck(checkResidentId(idNumber, today), isAdministrator);
  return check === undefined ? [] : [{ check, place: { at: 'contact', id: contactId }, found: idNumber }];
}

function numberCheck(
  { flaws }: ReturnType<typeof checkResidentId>,
  isAdministrator: boolean,
): CheckId | undefined {
  const isWrong = flaws.some(
    ({ level, code }) =>
      level === 'error' || code === 'other_document' || (code === 'under_age' && isAdministrator),
  );
  if (isWrong) return isAdministrator ? 'administrator_id_wrong' : 'person_id_wrong';
  return flaws.some(({ code }) => code === 'unknown_region') ? 'person_id_doubtful' : undefined;
}

/** Whoever was named for the call, else the administrators; both need a phone. */
function callObservations({ contacts }: PreCheckFacts): Observation[] {
  const named = contacts.filter(({ answersCalls }) => answersCalls);
  const takers = named.length > 0 ? named : contacts.filter(({ isAdministrator }) => isAdministrator);
  const reachable = takers.filter(({ phone }) => phone !== undefined);
  const [first] = reachable;
  if (first === undefined) return [{ check: 'call_contact_missing', place: { at: 'contacts' } }];
  if (reachable.some(({ availableHours }) => availableHours !== undefined)) return [];
  return [{ check: 'call_hours_missing', place: { at: 'contact', id: first.contactId } }];
}
