/** What an entry of the trash is about, the weightier first: a change that threw away several is called by the first. */
export const trashKinds = [
  'clients',
  'accounts',
  'applications',
  'documents',
  'fees',
  'bank_accounts',
  'client_contacts',
  'client_relations',
  'tasks',
  'notes',
  'calls',
  'consultants',
  'saved_views',
] as const;
export type TrashKind = (typeof trashKinds)[number];
