/** What a time of day may look like: 16:05, 1605, 16.05, 16点05分, 16点, 9. */
const SPELLINGS = /^(?:(\d{1,2})\s*[:：.点时h]\s*(\d{1,2})?\s*分?|(\d{1,2})(\d{2})|(\d{1,2}))$/u;
const AFTERNOON = /^(下午|晚上|傍晚|pm)\s*|\s*pm$/iu;
const MORNING = /^(上午|早上|凌晨|中午|am)\s*|\s*am$/iu;

/** Reads a time of day as people type it. Gives 'HH:mm', or null when it is none. */
export function readTypedTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const isAfternoon = AFTERNOON.test(plain);
  const match = SPELLINGS.exec(plain.replace(AFTERNOON, '').replace(MORNING, ''));
  if (match === null) return null;
  const [, hour, minute = '0', packedHour, packedMinute, bareHour] = match;
  const typed = Number(hour ?? packedHour ?? bareHour);
  const hours = isAfternoon && typed < 12 ? typed + 12 : typed;
  const minutes = Number(hour === undefined ? (packedMinute ?? '0') : minute);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
