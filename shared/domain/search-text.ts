import { compactText } from './plain-text.ts';

/**
 * The form in which text is searched: half width (NFKC), upper case, without white space and invisible
 * characters. A query finds a text when its normalised form is a substring of the text's normalised form.
 */
export function normaliseForSearch(text: string): string {
  return compactText(compactText(text).toUpperCase());
}

/**
 * The text for a full-text index: each code point of the normalised text as a hexadecimal token, separated by
 * spaces. Every token is plain ASCII letters and digits, so that no tokenizer can drop or join a character and a
 * phrase match equals a substring match. The same form serves for initials: searchTokens(initialsOf(name)).
 */
export function searchTokens(text: string): string {
  return Array.from(normaliseForSearch(text), (character) => character.codePointAt(0)?.toString(16)).join(
    ' ',
  );
}

/** The FTS5 phrase that finds the query in indexed searchTokens, undefined when nothing searchable is left of it. */
export function phraseOf(query: string): string | undefined {
  const tokens = searchTokens(query);
  return tokens === '' ? undefined : `"${tokens}"`;
}

/** Whether the query can also be meant as pinyin initials: ASCII letters and digits only, at least one of them. */
export function isInitialsQuery(query: string): boolean {
  return /^[A-Z0-9]+$/.test(normaliseForSearch(query));
}
