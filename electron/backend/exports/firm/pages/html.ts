/** Markup that is safe to write; only `html` makes it of texts. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | undefined | readonly Part[];

/** Markup with values put in: texts are escaped, also within quoted attributes; nothing stands for null. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const markup = compact(strings)
    .map((text, index) => text + markupOf(values[index]))
    .join('');
  return { markup };
}

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Without the indentation of our sources. */
function compact(strings: TemplateStringsArray): readonly string[] {
  const known = compacted.get(strings);
  if (known !== undefined) return known;
  const made = strings.map((text) => text.replaceAll(/\s*\n\s*/gu, '\n'));
  compacted.set(strings, made);
  return made;
}

function markupOf(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isList(part) ? part.map(markupOf).join('') : part.markup;
}

const isList = (part: Html | readonly Part[]): part is readonly Part[] => Array.isArray(part);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '').replaceAll('\0', '');

/** A place within the folder as an address from a page that lies `depth` folders below it. */
export const addressOf = (place: string, depth: number): string =>
  '../'.repeat(depth) + place.split('/').map(encodeURIComponent).join('/');
