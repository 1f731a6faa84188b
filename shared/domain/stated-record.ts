import type { CalendarDate } from './calendar-date.ts';
import type { DocumentKind } from './document-kind.ts';
import type { EntityType } from './entity-type.ts';
import type { NameComparison } from './name-key.ts';
import { compareStated, storedForm } from './stated-value.ts';
import type { StatedField } from './stated-value.ts';

/** What the firm has on file of a client, as far as a paper can repeat it; null where nothing is. */
export type RecordedFacts = {
  readonly client: {
    readonly name: string;
    readonly entityType: EntityType;
    readonly creditCode: string | null;
    readonly legalRepresentative: string | null;
    readonly address: string | null;
    /** Of whom a licence or a certificate says the like; left out where nobody asks for it. */
    readonly establishedOn?: CalendarDate | null;
    readonly licenceUntil?: CalendarDate | 'forever' | null;
  };
  readonly contacts: readonly {
    readonly contactId: string;
    readonly name: string;
    readonly idNumber: string | null;
    readonly isAdministrator: boolean;
  }[];
  readonly bankAccounts: readonly {
    readonly accountNumber: string | null;
    readonly bankName: string | null;
  }[];
  readonly accounts: readonly {
    readonly name: string;
    readonly originalId: string | null;
    readonly appId: string | null;
  }[];
};

type Paper = { readonly kind: DocumentKind; readonly contactId: string | null };

/** What is on file where a paper states a field. Of several any one will do; with none there is nothing to compare. */
export function recordedValues(field: StatedField, paper: Paper, recorded: RecordedFacts): string[] {
  return candidates(field, paper, recorded).filter(
    (value): value is string => value !== null && value !== '',
  );
}

function candidates(field: StatedField, paper: Paper, recorded: RecordedFacts): (string | null)[] {
  const { client, contacts, bankAccounts, accounts } = recorded;
  const holders = contacts.filter(({ contactId }) => contactId === paper.contactId);
  const administrators = contacts.filter(({ isAdministrator }) => isAdministrator);
  switch (field) {
    case 'subject_name':
      return paper.kind === 'account_proof' && client.entityType === 'sole_trader'
        ? [client.name, client.legalRepresentative]
        : [client.name];
    case 'owner_name':
      return [client.name];
    case 'credit_code':
      return [client.creditCode];
    case 'legal_representative':
      return [client.legalRepresentative];
    case 'address':
      return [client.address];
    case 'person_name':
      return holders.map(({ name }) => name);
    case 'id_number':
      return holders.map(({ idNumber }) => idNumber);
    case 'administrator_name':
      return administrators.map(({ name }) => name);
    case 'administrator_id_number':
      return administrators.map(({ idNumber }) => idNumber);
    case 'account_name':
      return accounts.map(({ name }) => name);
    case 'original_id':
      return accounts.map(({ originalId }) => originalId);
    case 'app_id':
      return accounts.map(({ appId }) => appId);
    case 'bank_account_number':
      return bankAccounts.map(({ accountNumber }) => accountNumber);
    case 'bank_name':
      return bankAccounts.map(({ bankName }) => bankName);
  }
}

const nearness: readonly NameComparison['level'][] = ['identical', 'equivalent', 'different'];

/** The recorded value that comes nearest to a stated one, and how near; undefined when there is nothing to compare. */
export function nearestRecorded(
  field: StatedField,
  text: string,
  recorded: readonly string[],
): { readonly value: string; readonly comparison: NameComparison } | undefined {
  const stated = storedForm(field, text);
  if (stated === '') return undefined;
  return recorded
    .map((value) => ({ value, comparison: compareStated(field, value, stated) }))
    .toSorted((a, b) => nearness.indexOf(a.comparison.level) - nearness.indexOf(b.comparison.level))
    .at(0);
}
