/** A proposed name as one name of a file on every system. */
export const fileName = (name: string): string =>
  [...name]
    .map((character) => (character < ' ' || forbidden.includes(character) ? ' ' : character))
    .join('')
    .trim()
    .slice(0, 150);

/** In names of files on Windows. */
const forbidden = '<>:"/\\|?*';

export const withExtension = (file: string, extension: string): string =>
  file.toLowerCase().endsWith(extension) ? file : `${file}${extension}`;
