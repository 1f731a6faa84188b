/** Addresses of the screens, as hash links: the only place that spells them. */
export const paths = {
  today: () => '#/today',
  clients: (view?: string) =>
    view === undefined ? '#/clients' : `#/clients?view=${encodeURIComponent(view)}`,
  /** The list with the form for a new client open. */
  newClient: () => '#/clients?new=1',
  client: (id: string) => `#/clients/${encodeURIComponent(id)}`,
  applications: () => '#/applications',
  /** With an item's id its row comes into view. */
  application: (id: string, itemId?: string) =>
    `#/applications/${encodeURIComponent(id)}${itemId === undefined ? '' : `?item=${encodeURIComponent(itemId)}`}`,
  documents: () => '#/documents',
  rules: (part?: string) => (part === undefined ? '#/rules' : `#/rules/${encodeURIComponent(part)}`),
  imports: () => '#/imports',
  settings: (part?: string) => (part === undefined ? '#/settings' : `#/settings/${encodeURIComponent(part)}`),
} as const;

/** Opens a screen by its address; the router follows the hash. */
export function navigateTo(path: string): void {
  window.location.hash = path;
}
