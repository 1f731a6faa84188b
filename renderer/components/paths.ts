import type { DocumentPart } from '#shared/domain/document-kind.ts';

const at = (place: string | undefined): string =>
  place === undefined ? '' : `?at=${encodeURIComponent(place)}`;

/** A list, in one of its saved views if that is named. */
const inView = (list: string, view: string | undefined): string =>
  view === undefined ? `#/${list}` : `#/${list}?view=${encodeURIComponent(view)}`;

interface InFile {
  readonly part?: DocumentPart;
  readonly page?: number;
  readonly find?: string;
}

const inFile = ({ part, page, find }: InFile): string => {
  const said = [
    part === undefined || part === 'whole' ? [] : [`part=${part}`],
    page === undefined ? [] : [`page=${page}`],
    find === undefined ? [] : [`find=${encodeURIComponent(find)}`],
  ].flat();
  return said.length === 0 ? '' : `?${said.join('&')}`;
};

/** Addresses of the screens, as hash links: the only place that spells them. */
export const paths = {
  /** With a figure of the page the list of what it counts. */
  today: (of?: string) => (of === undefined ? '#/today' : `#/today?of=${encodeURIComponent(of)}`),
  clients: (view?: string) => inView('clients', view),
  /** The list with the form for a new client open. */
  newClient: () => '#/clients?new=1',
  /** With a place its part of the page comes into view: `fact.name`, `contact.ID`, `banks`. */
  client: (id: string, place?: string) => `#/clients/${encodeURIComponent(id)}${at(place)}`,
  /** The client's page with the merge open; without another client it is asked for first. */
  mergeInto: (id: string, otherId = '') =>
    `#/clients/${encodeURIComponent(id)}?merge=${encodeURIComponent(otherId)}`,
  duplicates: () => '#/clients/duplicates',
  accounts: (view?: string) => inView('accounts', view),
  /** With a place its part of the page comes into view: `fact.appId`. */
  account: (id: string, place?: string) => `#/accounts/${encodeURIComponent(id)}${at(place)}`,
  /** As a table or a board; else as it was left. */
  applications: (view?: string, as?: 'table' | 'board') =>
    `${inView('applications', view)}${as === undefined ? '' : `${view === undefined ? '?' : '&'}as=${as}`}`,
  /** With an item's id its row comes into view. */
  application: (id: string, itemId?: string) =>
    `#/applications/${encodeURIComponent(id)}${itemId === undefined ? '' : `?item=${encodeURIComponent(itemId)}`}`,
  /** The application's page with the dialog of a step open. */
  applicationStep: (id: string, step: string) =>
    `#/applications/${encodeURIComponent(id)}?step=${encodeURIComponent(step)}`,
  documents: () => '#/documents',
  /** The register of copies; of one paper, one client or one application alone. */
  handOuts: (
    of: { readonly documentId?: string; readonly clientId?: string; readonly applicationId?: string } = {},
  ) => {
    const said = new URLSearchParams(of).toString();
    return said === '' ? '#/documents/handed-out' : `#/documents/handed-out?${said}`;
  },
  intake: () => '#/intake',
  /** With a side its file is shown, with a page, from 1, that comes into sight; with a text its places in the file are marked. */
  document: (id: string, at: InFile = {}) => `#/documents/${encodeURIComponent(id)}${inFile(at)}`,
  /** The page of a paper with the dialog open that puts another in its place; its own id: a new version of it. */
  renewal: (id: string, byId: string) =>
    `#/documents/${encodeURIComponent(id)}?renew=${encodeURIComponent(byId)}`,
  /** With a place its line comes into view: `checks.paper_missing`. */
  rules: (part?: string, place?: string) =>
    part === undefined ? '#/rules' : `#/rules/${encodeURIComponent(part)}${at(place)}`,
  imports: () => '#/imports',
  trash: () => '#/trash',
  /** What may be destroyed, and with `destroyed` the record of what was. */
  keeping: (part?: 'destroyed') => (part === undefined ? '#/keeping' : `#/keeping/${part}`),
  people: () => '#/people',
  /** The record of what was erased. */
  erasures: () => '#/people/erasures',
  /** Everything that is held about one person. */
  person: (id: string) => `#/people/${encodeURIComponent(id)}`,
  files: () => '#/files',
  settings: (part?: string) => (part === undefined ? '#/settings' : `#/settings/${encodeURIComponent(part)}`),
} as const;

/** Opens a screen in the place of the present one, which Back then passes over. */
export function replaceTo(path: string): void {
  window.location.replace(path);
}

/** Opens a screen by its address; the router follows the hash. */
export function navigateTo(path: string): void {
  window.location.hash = path;
}
