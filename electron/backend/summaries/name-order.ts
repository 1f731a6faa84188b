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
