import type { MergeNote } from '#shared/contract/merging.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { compactText } from '#shared/domain/plain-text.ts';
import type { Change, Row } from '#backend/db/change.ts';
import type { Db } from '#backend/db/open.ts';
import { joinPair, linkId } from '../links.ts';
import { contactsOf, isContactUsed } from '../queries.ts';
import type { ContactRecord } from '../queries.ts';
import { papersOfPerson } from './queries.ts';

export interface MergedClients {
  readonly keptId: string;
  readonly otherId: string;
}

interface JoinedPerson {
  readonly from: ContactRecord;
  /** The same person at the kept client. */
  readonly into: ContactRecord;
}

export interface PeoplePlan {
  readonly joined: readonly JoinedPerson[];
  readonly moved: readonly ContactRecord[];
  readonly notes: readonly MergeNote[];
}

/** Which people of the other client the kept one has already; who contradicts is somebody else. */
export function planPeople(db: Db, { keptId, otherId }: MergedClients): PeoplePlan {
  const present = contactsOf(db, keptId);
  const joined: JoinedPerson[] = [];
  const moved: ContactRecord[] = [];
  const notes: MergeNote[] = [];
  const taken = new Set<string>();
  for (const from of contactsOf(db, otherId)) {
    const { name } = from;
    const into = present.find((person) => !taken.has(person.id) && isSamePerson(person, from));
    if (into !== undefined) {
      taken.add(into.id);
      joined.push({ from, into });
      notes.push({ kind: 'contact_joined', name });
      continue;
    }
    moved.push(from);
    if (present.some((person) => nameKey(person.name) === nameKey(name)))
      notes.push({ kind: 'contact_twice', name });
  }
  return { joined, moved, notes };
}

const details = ['phone', 'email', 'wechat', 'id_number', 'available_hours'] as const;
const roles = ['is_legal_representative', 'is_administrator', 'is_finance', 'answers_calls'] as const;

function isSamePerson(a: ContactRecord, b: ContactRecord): boolean {
  if (a.contact_id === b.contact_id) return true;
  return (
    nameKey(a.name) === nameKey(b.name) &&
    a.left_on === b.left_on &&
    details.every((detail) => agrees(a[detail], b[detail]))
  );
}

const agrees = (a: string | null, b: string | null): boolean =>
  a === null || b === null || compactText(a).toLowerCase() === compactText(b).toLowerCase();

/** Brings the people of the other client to the kept one. */
export function mergePeople(
  db: Db,
  change: Change,
  clients: MergedClients,
  { joined, moved }: PeoplePlan,
): void {
  const { keptId } = clients;
  for (const { from, into } of joined) {
    change.update('contacts', into.contact_id, missingDetails(into, from));
    change.update('client_contacts', into.id, bothRoles(into, from));
    change.remove('client_contacts', from.id);
    if (from.contact_id !== into.contact_id) giveAway(db, change, { from, into }, clients);
  }
  for (const person of moved) {
    change.remove('client_contacts', person.id);
    joinPair(db, change, 'client_contacts', {
      id: linkId(keptId, person.contact_id),
      client_id: keptId,
      contact_id: person.contact_id,
      ...Object.fromEntries(roles.map((role) => [role, person[role]])),
      left_on: person.left_on,
    });
  }
}

const missingDetails = (into: ContactRecord, from: ContactRecord): Row =>
  Object.fromEntries(details.filter((each) => into[each] === null).map((each) => [each, from[each]]));

/** Who has not left one of the two is still there. */
const bothRoles = (into: ContactRecord, from: ContactRecord): Row => ({
  ...Object.fromEntries(roles.map((role) => [role, into[role] === 1 || from[role] === 1 ? 1 : 0])),
  left_on: from.left_on === null ? null : into.left_on,
});

/** The papers that the person has here are the other's; whom nothing speaks of any more goes to the trash. */
function giveAway(db: Db, change: Change, { from, into }: JoinedPerson, clients: MergedClients): void {
  for (const id of papersOfPerson(db, from.contact_id, [clients.keptId, clients.otherId]))
    change.update('documents', id, { contact_id: into.contact_id });
  if (!isContactUsed(db, from.contact_id, from.id)) change.remove('contacts', from.contact_id);
}
