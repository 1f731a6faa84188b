/** Fields whose columns are not simply their name spelt with underscores. */
const columns: Readonly<Record<string, string>> = {
  licenceUntil: 'licence_until_on',
  validFrom: 'valid_from_on',
  validUntil: 'valid_until_on',
};

/** The column of the history in which a field of a save stands. */
export const columnOf = (field: string): string =>
  columns[field] ?? field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
