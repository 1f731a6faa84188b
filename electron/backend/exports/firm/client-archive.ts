import { isClosed } from '#shared/domain/application.ts';
import type { Stage } from '#shared/domain/application.ts';
import type { ApplicationItem } from '#shared/contract/applications.ts';
import type { Backend } from '#backend/backend.ts';
import { checklistsOfClient } from '#backend/applications/service.ts';
import type { Row } from '#backend/db/change.ts';
import type { SharedTable } from '#backend/db/tables.ts';
import { eventsOfClient, relationsTo, rowById, rowsOfClient, tagNames } from './queries.ts';
import type { EventRecord } from './queries.ts';

/** The tables whose rows a client's page shows. */
const shown = [
  'client_identifiers',
  'client_contacts',
  'bank_accounts',
  'client_relations',
  'accounts',
  'applications',
  'attempts',
  'documents',
  'document_versions',
  'stated_values',
  'fees',
  'payments',
  'tasks',
  'notes',
  'calls',
  'lapses',
  'aftercare_steps',
  'hand_outs',
] as const satisfies readonly SharedTable[];
type Shown = (typeof shown)[number];

/** All that is known of a client, as it is stored. */
export interface ArchivedClient {
  readonly row: Row;
  /** Its page within the folder. */
  readonly page: string;
  readonly accounts: number;
  /** Applications under way. */
  readonly open: number;
  readonly rows: Readonly<Record<Shown, readonly Row[]>>;
  readonly contacts: ReadonlyMap<string, Row>;
  readonly relationsTo: readonly Row[];
  readonly tags: readonly string[];
  readonly checklists: ReadonlyMap<string, readonly ApplicationItem[]>;
  readonly events: readonly EventRecord[];
}

export function readClient(backend: Backend, clientId: string, page: string): ArchivedClient | undefined {
  const { db } = backend;
  const row = rowById(db, 'clients', clientId);
  if (row === undefined) return undefined;
  const rows = Object.fromEntries<readonly Row[]>(
    shown.map((table) => [table, rowsOfClient(db, table, clientId)]),
  ) as ArchivedClient['rows'];
  const contactIds = [...rows.client_contacts, ...rows.documents].flatMap(({ contact_id: id }) => id ?? []);
  const contacts = [...new Set(contactIds.map(String))].flatMap((id): Row[] => {
    const contact = rowById(db, 'contacts', id);
    return contact === undefined ? [] : [contact];
  });
  return {
    ...{ row, page, rows },
    accounts: rows.accounts.length,
    open: rows.applications.filter(({ stage }) => !isClosed(stage as Stage)).length,
    contacts: new Map(contacts.map((contact) => [String(contact.id), contact])),
    relationsTo: relationsTo(db, clientId),
    tags: tagNames(db, clientId),
    checklists: checklistsOfClient(backend, clientId),
    events: eventsOfClient(db, clientId),
  };
}
