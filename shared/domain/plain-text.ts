/** White space of every script. U+FEFF is left out although JavaScript counts it: it has no width. */
const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;
/** Characters that show nothing: controls, zero-width and direction marks, fillers, halves of surrogate pairs. */
const INVISIBLE = /(?![\t-\r\u0085])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]/gu;
/** Hyphens, dashes, the minus sign and the box-drawing line that input methods give for a dash. */
const DASHES = /[\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]/gu;

/** The text without white space. */
export function withoutSpaces(text: string): string {
  return text.replace(SPACES, '');
}

/** The text without characters that have no visible form; white space stays. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** The text with every dash written as the ASCII hyphen. */
export function withPlainDashes(text: string): string {
  return text.replace(DASHES, '-');
}

/** The text in compatibility form (NFKC: half width, composed) without invisible characters and white space. */
export function compactText(text: string): string {
  // Twice, because NFKC itself makes spaces (of a spacing accent) and new pairs to compose.
  const once = withoutSpaces(withoutInvisible(text).normalize('NFKC'));
  return withoutSpaces(withoutInvisible(once).normalize('NFKC'));
}
