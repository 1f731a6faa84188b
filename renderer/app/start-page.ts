/** Which page was open last, as it is kept: pure. */

/** Places that stand alone, and those below which records or parts have a page of their own. */
const places = [
  'today',
  'clients',
  'accounts',
  'applications',
  'documents',
  'rules',
  'imports',
  'trash',
  'settings',
];
const withPages = ['clients', 'accounts', 'applications', 'documents', 'rules', 'settings'];
const records = ['clients', 'accounts', 'applications', 'documents'] as const;
/** Pages below a list that are none of one of its records. */
const notRecords = ['duplicates', 'handed-out'];

/** What of an address belongs to the page; the rest is a form, a dialog or a line on it that was open. */
const lasting = ['view', 'as'];

export interface StartPage {
  readonly path: string;
  readonly search: Readonly<Record<string, string>>;
}

export interface PageRecord {
  readonly list: (typeof records)[number];
  readonly id: string;
}

/** The page of an address such as `/clients?view=ID`; undefined for what the program has no page for. */
export function startPageOf(address: string): StartPage | undefined {
  const [path = '', query = ''] = address.split('?');
  const [first, place = '', part, ...more] = path.split('/');
  const isPlace = first === '' && places.includes(place) && more.length === 0;
  const isPart = part === undefined || (withPages.includes(place) && idOf(part) !== '');
  if (!isPlace || !isPart) return undefined;
  const said = new URLSearchParams(query);
  const search = lasting.flatMap((name) => {
    const value = said.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { path, search: Object.fromEntries(search) };
}

/** What is kept of an address: null where there is nothing to come back to. */
export function keptAddress(address: string): string | null {
  const page = startPageOf(address);
  if (page === undefined) return null;
  const search = new URLSearchParams(page.search).toString();
  return search === '' ? page.path : `${page.path}?${search}`;
}

/** The record whose page it is, which may be gone by the next time. */
export function recordOf({ path }: StartPage): PageRecord | undefined {
  const [, place, id] = path.split('/');
  const list = records.find((known) => known === place);
  if (list === undefined || id === undefined || notRecords.includes(id)) return undefined;
  return { list, id: idOf(id) };
}

/** Empty for what names nothing: a stray % in an address can't be read. */
function idOf(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
