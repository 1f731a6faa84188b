import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The font comes in many files, each with some of the characters, as the interface loads them. */
const folder = path.dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'),
);
type Range = readonly [from: number, to: number];
let ranges: readonly { readonly name: string; readonly ranges: readonly Range[] }[] | undefined;
const loaded = new Set<string>();

/**
 * The font of these words for a canvas, loaded from what the program brings along: no system need have a Chinese one. What
 * none of its files has is drawn in whatever the system has.
 */
export async function fontOf(words: string, sizePx: number): Promise<string> {
  const { GlobalFonts } = await import('@napi-rs/canvas');
  const families = filesFor(words).map((name) => {
    const family = `mark ${name}`;
    if (!loaded.has(name)) {
      GlobalFonts.register(
        fs.readFileSync(path.join(folder, 'files', `noto-sans-sc-${name}-wght-normal.woff2`)),
        family,
      );
      loaded.add(name);
    }
    return `"${family}"`;
  });
  return `500 ${sizePx}px ${[...families, 'sans-serif'].join(', ')}`;
}

function filesFor(words: string): string[] {
  ranges ??= readRanges();
  const codes = [...words].map((letter) => letter.codePointAt(0) ?? 0);
  return ranges
    .filter((file) => file.ranges.some(([from, to]) => codes.some((code) => code >= from && code <= to)))
    .map(({ name }) => name);
}

function readRanges() {
  const text = fs.readFileSync(path.join(folder, 'unicode.json'), 'utf8');
  return Object.entries(JSON.parse(text) as Record<string, string>).map(([key, value]) => ({
    name: key.replaceAll(/[[\]]/gu, ''),
    ranges: value.split(',').map((range): Range => {
      const [from = '', to = from] = range.replace('U+', '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
}
