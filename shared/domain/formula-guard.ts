/**
 * Beginnings at which a spreadsheet takes a text for a formula or cuts it up (OWASP, CSV injection): = + - @ and their
 * full-width forms, tab, carriage return, line feed.
 */
const start = '[=+\\-@＝＋－＠\\t\\r\\n]';
const needsGuard = new RegExp(`^'*${start}`, 'u');
const isGuarded = new RegExp(`^'+${start}`, 'u');

/**
 * A text for a cell of a .csv file that no spreadsheet evaluates: an apostrophe goes before what begins like a formula,
 * and before apostrophes that are followed by such a beginning, so that `unguarded` gives every text back.
 */
export const guarded = (text: string): string => (needsGuard.test(text) ? `'${text}` : text);

/** The text that `guarded` was given. Takes one apostrophe away, only where `guarded` puts it. */
export const unguarded = (text: string): string => (isGuarded.test(text) ? text.slice(1) : text);
