import type { ClientDetails } from '#shared/contract/clients.ts';
import { listAccountsOfClient } from '#backend/accounts/service.ts';
import { questionsOfClient } from '#backend/applications/questions.ts';
import { listApplicationsOfClient } from '#backend/applications/service.ts';
import type { Backend } from '#backend/backend.ts';
import { listDocumentsOfClient } from '#backend/documents/service.ts';
import { listFeesOfClient } from '#backend/fees/service.ts';
import { historyCount, readHistory } from '#backend/history/service.ts';
import { noteCountOf } from '#backend/notes/service.ts';
import { obligationsOfClient } from '#backend/obligations/service.ts';
import { bankAccountFieldsOf, contactFieldsOf, fieldsOf } from './fields.ts';
import { bankAccountsOf, contactsOf, formerOf, mergedInto, tagsOf } from './queries.ts';
import type { BankAccountRecord, ClientRecord, ContactRecord } from './queries.ts';
import { listRelations } from './relations.ts';

/** How much of the history the page shows before it is asked for more, in entries. */
const historyShown = 50;

export function detailsOf(backend: Backend, record: ClientRecord): ClientDetails {
  const { id } = record;
  return {
    ...withPeople(backend, record),
    former: formerOf(backend.db, id).map(({ value, merged_id: mergedId }) => ({ value, mergedId })),
    mergedInto: record.deleted_at_ms === null ? null : (mergedInto(backend.db, id) ?? null),
    tags: tagsOf(backend.db, id).map((tag) => tag.name),
    bankAccounts: bankAccountsOf(backend.db, id).map(bankAccountOf),
    relations: listRelations(backend, id),
    questions: questionsOfClient(backend, id),
    accounts: listAccountsOfClient(backend, id),
    documents: listDocumentsOfClient(backend, id),
    applications: listApplicationsOfClient(backend, id),
    fees: listFeesOfClient(backend, id),
    obligations: obligationsOfClient(backend, id),
    history: readHistory(backend, { clientId: id, limit: historyShown }),
    historyCount: historyCount(backend, id),
    noteCount: noteCountOf(backend, id),
  };
}

/** The client itself and the people in it. */
export function withPeople(
  { db }: Pick<Backend, 'db'>,
  record: ClientRecord,
): Pick<ClientDetails, 'client' | 'contacts'> {
  const { id } = record;
  return {
    client: {
      ...fieldsOf(record),
      id,
      consultantName: record.consultant_name,
      updatedAtMs: record.updated_at_ms,
      deletedAtMs: record.deleted_at_ms,
    },
    contacts: contactsOf(db, id).map(contactOf),
  };
}

const contactOf = (record: ContactRecord): ClientDetails['contacts'][number] => ({
  id: record.id,
  contactId: record.contact_id,
  ...contactFieldsOf(record),
});

const bankAccountOf = (record: BankAccountRecord): ClientDetails['bankAccounts'][number] => ({
  id: record.id,
  ...bankAccountFieldsOf(record),
});
