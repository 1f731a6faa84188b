/** What both languages write the same: figures with Latin digits, a comma for thousands, a point for decimals. */
import { BUSINESS_TIME_ZONE } from '#shared/domain/calendar-date.ts';

const whole = new Intl.NumberFormat('en-US');
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: BUSINESS_TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
});

/** 48,210; a negative number has a real minus sign, as wide as a digit. */
export const formatCount = (n: number): string => `${n < 0 ? '−' : ''}${whole.format(Math.abs(n))}`;

/** 3,600 or 3,600.50: fen are written only when there are any. */
export function formatMoney(fen: number): string {
  const amount = Math.abs(fen);
  const rest = amount % 100;
  const yuan = whole.format((amount - rest) / 100);
  return `${fen < 0 ? '−' : ''}${yuan}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** 1.2 MB, of 1024 each, as file managers on Windows count. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  const text = power === 0 || value >= 100 ? whole.format(Math.round(value)) : trimmed(value);
  return `${text} ${units[power]}`;
}

/** 08:41 in the business time zone. */
export const formatTime = (atMs: number): string => clock.format(atMs);

const trimmed = (value: number): string => value.toFixed(1).replace(/\.0$/, '');
