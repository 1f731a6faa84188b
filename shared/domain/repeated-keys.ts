/** A key that an object of a JSON text has twice: where, as keys and positions joined by points, and in which line. */
export type RepeatedKey = { readonly place: string; readonly line: number };

type Level =
  | { readonly kind: 'object'; readonly keys: Set<string>; key: string; takesKey: boolean }
  | { readonly kind: 'array'; index: number };

/**
 * Every key that stands again in the same object. A parser lets the last one win in silence, so that a file says
 * something else than its reader sees. The text has to be sound JSON; keys are compared as they are read, escapes
 * and all.
 */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text[at]) {
      case '{':
        levels.push({ kind: 'object', keys: new Set(), key: '', takesKey: true });
        break;
      case '[':
        levels.push({ kind: 'array', index: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level?.kind === 'array') level.index += 1;
        else if (level) level.takesKey = true;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (level?.kind === 'object' && level.takesKey) {
          enterKey(level, JSON.parse(text.slice(at, end + 1)) as string, () =>
            found.push({ place: placeOf(levels), line: lineAt(text, at) }),
          );
        }
        at = end;
        break;
      }
      default:
        break;
    }
  }
  return found;
}

function enterKey(level: Extract<Level, { kind: 'object' }>, key: string, onRepeat: () => void): void {
  level.key = key;
  level.takesKey = false;
  if (level.keys.has(key)) onRepeat();
  level.keys.add(key);
}

const placeOf = (levels: readonly Level[]): string =>
  levels.map((level) => (level.kind === 'object' ? level.key : level.index)).join('.');

/** The closing quotation mark of the string that begins there. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
