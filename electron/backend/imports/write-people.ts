import type { ImportValues } from '#shared/domain/import-fields.ts';
import type { ContactFields } from '#shared/contract/clients.ts';
import type { Backend } from '#backend/backend.ts';
import { addContact } from '#backend/clients/service.ts';
import type { Change } from '#backend/db/change.ts';
import type { PersonRecord } from './queries.ts';

type Role = 'is_legal_representative' | 'is_administrator';

interface Wanted {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly phone: string | undefined;
}

/**
 * Writes a client's legal representative and administrator, one person where they are the same. Whoever takes over a
 * role takes it from those who had it; they stay with the client.
 */
export function writePeople(
  backend: Backend,
  change: Change,
  clientId: string,
  values: ImportValues,
  people: readonly PersonRecord[],
  storedLegal: string | undefined,
): void {
  for (const wanted of wantedPeople(values, storedLegal)) {
    const known = people.find(({ name }) => name === wanted.name);
    for (const role of wanted.roles) {
      if (known?.[role] === 1) continue;
      for (const other of people) {
        if (other !== known && other[role] === 1) change.update('client_contacts', other.id, { [role]: 0 });
      }
    }
    if (known === undefined) addContact(backend, change, clientId, contactOf(wanted));
    else updatePerson(change, known, wanted);
  }
}

function wantedPeople(values: ImportValues, storedLegal: string | undefined): Wanted[] {
  const { administratorName, administratorPhone: phone } = values;
  const isLegalToo = administratorName !== undefined && administratorName === storedLegal;
  const legal = values.legalRepresentative ?? (isLegalToo ? storedLegal : undefined);
  if (administratorName === undefined) {
    return legal === undefined ? [] : [{ name: legal, roles: ['is_legal_representative'], phone }];
  }
  if (administratorName === legal) {
    return [{ name: legal, roles: ['is_legal_representative', 'is_administrator'], phone }];
  }
  const administrator: Wanted = { name: administratorName, roles: ['is_administrator'], phone };
  return legal === undefined
    ? [administrator]
    : [{ name: legal, roles: ['is_legal_representative'], phone: undefined }, administrator];
}

function updatePerson(change: Change, known: PersonRecord, { roles, phone }: Wanted): void {
  change.update('client_contacts', known.id, Object.fromEntries(roles.map((role) => [role, 1])));
  if (phone !== undefined) change.update('contacts', known.contact_id, { phone });
}

function contactOf({ name, roles, phone }: Wanted): ContactFields {
  return {
    name,
    phone: phone ?? null,
    email: null,
    wechat: null,
    idNumber: null,
    availableHours: null,
    isLegalRepresentative: roles.includes('is_legal_representative'),
    isAdministrator: roles.includes('is_administrator'),
    isFinance: false,
    answersCalls: false,
    leftOn: null,
  };
}
