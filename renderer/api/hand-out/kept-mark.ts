/** What of a mark is another each time. */
interface MarkParts {
  readonly recipient: string;
  readonly purpose: string;
  readonly date: string;
}

const keyOf = (clientId: string): string => `certfolio.mark ${clientId}`;
const names = ['recipient', 'purpose', 'date'] as const;

/** The words that were written last for a client on this computer, with today's date, recipient and purpose; null where there are none. */
export function keptMark(clientId: string, parts: MarkParts): string | null {
  const kept = localStorage.getItem(keyOf(clientId));
  return kept === null ? null : names.reduce((text, name) => text.replaceAll(`{${name}}`, parts[name]), kept);
}

export function keepMark(clientId: string, words: string, parts: MarkParts): void {
  const kept = names.reduce(
    (text, name) => (parts[name] === '' ? text : text.replaceAll(parts[name], `{${name}}`)),
    words,
  );
  localStorage.setItem(keyOf(clientId), kept);
}
