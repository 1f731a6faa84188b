import type { ApplicationDetails } from '#shared/contract/applications.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';

/** What is on file, as far as a paper of this application can repeat it; of the accounts its own alone. */
export const recordedFacts = ({
  application,
  client,
  contacts,
  bankAccounts,
  account,
}: ApplicationDetails): RecordedFacts => ({
  client: { ...client, entityType: application.entityType },
  contacts: contacts.map(({ id, name, idNumber, isAdministrator }) => ({
    contactId: id,
    name,
    idNumber,
    isAdministrator,
  })),
  bankAccounts,
  accounts: [account],
});
