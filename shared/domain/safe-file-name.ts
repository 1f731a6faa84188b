/** What no name may hold on Windows, and control characters, which none should hold anywhere. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Characters that are not seen but turn or hide others, e.g. an ending; halves of a pair stand for no character. */
const unseen = /[\p{Cf}\p{Cs}]/gu;
/** Devices of Windows, with any ending. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|$)/iu;

/**
 * A text as the name of a file or folder on Windows, macOS and Linux: composed (NFC), without what any of them refuses,
 * at most `maxBytes` long in UTF-8, and never empty: `fallback` stands where nothing is left.
 */
export function safeFileName(text: string, maxBytes = 120, fallback = '_'): string {
  const plain = text.normalize('NFC').replace(unseen, '').replace(forbidden, ' ').replace(/\s+/gu, ' ');
  const name = withoutEnds(cut(withoutEnds(plain), maxBytes));
  if (name === '') return fallback;
  return reserved.test(name) ? cut(`_${name}`, maxBytes) : name;
}

/** Windows drops dots and spaces at the end; a dot at the beginning hides a file, and two lead out of the folder. */
const withoutEnds = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, '');

function cut(text: string, maxBytes: number): string {
  let left = maxBytes;
  let end = 0;
  for (const character of text) {
    left -= bytesOf(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** In UTF-8. */
const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Gives each name once: one that is taken gets a number before its ending. */
export interface NamesTaken {
  /** `ending` with its dot; empty for a folder. */
  take(stem: string, ending?: string): string;
}

/** Names in one folder, apart also where capitals and the forms of a character are not told apart. */
export function namesTaken(already: Iterable<string> = []): NamesTaken {
  const keys = new Set([...already].map(keyOf));
  const next = new Map<string, number>();
  return {
    take(stem, ending = '') {
      const base = keyOf(`${stem}${ending}`);
      let name = `${stem}${ending}`;
      for (let n = next.get(base) ?? 2; keys.has(keyOf(name)); n += 1) {
        name = `${stem} (${n})${ending}`;
        next.set(base, n + 1);
      }
      keys.add(keyOf(name));
      return name;
    },
  };
}

const keyOf = (name: string): string =>
  name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
