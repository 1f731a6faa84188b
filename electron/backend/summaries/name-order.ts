import { pinyin } from 'pinyin-pro';
import { nameKey } from '#shared/domain/name-key.ts';

/**
 * What a name is sorted by, as plain text: its readings syllable by syllable with their tones, as Chinese lists are
 * ordered, Latin letters and digits among them; then the name itself, so that different names never sort alike.
 */
export function nameOrder(name: string): string {
  const readings = pinyin(nameKey(name).toLowerCase(), { toneType: 'num', type: 'array' });
  return `${readings.join(' ')} ${name}`;
}

/** Sorts behind every text. */
export const noText = '\u{10ffff}';
/** Stands for a day that there is not; sorts behind every other. */
export const noDate = '9999-12-31';
/** Of a long text the beginning decides. */
const decisive = 100;

/** The same of a text that may be long, or missing: what there is none of sorts last. */
export function textOrder(text: string | null): string {
  const beginning = [...(text ?? '').slice(0, 2 * decisive)].slice(0, decisive).join('').trim();
  return beginning === '' ? noText : nameOrder(beginning);
}

/** The same for many: each text is read once. */
export function textOrders(): typeof textOrder {
  const known = new Map<string | null, string>();
  return (text) => {
    const order = known.get(text) ?? textOrder(text);
    known.set(text, order);
    return order;
  };
}
