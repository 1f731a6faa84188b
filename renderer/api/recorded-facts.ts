import type { ClientDetails } from '#shared/contract/clients.ts';
import type { RecordedFacts } from '#shared/domain/stated-record.ts';

/** What is on file, as far as a paper can repeat it; people who have left do not count. */
export const recordedFacts = ({
  client,
  contacts,
  bankAccounts,
  accounts,
}: ClientDetails): RecordedFacts => ({
  client,
  contacts: contacts.filter(({ leftOn }) => leftOn === null),
  bankAccounts,
  accounts,
});
