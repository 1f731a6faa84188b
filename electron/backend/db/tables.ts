/**
 * The four kinds of table. Shared rows belong to the firm and would travel between seats, the log is append-only,
 * local rows belong to this seat, derived rows can be computed again at any time. A test holds this list equal to
 * the schema.
 */
export type TableKind = 'shared' | 'log' | 'local' | 'derived';

/** How a shared row is traced to its client: the row itself, a column, or a parent row. */
type ClientPath =
  | { readonly by: 'self' }
  | { readonly by: 'column' }
  | { readonly by: 'parent'; readonly table: SharedTable; readonly column: string }
  | { readonly by: 'none' };

const column: ClientPath = { by: 'column' };
const none: ClientPath = { by: 'none' };
const parent = (table: SharedTable, name: string): ClientPath => ({ by: 'parent', table, column: name });

export const sharedTableNames = [
  'consultants',
  'clients',
  'client_identifiers',
  'contacts',
  'client_contacts',
  'bank_accounts',
  'client_relations',
  'tags',
  'client_tags',
  'accounts',
  'applications',
  'attempts',
  'items',
  'documents',
  'document_versions',
  'item_documents',
  'tasks',
  'notes',
  'fees',
  'payments',
  'saved_views',
  'settings',
  'rule_packs',
  'rule_overrides',
  'holiday_years',
  'stated_values',
  'judgements',
  'client_answers',
  'aftercare_steps',
  'calls',
  'lapses',
  'rejected_items',
  'intake_files',
  'intake_papers',
  'intake_pages',
  'hand_outs',
  'erasures',
  'erasure_stays',
] as const;
export type SharedTable = (typeof sharedTableNames)[number];

export const clientPaths: Readonly<Record<SharedTable, ClientPath>> = {
  consultants: none,
  clients: { by: 'self' },
  client_identifiers: column,
  contacts: none,
  client_contacts: column,
  bank_accounts: column,
  client_relations: column,
  tags: none,
  client_tags: column,
  accounts: column,
  applications: column,
  attempts: parent('applications', 'application_id'),
  items: parent('applications', 'application_id'),
  documents: column,
  document_versions: parent('documents', 'document_id'),
  item_documents: parent('items', 'item_id'),
  tasks: column,
  notes: column,
  fees: column,
  payments: parent('fees', 'fee_id'),
  saved_views: none,
  settings: none,
  rule_packs: none,
  rule_overrides: none,
  holiday_years: none,
  stated_values: parent('documents', 'document_id'),
  judgements: parent('applications', 'application_id'),
  client_answers: column,
  aftercare_steps: parent('applications', 'application_id'),
  calls: parent('applications', 'application_id'),
  lapses: parent('applications', 'application_id'),
  rejected_items: parent('attempts', 'attempt_id'),
  // What lies in the tray is nobody's yet.
  intake_files: none,
  intake_papers: none,
  intake_pages: none,
  hand_outs: column,
  // What is left of a person belongs to nobody.
  erasures: none,
  erasure_stays: none,
};

export const otherTables: Readonly<Record<string, TableKind>> = {
  changes: 'log',
  events: 'log',
  seat: 'local',
  local_settings: 'local',
  reminders: 'local',
  backups: 'local',
  import_mappings: 'local',
  files_to_remove: 'local',
  file_checks: 'local',
  obligations: 'derived',
  client_summaries: 'derived',
  account_summaries: 'derived',
  application_summaries: 'derived',
  file_texts: 'derived',
  page_measures: 'derived',
  page_prints: 'derived',
  read_pages: 'derived',
  search_entries: 'derived',
  search_index: 'derived',
  file_index: 'derived',
};
