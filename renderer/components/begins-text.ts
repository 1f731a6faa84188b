/**
 * Whether what was typed begins the text of a cell. Of the signs two do not, since they search and explain on every page,
 * nor does the space bar, which selects the row.
 */
export const beginsText = (typed: string): boolean => typed !== '' && !/^[ /?]$/u.test(typed);
