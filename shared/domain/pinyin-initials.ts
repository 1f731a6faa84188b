import { heardText } from './heard-text.ts';
import { compactText } from './plain-text.ts';

/** One letter or digit of the initials and the place in the original text that it stands for (UTF-16 indices). */
export type InitialLetter = { readonly letter: string; readonly start: number; readonly end: number };

/**
 * The initials by which a name is searched (深圳样本A1科技 → SZYBA1KJ): the first pinyin letter of each Chinese
 * character, read in its context (重庆 → CQ, 银行 → YH), Latin letters and digits as they are, all in upper case;
 * anything else is dropped.
 */
export function initialsOf(text: string): string {
  return initialLetters(text)
    .map((initial) => initial.letter)
    .join('');
}

/** The initials with the place of each in the text, for marking a match. */
export function initialLetters(text: string): readonly InitialLetter[] {
  const letters: InitialLetter[] = [];
  const readings = readingsOf(text);
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    const end = start + character.length;
    const plain = compactText(character).toUpperCase();
    const own = plain.replace(/[^A-Z0-9]/g, '');
    const written = own === '' ? (readings[index] ?? '') : own;
    for (const letter of written) letters.push({ letter, start, end });
    start = end;
  }
  return letters;
}

/** The initial of each code point, '' for those that are not read as Chinese. */
function readingsOf(text: string): readonly string[] {
  // One to one, so that the list stays aligned; compatibility forms of a character are read like the character.
  const characters = Array.from(text, (character) => {
    const plain = character.normalize('NFKC');
    return [...plain].length === 1 ? plain : character;
  });
  const together = firstLetters(characters.join(''));
  return together.length === characters.length
    ? together
    : characters.map((character) => firstLetters(character)[0] ?? '');
}

function firstLetters(text: string): readonly string[] {
  return heardText(text).map(({ isZh, first }) => {
    if (!isZh) return '';
    const letter = first.normalize('NFD').charAt(0).toUpperCase();
    return /^[A-Z]$/.test(letter) ? letter : '';
  });
}
