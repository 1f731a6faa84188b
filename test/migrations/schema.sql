PRAGMA user_version = 17;

CREATE TABLE account_summaries (
  account_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  consultant_id TEXT,
  name TEXT NOT NULL,
  client_name TEXT NOT NULL,
  place_sort TEXT NOT NULL,
  certified_sort TEXT NOT NULL,
  opens_sort TEXT NOT NULL,
  open_application_id TEXT,
  open_sort INTEGER NOT NULL
, consultant_sort TEXT NOT NULL DEFAULT '', app_sort TEXT NOT NULL DEFAULT '', original_sort TEXT NOT NULL DEFAULT '', filing_sort TEXT NOT NULL DEFAULT '', filed_sort TEXT NOT NULL DEFAULT '', since_sort TEXT NOT NULL DEFAULT '', remark_sort TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX account_summaries_certified ON account_summaries (certified_sort, account_id, client_id, consultant_id, place_sort, certified_sort, opens_sort, open_sort);

CREATE INDEX account_summaries_client ON account_summaries (client_id);

CREATE INDEX account_summaries_client_name ON account_summaries (client_name, account_id, client_id, consultant_id, place_sort, certified_sort, opens_sort, open_sort);

CREATE INDEX account_summaries_name ON account_summaries (name, account_id, client_id, consultant_id, place_sort, certified_sort, opens_sort, open_sort);

CREATE INDEX account_summaries_open ON account_summaries (open_sort, account_id, client_id, consultant_id, place_sort, certified_sort, opens_sort, open_sort);

CREATE INDEX account_summaries_opens ON account_summaries (opens_sort, account_id, client_id, consultant_id, place_sort, certified_sort, opens_sort, open_sort);

CREATE INDEX account_summaries_place ON account_summaries (place_sort, account_id, client_id, consultant_id, place_sort, certified_sort, opens_sort, open_sort);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  platform TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  app_id TEXT,
  original_id TEXT,
  category TEXT,
  certified_since_on TEXT,
  certified_until_on TEXT,
  certified_until_at_ms INTEGER,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, filing_number TEXT, filed_on TEXT) STRICT;

CREATE INDEX accounts_client ON accounts (client_id);

CREATE UNIQUE INDEX solo_accounts_app_id ON accounts (platform, app_id) WHERE deleted_at_ms IS NULL AND app_id IS NOT NULL;

CREATE TABLE aftercare_steps (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  rule_id TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('done', 'not_needed')),
  decided_on TEXT NOT NULL,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX aftercare_steps_application ON aftercare_steps (application_id);

CREATE UNIQUE INDEX solo_aftercare_steps_rule ON aftercare_steps (application_id, rule_id)
  WHERE deleted_at_ms IS NULL;

CREATE TABLE application_summaries (
  application_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  consultant_id TEXT,
  client_name TEXT NOT NULL,
  consultant_sort TEXT NOT NULL,
  platform_sort INTEGER NOT NULL,
  kind_sort INTEGER NOT NULL,
  stage_sort INTEGER NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  since_at_ms INTEGER NOT NULL,
  due_sort TEXT NOT NULL,
  hour_at_ms INTEGER,
  missing_sort INTEGER NOT NULL
, number_sort TEXT NOT NULL DEFAULT '', account_name TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX application_summaries_account_name ON application_summaries (account_name, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_client ON application_summaries (client_id);

CREATE INDEX application_summaries_client_name ON application_summaries (client_name, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_consultant ON application_summaries (consultant_sort, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_due ON application_summaries (due_sort, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_kind ON application_summaries (kind_sort, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_missing ON application_summaries (missing_sort, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_number ON application_summaries (number_sort, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_opened ON application_summaries (opened_at_ms, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_since ON application_summaries (since_at_ms, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE INDEX application_summaries_stage ON application_summaries (stage_sort, application_id, client_id, consultant_id, platform_sort, kind_sort, stage_sort, due_sort, hour_at_ms, missing_sort);

CREATE TABLE applications (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  account_id TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  rule_pack_id TEXT NOT NULL,
  rule_pack_version TEXT NOT NULL,
  rule_pack_sha256 TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL,
  stage_since_at_ms INTEGER NOT NULL,
  opened_at_ms INTEGER NOT NULL,
  submitted_at_ms INTEGER,
  authorised_at_ms INTEGER,
  paid_at_ms INTEGER,
  first_returned_at_ms INTEGER,
  closed_at_ms INTEGER,
  certified_until_on TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, pre_reviewed_at_ms INTEGER, confirmed_at_ms INTEGER, reviewed_at_ms INTEGER, category TEXT, category_pack_sha256 TEXT) STRICT;

CREATE INDEX applications_account ON applications (account_id);

CREATE INDEX applications_category ON applications (category) WHERE category IS NOT NULL;

CREATE INDEX applications_client ON applications (client_id);

CREATE INDEX applications_opened ON applications (opened_at_ms DESC, id) WHERE deleted_at_ms IS NULL;

CREATE INDEX applications_stage ON applications (stage, stage_since_at_ms, id) WHERE deleted_at_ms IS NULL;

CREATE UNIQUE INDEX solo_applications_number ON applications (number);

CREATE TABLE attempts (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  attempt_no INTEGER NOT NULL,
  submitted_at_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'pending',
  returned_at_ms INTEGER,
  reason_code TEXT,
  reason_text TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, fee_fen INTEGER) STRICT;

CREATE INDEX attempts_application ON attempts (application_id, submitted_at_ms);

CREATE TABLE backups (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  folder TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  finished_at_ms INTEGER,
  database_sha256 TEXT,
  client_count INTEGER,
  file_count INTEGER,
  size_bytes INTEGER,
  error_code TEXT
) STRICT;

CREATE INDEX backups_started ON backups (started_at_ms);

CREATE TABLE bank_accounts (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL DEFAULT 'basic',
  holder_name TEXT NOT NULL,
  bank_name TEXT,
  account_number TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, permit_number TEXT, clearing_code TEXT) STRICT;

CREATE INDEX bank_accounts_client ON bank_accounts (client_id);

CREATE TABLE calls (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  at_ms INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answered', 'missed')),
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX calls_application ON calls (application_id, at_ms);

CREATE TABLE changes (
  id TEXT PRIMARY KEY,
  seat_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  action TEXT NOT NULL,
  actor_id TEXT,
  at_ms INTEGER NOT NULL,
  undoes_change_id TEXT REFERENCES changes (id)
) STRICT;

CREATE INDEX changes_recent ON changes (seat_id, seq);

CREATE TABLE client_answers (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  question_id TEXT NOT NULL,
  is_yes INTEGER NOT NULL CHECK (is_yes IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX solo_client_answers_question ON client_answers (client_id, question_id)
  WHERE deleted_at_ms IS NULL;

CREATE TABLE client_contacts (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  contact_id TEXT NOT NULL REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  is_legal_representative INTEGER NOT NULL DEFAULT 0 CHECK (is_legal_representative IN (0, 1)),
  is_administrator INTEGER NOT NULL DEFAULT 0 CHECK (is_administrator IN (0, 1)),
  is_finance INTEGER NOT NULL DEFAULT 0 CHECK (is_finance IN (0, 1)),
  answers_calls INTEGER NOT NULL DEFAULT 0 CHECK (answers_calls IN (0, 1)),
  left_on TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, erasure_id TEXT) STRICT;

CREATE INDEX client_contacts_client ON client_contacts (client_id);

CREATE INDEX client_contacts_contact ON client_contacts (contact_id);

CREATE TABLE client_identifiers (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX client_identifiers_client ON client_identifiers (client_id);

CREATE TABLE client_relations (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  other_client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, share_bp INTEGER CHECK (share_bp BETWEEN 1 AND 10000)) STRICT;

CREATE INDEX client_relations_client ON client_relations (client_id);

CREATE INDEX client_relations_other ON client_relations (other_client_id);

CREATE TABLE client_summaries (
  client_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  account_count INTEGER NOT NULL,
  certified_until_on TEXT,
  certified_sort TEXT NOT NULL,
  paper_count INTEGER NOT NULL,
  missing_count INTEGER NOT NULL,
  paper_until_on TEXT,
  open_application_count INTEGER NOT NULL,
  returned_application_id TEXT,
  next_obligation_id TEXT,
  next_due_on TEXT NOT NULL,
  owed_fen INTEGER NOT NULL
, consultant_sort TEXT NOT NULL DEFAULT '', legal_sort TEXT NOT NULL DEFAULT '', address_sort TEXT NOT NULL DEFAULT '', remark_sort TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX client_summaries_certified ON client_summaries (certified_sort, client_id);

CREATE INDEX client_summaries_missing ON client_summaries (missing_count, client_id);

CREATE INDEX client_summaries_name ON client_summaries (name, client_id);

CREATE INDEX client_summaries_next ON client_summaries (next_due_on, client_id);

CREATE INDEX client_summaries_owed ON client_summaries (owed_fen, client_id);

CREATE TABLE client_tags (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  tag_id TEXT NOT NULL REFERENCES tags (id) DEFERRABLE INITIALLY DEFERRED,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX client_tags_client ON client_tags (client_id);

CREATE INDEX client_tags_tag ON client_tags (tag_id);

CREATE TABLE clients (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  credit_code TEXT,
  legal_representative TEXT,
  address TEXT,
  established_on TEXT,
  licence_until_on TEXT,
  licence_forever INTEGER NOT NULL DEFAULT 0 CHECK (licence_forever IN (0, 1)),
  business_scope TEXT,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  service_status TEXT NOT NULL DEFAULT 'active',
  service_since_on TEXT,
  service_fee_fen INTEGER,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, annual_report_year INTEGER, credit_code_note TEXT, standing TEXT CHECK (standing IN ('operating', 'abnormal', 'closed')), standing_checked_on TEXT) STRICT;

CREATE INDEX clients_consultant ON clients (consultant_id) WHERE deleted_at_ms IS NULL;

CREATE INDEX clients_name ON clients (name, id) WHERE deleted_at_ms IS NULL;

CREATE INDEX clients_name_key ON clients (name_key) WHERE deleted_at_ms IS NULL;

CREATE UNIQUE INDEX solo_clients_credit_code ON clients (credit_code) WHERE deleted_at_ms IS NULL AND credit_code IS NOT NULL;

CREATE TABLE consultants (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  weekly_capacity INTEGER,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX solo_consultants_name ON consultants (name) WHERE deleted_at_ms IS NULL;

CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  wechat TEXT,
  id_number TEXT,
  available_hours TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, erasure_id TEXT) STRICT;

CREATE TABLE document_versions (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL,
  version_no INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  original_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  width_px INTEGER,
  height_px INTEGER,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, is_grey INTEGER CHECK (is_grey IN (0, 1))) STRICT;

CREATE INDEX document_versions_document ON document_versions (document_id, part, version_no);

CREATE INDEX document_versions_live ON document_versions (sha256, media_type, page_count, deleted_at_ms)
  WHERE deleted_at_ms IS NULL;

CREATE INDEX document_versions_pdf ON document_versions (sha256, media_type, deleted_at_ms)
  WHERE media_type = 'application/pdf' AND deleted_at_ms IS NULL;

CREATE INDEX document_versions_sha256 ON document_versions (sha256);

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  contact_id TEXT REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  number TEXT,
  issued_on TEXT,
  valid_from_on TEXT,
  valid_until_on TEXT,
  valid_forever INTEGER NOT NULL DEFAULT 0 CHECK (valid_forever IN (0, 1)),
  keep_until_on TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, destroyed_at_ms INTEGER, destroyed_by_rule TEXT CHECK (destroyed_by_rule IN ('keep_until', 'trash')), destroyed_remark TEXT, erasure_id TEXT, replaced_by_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED, replaced_on TEXT) STRICT;

CREATE INDEX documents_client ON documents (client_id);

CREATE INDEX documents_contact ON documents (contact_id) WHERE contact_id IS NOT NULL;

CREATE INDEX documents_destroyed ON documents (destroyed_at_ms, id) WHERE destroyed_at_ms IS NOT NULL;

CREATE INDEX documents_keep_until ON documents (keep_until_on, id)
  WHERE keep_until_on IS NOT NULL AND deleted_at_ms IS NULL;

CREATE INDEX documents_replaced ON documents (replaced_by_id) WHERE replaced_by_id IS NOT NULL;

CREATE INDEX documents_trashed ON documents (deleted_at_ms, id)
  WHERE deleted_at_ms IS NOT NULL AND destroyed_at_ms IS NULL;

CREATE INDEX documents_valid_until ON documents (valid_until_on, id) WHERE deleted_at_ms IS NULL;

CREATE TABLE erasure_stays (
  id TEXT PRIMARY KEY,
  erasure_id TEXT NOT NULL REFERENCES erasures (id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL,
  reason TEXT NOT NULL,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  account_id TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  until_on TEXT,
  row_count INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX erasure_stays_account ON erasure_stays (account_id);

CREATE INDEX erasure_stays_application ON erasure_stays (application_id);

CREATE INDEX erasure_stays_document ON erasure_stays (document_id);

CREATE INDEX erasure_stays_erasure ON erasure_stays (erasure_id);

CREATE TABLE erasures (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  erased_at_ms INTEGER NOT NULL,
  remark TEXT,
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  row_count INTEGER NOT NULL,
  paper_count INTEGER NOT NULL,
  file_count INTEGER NOT NULL,
  event_count INTEGER NOT NULL,
  events_sha256 TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX erasures_consultant ON erasures (consultant_id);

CREATE INDEX erasures_contact ON erasures (contact_id);

CREATE INDEX erasures_erased ON erasures (erased_at_ms, id);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  seat_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  change_id TEXT NOT NULL REFERENCES changes (id),
  action TEXT NOT NULL,
  actor_id TEXT,
  at_ms INTEGER NOT NULL,
  row_table TEXT NOT NULL,
  row_id TEXT NOT NULL,
  client_id TEXT,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete', 'restore')),
  before TEXT,
  after TEXT,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
, erasure_id TEXT) STRICT;

CREATE UNIQUE INDEX events_chain ON events (seat_id, seq);

CREATE INDEX events_change ON events (change_id);

CREATE INDEX events_client ON events (client_id, at_ms);

CREATE INDEX events_erased ON events (change_id) WHERE erasure_id IS NOT NULL;

CREATE INDEX events_recent ON events (at_ms);

CREATE INDEX events_row ON events (row_id, at_ms);

CREATE TABLE fees (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  attempt_id TEXT REFERENCES attempts (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  amount_fen INTEGER NOT NULL,
  charged_on TEXT NOT NULL,
  due_on TEXT,
  invoice_number TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX fees_application ON fees (application_id);

CREATE INDEX fees_client ON fees (client_id, charged_on);

CREATE TABLE file_checks (
  sha256 TEXT PRIMARY KEY,
  checked_at_ms INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  fault TEXT CHECK (fault IN ('missing', 'altered', 'unreadable', 'orphaned'))
) STRICT;

CREATE INDEX file_checks_fault ON file_checks (fault, sha256) WHERE fault IS NOT NULL;

CREATE VIRTUAL TABLE file_index USING fts5 (characters, content = '', contentless_delete = 1, tokenize = 'ascii');

CREATE TABLE file_texts (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  source TEXT NOT NULL,
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  fault TEXT,
  is_indexed INTEGER NOT NULL CHECK (is_indexed IN (0, 1)),
  read_at_ms INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX file_texts_file ON file_texts (sha256, source);

CREATE INDEX file_texts_unfinished ON file_texts (read_at_ms) WHERE fault = 'unfinished';

CREATE INDEX file_texts_unindexed ON file_texts (sha256) WHERE is_indexed = 0;

CREATE TABLE files_to_remove (
  sha256 TEXT PRIMARY KEY,
  noted_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE hand_outs (
  id TEXT PRIMARY KEY,
  way TEXT NOT NULL CHECK (way IN ('file', 'print', 'submission', 'person')),
  client_id TEXT REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  version_id TEXT REFERENCES document_versions (id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  contact_id TEXT REFERENCES contacts (id) DEFERRABLE INITIALLY DEFERRED,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  original_sha256 TEXT,
  copy_sha256 TEXT NOT NULL,
  copy_name TEXT NOT NULL,
  folder_name TEXT NOT NULL DEFAULT '',
  size_bytes INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  purpose TEXT NOT NULL,
  handed_at_ms INTEGER NOT NULL,
  outcome TEXT CHECK (outcome IN ('returned', 'destroyed', 'not_written')),
  outcome_on TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX hand_outs_application ON hand_outs (application_id);

CREATE INDEX hand_outs_client ON hand_outs (client_id);

CREATE INDEX hand_outs_consultant ON hand_outs (consultant_id);

CREATE INDEX hand_outs_contact ON hand_outs (contact_id);

CREATE INDEX hand_outs_document ON hand_outs (document_id);

CREATE INDEX hand_outs_handed ON hand_outs (handed_at_ms, id);

CREATE INDEX hand_outs_version ON hand_outs (version_id);

CREATE TABLE holiday_years (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  content TEXT NOT NULL,
  file_name TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX solo_holiday_years_year ON holiday_years (year) WHERE deleted_at_ms IS NULL;

CREATE TABLE import_mappings (
  id TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  used_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE intake_files (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  original_name TEXT NOT NULL,
  folder_name TEXT NOT NULL DEFAULT '',
  came_by TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  width_px INTEGER,
  height_px INTEGER,
  is_grey INTEGER CHECK (is_grey IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, destroyed_at_ms INTEGER, destroyed_remark TEXT) STRICT;

CREATE INDEX intake_files_destroyed ON intake_files (destroyed_at_ms, id) WHERE destroyed_at_ms IS NOT NULL;

CREATE INDEX intake_files_sha256 ON intake_files (sha256);

CREATE INDEX intake_files_taken_out ON intake_files (deleted_at_ms, id)
  WHERE deleted_at_ms IS NOT NULL AND destroyed_at_ms IS NULL;

CREATE TABLE intake_pages (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES intake_files (id) DEFERRABLE INITIALLY DEFERRED,
  page_no INTEGER NOT NULL,
  paper_id TEXT REFERENCES intake_papers (id) DEFERRABLE INITIALLY DEFERRED,
  version_id TEXT REFERENCES document_versions (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270)),
  part TEXT NOT NULL DEFAULT 'whole',
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX intake_pages_file ON intake_pages (file_id);

CREATE INDEX intake_pages_paper ON intake_pages (paper_id);

CREATE INDEX intake_pages_version ON intake_pages (version_id);

CREATE INDEX intake_pages_waiting ON intake_pages (file_id, paper_id) WHERE version_id IS NULL AND deleted_at_ms IS NULL;

CREATE TABLE intake_papers (
  id TEXT PRIMARY KEY,
  client_id TEXT REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  item_id TEXT,
  kind TEXT,
  title TEXT NOT NULL DEFAULT '',
  valid_until_on TEXT,
  valid_forever INTEGER NOT NULL DEFAULT 0 CHECK (valid_forever IN (0, 1)),
  is_seen INTEGER NOT NULL DEFAULT 0 CHECK (is_seen IN (0, 1)),
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX intake_papers_client ON intake_papers (client_id);

CREATE INDEX intake_papers_document ON intake_papers (document_id);

CREATE TABLE item_documents (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES items (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX item_documents_document ON item_documents (document_id);

CREATE INDEX item_documents_item ON item_documents (item_id);

CREATE TABLE items (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  requirement_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  decision TEXT,
  reject_reason TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX items_application ON items (application_id, position);

CREATE TABLE judgements (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  judged_at_ms INTEGER NOT NULL,
  rule_pack_sha256 TEXT NOT NULL,
  category_pack_sha256 TEXT,
  overrides TEXT NOT NULL,
  facts TEXT NOT NULL,
  verdict_sha256 TEXT NOT NULL,
  blocker_count INTEGER NOT NULL,
  warning_count INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, edition INTEGER) STRICT;

CREATE INDEX judgements_application ON judgements (application_id, judged_at_ms);

CREATE TABLE lapses (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  clock_id TEXT NOT NULL CHECK (clock_id IN ('authorisation', 'payment', 'confirmation')),
  submitted_at_ms INTEGER NOT NULL,
  lapsed_at_ms INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX lapses_application ON lapses (application_id, submitted_at_ms);

CREATE TABLE local_settings (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  noted_at_ms INTEGER NOT NULL,
  text TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX notes_application ON notes (application_id, noted_at_ms);

CREATE INDEX notes_client ON notes (client_id, noted_at_ms);

CREATE INDEX notes_consultant ON notes (consultant_id);

CREATE TABLE obligations (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  client_id TEXT,
  account_id TEXT,
  application_id TEXT,
  document_id TEXT,
  fee_id TEXT,
  task_id TEXT,
  consultant_id TEXT,
  subject TEXT NOT NULL,
  waiting_on TEXT NOT NULL,
  unit TEXT NOT NULL,
  total INTEGER,
  starts_on TEXT,
  starts_at_ms INTEGER,
  opens_on TEXT,
  legal_on TEXT,
  legal_at_ms INTEGER,
  internal_on TEXT,
  due_on TEXT NOT NULL,
  provisional INTEGER NOT NULL,
  stake_fen INTEGER,
  refill_no INTEGER
, refill_max INTEGER, blocker_count INTEGER) STRICT;

CREATE INDEX obligations_asks ON obligations (starts_on) WHERE kind = 'review_window';

CREATE INDEX obligations_client ON obligations (client_id, due_on);

CREATE INDEX obligations_due ON obligations (due_on, id, kind, waiting_on, unit, consultant_id, starts_on, opens_on, legal_on,
  legal_at_ms, internal_on, stake_fen);

CREATE INDEX obligations_legal ON obligations (legal_on, kind, subject);

CREATE INDEX obligations_opens ON obligations (opens_on) WHERE kind = 'review_window';

CREATE INDEX obligations_terms ON obligations (application_id, kind, waiting_on, blocker_count, unit, total, due_on, legal_on,
  legal_at_ms, internal_on, stake_fen);

CREATE INDEX obligations_waiting ON obligations (waiting_on, due_on, id, kind, unit, consultant_id, starts_on, opens_on, legal_on,
  legal_at_ms, internal_on, stake_fen);

CREATE TABLE page_measures (
  sha256 TEXT NOT NULL,
  page_no INTEGER NOT NULL,
  form INTEGER NOT NULL,
  fault TEXT,
  measures TEXT,
  PRIMARY KEY (sha256, page_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_prints (
  sha256 TEXT NOT NULL,
  page_no INTEGER NOT NULL,
  print TEXT NOT NULL,
  ink INTEGER NOT NULL,
  PRIMARY KEY (sha256, page_no)
) STRICT;

CREATE TABLE payments (
  id TEXT PRIMARY KEY,
  fee_id TEXT NOT NULL REFERENCES fees (id) DEFERRABLE INITIALLY DEFERRED,
  amount_fen INTEGER NOT NULL,
  paid_on TEXT NOT NULL,
  method TEXT,
  remark TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX payments_fee ON payments (fee_id);

CREATE TABLE read_pages (
  sha256 TEXT NOT NULL,
  page_no INTEGER NOT NULL,
  turn INTEGER NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  fault TEXT,
  lines TEXT NOT NULL,
  PRIMARY KEY (sha256, page_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected_items (
  id TEXT PRIMARY KEY,
  attempt_id TEXT NOT NULL REFERENCES attempts (id) DEFERRABLE INITIALLY DEFERRED,
  requirement_id TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX solo_rejected_items_requirement ON rejected_items (attempt_id, requirement_id)
  WHERE deleted_at_ms IS NULL;

CREATE TABLE reminders (
  id TEXT PRIMARY KEY,
  obligation_id TEXT NOT NULL,
  step TEXT NOT NULL,
  due_at_ms INTEGER NOT NULL,
  shown_at_ms INTEGER,
  snoozed_until_on TEXT,
  done_at_ms INTEGER
) STRICT;

CREATE INDEX reminders_obligation ON reminders (obligation_id);

CREATE TABLE rule_overrides (
  id TEXT PRIMARY KEY,
  pack_id TEXT NOT NULL,
  place TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  author TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX solo_rule_overrides_place ON rule_overrides (pack_id, place) WHERE deleted_at_ms IS NULL;

CREATE TABLE rule_packs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL DEFAULT 'rules' CHECK (kind IN ('rules', 'categories')),
  pack_id TEXT NOT NULL,
  version TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX solo_rule_packs_content ON rule_packs (sha256) WHERE deleted_at_ms IS NULL;

CREATE TABLE saved_views (
  id TEXT PRIMARY KEY,
  screen TEXT NOT NULL,
  name TEXT NOT NULL,
  position REAL NOT NULL,
  filter TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
, is_pinned INTEGER NOT NULL DEFAULT 1 CHECK (is_pinned IN (0, 1))) STRICT;

CREATE INDEX saved_views_screen ON saved_views (screen, position) WHERE deleted_at_ms IS NULL;

CREATE TABLE search_entries (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  client_id TEXT,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  rank REAL NOT NULL
) STRICT;

CREATE INDEX search_entries_client ON search_entries (client_id);

CREATE UNIQUE INDEX search_entries_entity ON search_entries (kind, entity_id);

CREATE VIRTUAL TABLE search_index USING fts5 (characters, initials, content = '', contentless_delete = 1, tokenize = 'ascii');

CREATE TABLE seat (
  id TEXT PRIMARY KEY,
  letter TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE TABLE stated_values (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX stated_values_document ON stated_values (document_id);

CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX solo_tags_name ON tags (name) WHERE deleted_at_ms IS NULL;

CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  client_id TEXT REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
  consultant_id TEXT REFERENCES consultants (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  due_on TEXT NOT NULL,
  done_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  deleted_at_ms INTEGER
) STRICT;

CREATE INDEX tasks_client ON tasks (client_id);

CREATE INDEX tasks_due ON tasks (due_on) WHERE deleted_at_ms IS NULL AND done_at_ms IS NULL;
