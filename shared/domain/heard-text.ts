import { pinyin } from 'pinyin-pro';

/** A character as it is read where it stands. */
interface HeardCharacter {
  readonly isZh: boolean;
  /** The first sound of the syllable. */
  readonly first: string;
  readonly pinyin: string;
  /** All readings that the character has anywhere. */
  readonly polyphonic: readonly string[];
}

const known = new Map<string, readonly HeardCharacter[]>();
const knownLimit = 100;

/**
 * Each character of a text as its neighbours suggest, without tones. The latest are kept: whoever asks for the initials of a
 * name mostly asks for its syllables next, and reading takes its time.
 */
export function heardText(text: string): readonly HeardCharacter[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= knownLimit) known.clear();
  const made = pinyin(text, { type: 'all', toneType: 'none' });
  known.set(text, made);
  return made;
}
