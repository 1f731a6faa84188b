import type { RecordedFacts } from '#shared/domain/stated-record.ts';
import type { Backend } from '#backend/backend.ts';
import { getClient } from './service.ts';

/** What is on file of a client, as far as a paper can repeat it; people who have left do not count. Throws AppError NOT_FOUND. */
export function recordedFactsOf(backend: Backend, clientId: string): RecordedFacts {
  const { client, contacts, bankAccounts, accounts } = getClient(backend, clientId);
  return { client, contacts: contacts.filter(({ leftOn }) => leftOn === null), bankAccounts, accounts };
}
